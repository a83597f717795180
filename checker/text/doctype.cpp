#include "vanthu/doctype.hpp"

namespace vanthu {
namespace {

constexpr DocType types[] = {
    {"Nghị quyết", "NQ", "nghi-quyet"},
    {"Quyết định", "QĐ", "quyet-dinh"},
    {"Chỉ thị", "CT", "chi-thi"},
    {"Quy chế", "QC", "quy-che"},
    {"Quy định", "QyĐ", "quy-dinh"},
    {"Thông cáo", "TC", "thong-cao"},
    {"Thông báo", "TB", "thong-bao"},
    {"Hướng dẫn", "HD", "huong-dan"},
    {"Chương trình", "CTr", "chuong-trinh"},
    {"Kế hoạch", "KH", "ke-hoach"},
    {"Phương án", "PA", "phuong-an"},
    {"Đề án", "ĐA", "de-an"},
    {"Dự án", "DA", "du-an"},
    {"Báo cáo", "BC", "bao-cao"},
    {"Biên bản", "BB", "bien-ban"},
    {"Tờ trình", "TTr", "to-trinh"},
    {"Hợp đồng", "HĐ", "hop-dong"},
    {"Công văn", "", "cong-van"},
    {"Công điện", "CĐ", "cong-dien"},
    {"Bản ghi nhớ", "BGN", "ban-ghi-nho"},
    {"Bản thỏa thuận", "BTT", "ban-thoa-thuan"},
    {"Giấy ủy quyền", "GUQ", "giay-uy-quyen"},
    {"Giấy mời", "GM", "giay-moi"},
    {"Giấy giới thiệu", "GGT", "giay-gioi-thieu"},
    {"Giấy nghỉ phép", "GNP", "giay-nghi-phep"},
    {"Phiếu gửi", "PG", "phieu-gui"},
    {"Phiếu chuyển", "PC", "phieu-chuyen"},
    {"Phiếu báo", "PB", "phieu-bao"},
    {"Thư công", "", "thu-cong"},
    {"Bản sao y", "SY", "ban-sao-y"},
    {"Bản trích sao", "TrS", "ban-trich-sao"},
    {"Bản sao lục", "SL", "ban-sao-luc"},
};

}  // namespace

std::span<DocType const> doc_types() { return types; }

DocType const* doc_type_by_slug(std::string_view slug) {
  for (auto const& t : types)
    if (t.slug == slug) return &t;
  return nullptr;
}

DocType const* doc_type_by_abbr(std::string_view abbr) {
  if (abbr.empty()) return nullptr;
  for (auto const& t : types)
    if (t.abbr == abbr) return &t;
  return nullptr;
}

}  // namespace vanthu
