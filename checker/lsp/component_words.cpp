#include "lsp/component_words.hpp"

#include <array>

#include "lsp/words.hpp"

namespace vanthu::lsp {
namespace {

struct Words {
  ComponentKind kind;
  std::string_view vi, en, about_vi, about_en;
};

// Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (khoản 1–9) and mục III. In the order of ComponentKind.
constexpr Words components[] = {
    {ComponentKind::national_name, "Quốc hiệu", "national name", "chữ in hoa, đứng đậm, trên Tiêu ngữ (mục II, khoản 1)",
     "in capitals, upright and bold, above the motto (II.1)"},
    {ComponentKind::motto, "Tiêu ngữ", "motto", "ba cụm từ nối bằng gạch nối có cách chữ, có dòng kẻ bên dưới (mục II, khoản 1)",
     "three phrases joined by hyphens with blanks, a line below (II.1)"},
    {ComponentKind::governing_body, "cơ quan chủ quản trực tiếp", "governing body",
     "trên tên cơ quan ban hành, không đậm (mục II, khoản 2)", "above the issuing body, not bold (II.2)"},
    {ComponentKind::issuer, "cơ quan ban hành", "issuing body", "tên đầy đủ hoặc viết tắt thông dụng, chữ in hoa, đậm (mục II, khoản 2)",
     "its full name or the usual abbreviation, in capitals, bold (II.2)"},
    {ComponentKind::number, "số, ký hiệu", "number and symbol",
     "số thứ tự trong năm; ký hiệu gồm chữ viết tắt tên loại và tên cơ quan (mục II, khoản 3)",
     "the number within the year; the symbol is made of the abbreviations of type and body (II.3)"},
    {ComponentKind::place_date, "địa danh và thời gian", "place and date",
     "ngày dưới 10 và tháng 1, 2 thêm số 0 phía trước (mục II, khoản 4)", "days below 10 and the months 1 and 2 have a 0 in front (II.4)"},
    {ComponentKind::type_name, "tên loại", "type of document", "chữ in hoa, đậm; công văn không có tên loại (mục II, khoản 5)",
     "in capitals, bold; a công văn has none (II.5)"},
    {ComponentKind::subject, "trích yếu", "subject", "câu ngắn gọn nêu nội dung chủ yếu; công văn viết sau \"V/v\" (mục II, khoản 5)",
     "a short clause on what it is about; of a công văn behind \"V/v\" (II.5)"},
    {ComponentKind::addressees, "nơi nhận chính (Kính gửi)", "addressees", "có trong công văn, tờ trình, giấy mời … (mục II, khoản 9)",
     "in a công văn, tờ trình, giấy mời … (II.9)"},
    {ComponentKind::legal_basis, "căn cứ ban hành", "legal basis",
     "mỗi căn cứ một dòng, chữ nghiêng, kết thúc bằng dấu chấm phẩy, dòng cuối bằng dấu chấm (mục II, khoản 6)",
     "a line each, in italics, ended by a semicolon, the last one by a full stop (II.6)"},
    {ComponentKind::body, "nội dung", "body", "phần chính của văn bản (mục II, khoản 6)", "the main part (II.6)"},
    {ComponentKind::closing_mark, "dấu kết thúc", "closing mark", "\"./.\" sau chữ cuối cùng của nội dung",
     "\"./.\" behind the last word of the body"},
    {ComponentKind::recipients, "nơi nhận", "recipients", "mỗi nơi một dòng, gạch đầu dòng, kết thúc bằng dấu chấm phẩy (mục II, khoản 9)",
     "a line each behind a dash, ended by a semicolon (II.9)"},
    {ComponentKind::archive_line, "dòng lưu", "archive line",
     "\"Lưu:\", \"VT\", đơn vị soạn thảo; kết thúc bằng dấu chấm (mục II, khoản 9)",
     "\"Lưu:\", \"VT\", the drafting unit; ended by a full stop (II.9)"},
    {ComponentKind::signing_authority, "quyền hạn ký", "signing authority", "TM., KT., TL., TUQ., Q. trước chức vụ (mục II, khoản 7)",
     "TM., KT., TL., TUQ., Q. before the position (II.7)"},
    {ComponentKind::signer_position, "chức vụ người ký", "position of the signer", "ghi đúng chức vụ, không viết tắt (mục II, khoản 7)",
     "in full, not abbreviated (II.7)"},
    {ComponentKind::signer_name, "họ tên người ký", "name of the signer",
     "không ghi học hàm, học vị và danh hiệu khác trước tên (mục II, khoản 7)", "no degree or other title before it (II.7)"},
    {ComponentKind::appendix, "phụ lục", "appendix", "từ hai phụ lục trở lên đánh số La Mã (mục III, khoản 1)",
     "from two on they have Roman numerals (III.1)"},
    {ComponentKind::urgency, "độ khẩn", "urgency", "KHẨN, THƯỢNG KHẨN, HỎA TỐC (mục III, khoản 2)", "KHẨN, THƯỢNG KHẨN, HỎA TỐC (III.2)"},
    {ComponentKind::secrecy, "độ mật", "secrecy", "MẬT, TỐI MẬT, TUYỆT MẬT (mục III, khoản 2)", "MẬT, TỐI MẬT, TUYỆT MẬT (III.2)"},
    {ComponentKind::circulation, "phạm vi lưu hành", "circulation", "XEM XONG TRẢ LẠI, LƯU HÀNH NỘI BỘ … (mục III, khoản 2)",
     "XEM XONG TRẢ LẠI, LƯU HÀNH NỘI BỘ … (III.2)"},
    {ComponentKind::drafter_mark, "ký hiệu người soạn thảo", "drafter's mark", "và số lượng bản phát hành (mục III, khoản 3)",
     "and the number of copies (III.3)"},
    {ComponentKind::contact, "địa chỉ liên hệ", "contact", "địa chỉ, thư điện tử, điện thoại của cơ quan (mục III, khoản 4)",
     "address, mail and telephone of the body (III.4)"},
    {ComponentKind::copy_form, "hình thức sao", "form of a copy", "SAO Y, SAO LỤC, TRÍCH SAO (Phụ lục I, phần II)",
     "SAO Y, SAO LỤC, TRÍCH SAO"},
};

struct Division {
  OutlineKind kind;
  std::string_view vi;
};
constexpr Division divisions[] = {
    {OutlineKind::part, "Phần"},           {OutlineKind::chapter, "Chương"}, {OutlineKind::section, "Mục"},
    {OutlineKind::subsection, "Tiểu mục"}, {OutlineKind::article, "Điều"},   {OutlineKind::clause, "khoản"},
    {OutlineKind::point, "điểm"},          {OutlineKind::heading, "đề mục"}, {OutlineKind::dash, "gạch đầu dòng"},
    {OutlineKind::appendix, "Phụ lục"},
};

constexpr bool in_order() {
  for (std::size_t i = 0; i < std::size(components); ++i)
    if (components[i].kind != static_cast<ComponentKind>(i)) return false;
  for (std::size_t i = 0; i < std::size(divisions); ++i)
    if (divisions[i].kind != static_cast<OutlineKind>(i)) return false;
  return true;
}
static_assert(in_order());

Words const& words_of(ComponentKind kind) { return components[static_cast<std::size_t>(kind)]; }

}  // namespace

std::string_view name_of(ComponentKind kind, Language language) { return say(language, words_of(kind).vi, words_of(kind).en); }

std::string_view explanation_of(ComponentKind kind, Language language) {
  return say(language, words_of(kind).about_vi, words_of(kind).about_en);
}

std::string_view name_of(OutlineKind kind, Language language) {
  return say(language, divisions[static_cast<std::size_t>(kind)].vi, to_string(kind));
}

}  // namespace vanthu::lsp
