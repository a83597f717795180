// Every family of documents in every form in which it is cited, laws by their names, pinpoints in every order, and what is no citation:
// each row as a composed and as a decomposed file.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "recognize/citations.hpp"
#include "vanthu/read.hpp"
#include "variants.hpp"

namespace vanthu {
namespace {

std::vector<Citation> citations(std::string_view text) {
  auto const document = std::get<Document>(read(text, "a.txt"));
  Facts facts;
  recognize_citations(document, facts);
  return std::move(facts.citations);
}

// "Nghị định 30/2020/NĐ-CP 2020-03-05 (Chính phủ) [5/2/a]; …", defects behind "!".
std::string dump(std::string_view text) {
  std::string out;
  for (auto const& c : citations(text)) {
    if (!out.empty()) out += "; ";
    out += c.type;
    if (c.identifier) out += " " + *c.identifier;
    if (c.family == CitationFamily::law && !c.title.empty()) out += " «" + c.title + "»";
    if (c.date != Date{}) out += " " + to_string(c.date);
    if (!c.issuer.empty()) out += " (" + c.issuer + ")";
    for (auto const& a : c.articles) out += " [" + a.article + "/" + a.clause + "/" + a.point + "]";
    for (auto const& d : c.defects) out += " !" + d;
  }
  return out;
}

void expect(std::string const& text, std::string const& expected) {
  EXPECT_EQ(dump(text), expected) << text;
  EXPECT_EQ(dump(testing::decomposed(text)), expected) << "decomposed: " << text;
}

struct Row {
  char const* text;
  char const* expected;
};

void expect_all(std::vector<Row> const& rows) {
  for (auto const& row : rows) expect(row.text, row.expected);
}

struct FamilyRow {
  std::string_view type, shown, number;  // as written; as recognized
  int day, month, year;
  std::string_view issuer;
};

constexpr FamilyRow family_rows[] = {
    // Since 1997
    {"Nghị quyết", "", "202/2025/QH15", 12, 6, 2025, "Quốc hội"},
    {"Nghị quyết", "", "08/1999/QH10", 9, 12, 1999, "Quốc hội"},
    {"Nghị quyết", "", "27/2022/UBTVQH15", 21, 9, 2022, "Ủy ban Thường vụ Quốc hội"},
    {"Nghị quyết", "", "1655/NQ-UBTVQH15", 16, 6, 2025, "Ủy ban Thường vụ Quốc hội"},
    {"Nghị quyết liên tịch", "", "403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN", 15, 6, 2017, ""},
    {"Lệnh", "", "04/2016/L-CTN", 19, 4, 2016, "Chủ tịch nước"},
    {"Quyết định", "", "1135/2021/QĐ-CTN", 1, 7, 2021, "Chủ tịch nước"},
    {"Quyết định", "", "266/QĐ-CTN", 25, 2, 2024, "Chủ tịch nước"},
    {"Nghị định", "", "30/2020/NĐ-CP", 5, 3, 2020, "Chính phủ"},
    {"Nghị định", "", "12/1999/NĐ-CP", 6, 3, 1999, "Chính phủ"},
    {"Nghị quyết", "", "76/NQ-CP", 15, 7, 2021, "Chính phủ"},
    {"Nghị quyết", "", "66.7/2025/NQ-CP", 15, 11, 2025, "Chính phủ"},
    {"Quyết định", "", "19/2025/QĐ-TTg", 30, 6, 2025, "Thủ tướng Chính phủ"},
    {"Quyết định", "", "131/QĐ-TTg", 25, 1, 2022, "Thủ tướng Chính phủ"},
    {"Quyết định", "", "45/1998/QĐ-TTg", 21, 2, 1998, "Thủ tướng Chính phủ"},
    {"Chỉ thị", "", "17/CT-TTg", 3, 8, 2024, "Thủ tướng Chính phủ"},
    {"Chỉ thị", "", "24/2007/CT-TTg", 1, 11, 2007, "Thủ tướng Chính phủ"},
    {"Công điện", "", "124/CĐ-TTg", 2, 12, 2024, "Thủ tướng Chính phủ"},
    {"Thông báo", "", "281/TB-VPCP", 14, 6, 2025, "Văn phòng Chính phủ"},
    {"Thông báo kết luận", "Thông báo", "281/TB-VPCP", 14, 6, 2025, "Văn phòng Chính phủ"},
    {"Thông tư", "", "16/2025/TT-BGDĐT", 24, 9, 2025, "Bộ trưởng Bộ Giáo dục và Đào tạo"},
    {"Thông tư", "", "12a/2013/TT-BTC", 24, 9, 2013, "Bộ Tài chính"},
    {"Thông tư", "", "05/2009/TT-BCA-V24", 24, 2, 2009, "Bộ Công an"},
    {"Thông tư", "", "05/2009/TT-BCA(V19)", 24, 2, 2009, "Bộ Công an"},
    {"Thông tư", "", "181/1999/TT-BNN", 24, 2, 1999, "Bộ Nông nghiệp và Phát triển nông thôn"},
    {"Thông tư", "", "02/2021/TT-NHNN", 31, 3, 2021, "Thống đốc Ngân hàng Nhà nước Việt Nam"},
    {"Thông tư", "", "01/2022/TT-TANDTC", 15, 12, 2022, "Chánh án Tòa án nhân dân tối cao"},
    {"Thông tư liên tịch", "", "72/2011/TTLT-BTC-BGTVT", 27, 5, 2011, ""},
    {"Thông tư liên tịch", "", "55/2005/TTLT/BNV-VPCP", 6, 5, 2005, ""},
    {"Nghị quyết", "", "03/2020/NQ-HĐTP", 30, 12, 2020, "Hội đồng Thẩm phán Tòa án nhân dân tối cao"},
    {"Nghị quyết", "", "12/2024/NQ-HĐND", 10, 7, 2024, "Hội đồng nhân dân tỉnh An Bình"},
    {"Nghị quyết", "", "45/NQ-HĐND", 10, 7, 2024, "HĐND xã An Bình"},
    {"Quyết định", "", "15/2024/QĐ-UBND", 10, 7, 2024, "Ủy ban nhân dân tỉnh An Bình"},
    {"Quyết định", "", "2288/QĐ-UBND", 10, 7, 2024, "Chủ tịch Ủy ban nhân dân tỉnh An Bình"},
    {"Chỉ thị", "", "15/CT-UBND", 10, 7, 2024, "UBND tỉnh An Bình"},
    {"Kế hoạch", "", "41/KH-UBND", 12, 5, 2024, "Ủy ban nhân dân thành phố An Bình"},
    {"Chương trình", "", "08/CTr-UBND", 12, 5, 2024, "UBND tỉnh An Bình"},
    {"Chương trình hành động", "Chương trình", "08/CTr-UBND", 12, 5, 2024, "UBND tỉnh An Bình"},
    {"Tờ trình", "", "36/TTr-SNV", 2, 7, 2026, "Sở Nội vụ"},
    {"Báo cáo", "", "150/BC-SXD", 2, 7, 2026, "Sở Xây dựng"},
    {"Hướng dẫn", "", "12/HD-SGDĐT", 2, 7, 2026, "Sở Giáo dục và Đào tạo"},
    {"Đề án", "", "12/ĐA-UBND", 2, 7, 2026, "UBND tỉnh An Bình"},
    {"Phương án", "", "12/PA-UBND", 2, 7, 2026, "UBND tỉnh An Bình"},
    {"Biên bản", "", "12/BB-UBND", 2, 7, 2026, "UBND tỉnh An Bình"},
    {"Giấy mời", "", "12/GM-UBND", 2, 7, 2026, "UBND tỉnh An Bình"},
    {"Kết luận", "", "12/KL-TTCP", 2, 7, 2026, "Thanh tra Chính phủ"},
    {"Công văn", "", "5871/BGDĐT-QLCL", 2, 7, 2026, "Bộ Giáo dục và Đào tạo"},
    {"Công văn", "", "1769/UBND-KGVX", 2, 7, 2026, "UBND tỉnh An Bình"},
    {"Công văn", "", "15/UBND", 2, 7, 2026, "UBND xã An Bình"},
    {"Văn bản hợp nhất", "", "74/VBHN-VPQH", 2, 7, 2026, "Văn phòng Quốc hội"},
    {"Quyết định", "", "399/QĐ-BGDĐT", 2, 7, 2026, "Bộ trưởng Bộ Giáo dục và Đào tạo"},
    {"Quyết định", "", "114/2007/QĐ-BTC", 24, 12, 2007, "Bộ trưởng Bộ Tài chính"},
    // Before 1997
    {"Nghị định", "", "64-CP", 27, 9, 1993, "Chính phủ"},
    {"Nghị định", "", "25/CP", 23, 5, 1993, "Chính phủ"},
    {"Nghị định", "", "338/HĐBT", 20, 11, 1991, "Hội đồng Bộ trưởng"},
    {"Quyết định", "", "143/CP", 20, 11, 1980, "Hội đồng Chính phủ"},
    {"Nghị quyết", "", "200/NQ-TVQH", 18, 1, 1966, "Ủy ban Thường vụ Quốc hội"},
    {"Quyết định", "", "327-CT", 15, 9, 1992, "Chủ tịch Hội đồng Bộ trưởng"},
    {"Quyết định", "", "1062/TC/QĐ/CSTC", 14, 11, 1996, "Bộ trưởng Bộ Tài chính"},
    {"Thông tư", "", "13/TT-LB", 13, 10, 1992, "Bộ Y tế"},
    {"Sắc lệnh", "", "56/SL", 29, 4, 1946, "Chủ tịch nước"},
    // Party
    {"Chỉ thị", "", "12-CT/TW", 5, 1, 2022, "Ban Bí thư"},
    {"Nghị quyết", "", "18-NQ/TW", 16, 6, 2022, "Ban Chấp hành Trung ương Đảng"},
    {"Quy định", "", "02-QĐi/TU", 16, 6, 2022, "Ban Thường vụ Tỉnh ủy"},
    {"Quy định", "", "90-QĐ/TW", 4, 8, 2017, "Bộ Chính trị"},
    {"Kế hoạch", "", "167-KH/TU", 16, 6, 2022, "Tỉnh ủy An Bình"},
    {"Hướng dẫn", "", "36-HD/VPTW", 3, 4, 2018, "Văn phòng Trung ương Đảng"},
    {"Quy chế", "", "05-QC/BTCTU-BDVTU", 3, 4, 2018, ""},
    {"Công văn", "", "1234-CV/VPTU", 3, 4, 2018, "Văn phòng Tỉnh ủy"},
    {"Thông tri", "", "05-TT/TU", 3, 4, 2018, "Ban Thường vụ Tỉnh ủy"},
    {"Kết luận", "", "24-KL/TW", 13, 4, 2026, "Bộ Chính trị"},
    {"Chương trình", "", "12-CTr/HU", 13, 4, 2020, "Huyện ủy An Bình"},
    {"Thông báo", "", "51-TB/TW", 13, 4, 2020, "Bộ Chính trị"},
};

struct Form {
  std::string_view text;  // T type, N number, d 05/3/2020, D ngày … tháng … năm …, I issuer
  bool dated, issued;
};
constexpr Form forms[] = {
    {"Theo T số N.", false, false},
    {"Theo T N, các cơ quan", false, false},
    {"(T số: N)", false, false},
    {"Theo T số N ngày d.", true, false},
    {"Theo T số N, ngày d;", true, false},
    {"Theo T số N D của I về công tác A;", true, true},
    {"Theo T số N, D, của I về việc A;", true, true},
    {"Theo T số N ngày d của I quy định việc A.", true, true},
    {"Theo T N ngày d của I.", true, true},
    {"Theo T số N của I về công tác A.", false, true},
    {"Theo T số N của I ngày d về công tác A.", true, true},
    {"Theo T số N (ngày d) của I về công tác A.", true, true},
    {"Theo T số N ban hành ngày d của I về công tác A.", true, true},
    {"Theo T của I số N ngày d về công tác A.", true, true},
};

std::string filled(Form const& form, FamilyRow const& row) {
  auto const two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  std::string out;
  for (char const c : form.text) switch (c) {
      case 'T': out += out == "Theo " || out == "(" ? row.type : "T"; break;
      case 'N': out += row.number; break;
      case 'd': out += two(row.day) + "/" + std::to_string(row.month) + "/" + std::to_string(row.year); break;
      case 'D': out += "ngày " + two(row.day) + " tháng " + std::to_string(row.month) + " năm " + std::to_string(row.year); break;
      case 'I': out += row.issuer; break;
      default: out += c;
    }
  return out;
}

TEST(CitationForms, Numbered) {
  for (auto const& row : family_rows)
    for (auto const& form : forms) {
      if (form.issued && row.issuer.empty()) continue;
      auto expected = std::string(row.shown.empty() ? row.type : row.shown) + " " + std::string(row.number);
      if (form.dated) expected += " " + to_string(Date{row.year, row.month, row.day});
      if (form.issued) expected += " (" + std::string(row.issuer) + ")";
      expect(filled(form, row), expected);
    }
}

TEST(CitationForms, Laws) {
  expect_all({
      {"Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;", "Luật «Lưu trữ» 2024-06-21"},
      {"Căn cứ Luật Lưu trữ số 33/2024/QH15;", "Luật 33/2024/QH15 «Lưu trữ»"},
      {"Căn cứ Luật Lưu trữ số 33/2024/QH15 ngày 21 tháng 6 năm 2024;", "Luật 33/2024/QH15 «Lưu trữ» 2024-06-21"},
      {"theo Luật Lưu trữ (số 33/2024/QH15)", "Luật 33/2024/QH15 «Lưu trữ»"},
      {"theo Luật số 33/2024/QH15 về lưu trữ", "Luật 33/2024/QH15 «về lưu trữ»"},
      {"theo Luật số 33/2024/QH15 của Quốc hội", "Luật 33/2024/QH15 (Quốc hội)"},
      {"theo Luật Đất đai năm 2024", "Luật «Đất đai» 2024-00-00"},
      {"theo Luật Đất đai 2024", "Luật «Đất đai» 2024-00-00"},
      {"theo Luật Đất đai.", "Luật «Đất đai»"},
      {"theo Bộ luật Dân sự năm 2015", "Bộ luật «Dân sự» 2015-00-00"},
      {"theo Bộ luật Lao động số 45/2019/QH14", "Bộ luật 45/2019/QH14 «Lao động»"},
      {"theo Bộ luật Lao động ngày 20/11/2019", "Bộ luật «Lao động» 2019-11-20"},
      {"theo Hiến pháp năm 2013", "Hiến pháp 2013-00-00"},
      {"theo Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam", "Hiến pháp"},
      {"theo Pháp lệnh số 04/2022/UBTVQH15", "Pháp lệnh 04/2022/UBTVQH15"},
      {"theo Pháp lệnh Công an xã số 06/2008/PL-UBTVQH12 ngày 21/11/2008", "Pháp lệnh 06/2008/PL-UBTVQH12 «Công an xã» 2008-11-21"},
      {"theo Luật Giáo dục số 11/1998/QH10 ngày 02/12/1998", "Luật 11/1998/QH10 «Giáo dục» 1998-12-02"},
      {"Căn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;", "Luật «Tổ chức Chính phủ» 2025-02-18"},
      // Chains of amendments
      {"Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Xây dựng ngày 17 tháng 6 năm 2020;",
       "Luật «sửa đổi, bổ sung một số điều của Luật Xây dựng» 2020-06-17"},
      {"Căn cứ Luật Xây dựng ngày 18/6/2014 được sửa đổi, bổ sung một số điều theo Luật số 62/2020/QH14;",
       "Luật «Xây dựng» 2014-06-18; Luật 62/2020/QH14"},
      {"Luật Xây dựng số 50/2014/QH13 được sửa đổi, bổ sung một số điều bởi Luật số 62/2020/QH14 và Luật số 40/2019/QH14",
       "Luật 50/2014/QH13 «Xây dựng»; Luật 62/2020/QH14; Luật 40/2019/QH14"},
      {"Nghị định số 15/2021/NĐ-CP ngày 03/3/2021 của Chính phủ được sửa đổi, bổ sung tại Nghị định số 35/2023/NĐ-CP ngày 20/6/2023",
       "Nghị định 15/2021/NĐ-CP 2021-03-03 (Chính phủ); Nghị định 35/2023/NĐ-CP 2023-06-20"},
      {"Nghị định số 15/2021/NĐ-CP (đã được sửa đổi, bổ sung theo Nghị định số 35/2023/NĐ-CP, Nghị định số 09/2024/NĐ-CP)",
       "Nghị định 15/2021/NĐ-CP; Nghị định 35/2023/NĐ-CP; Nghị định 09/2024/NĐ-CP"},
      {"Thông tư số 05/2024/TT-BNV sửa đổi, bổ sung một số điều của Thông tư số 02/2020/TT-BNV và Thông tư số 03/2021/TT-BNV",
       "Thông tư 05/2024/TT-BNV; Thông tư 02/2020/TT-BNV; Thông tư 03/2021/TT-BNV"},
  });
}

TEST(CitationForms, Pinpoints) {
  Row const rows[] = {
      {"Điều 5", "[5//]"},
      {"Điều 5a", "[5a//]"},
      {"Điều 5 của", "[5//]"},
      {"khoản 2 Điều 5", "[5/2/]"},
      {"khoản 2, Điều 5", "[5/2/]"},
      {"khoản 2 của Điều 5", "[5/2/]"},
      {"khoản 2a Điều 5b", "[5b/2a/]"},
      {"điểm a khoản 2 Điều 5", "[5/2/a]"},
      {"điểm a, khoản 2, Điều 5 của", "[5/2/a]"},
      {"điểm đ khoản 2 Điều 5", "[5/2/đ]"},
      {"điểm a1 khoản 2 Điều 5", "[5/2/a1]"},
      {"Điểm a Khoản 2 Điều 5", "[5/2/a]"},
      {"điểm “đ” khoản 2 Điều 5", "[5/2/đ]"},
      {"Điều 5 khoản 2 điểm a", "[5/2/a]"},
      {"Điều 5, khoản 2", "[5/2/]"},
      {"điểm a, b khoản 2 Điều 5", "[5/2/a] [5/2/b]"},
      {"điểm a, b và c khoản 2 Điều 5", "[5/2/a] [5/2/b] [5/2/c]"},
      {"các điểm a, b và c khoản 2 Điều 5", "[5/2/a] [5/2/b] [5/2/c]"},
      {"điểm a và điểm b khoản 2 Điều 5", "[5/2/a] [5/2/b]"},
      {"khoản 1, 2 và 3 Điều 5", "[5/1/] [5/2/] [5/3/]"},
      {"các khoản 1, 2 Điều 5", "[5/1/] [5/2/]"},
      {"khoản 1 và khoản 2 Điều 5", "[5/1/] [5/2/]"},
      {"khoản 1 hoặc khoản 2 Điều 5", "[5/1/] [5/2/]"},
      {"Điều 5 và Điều 6", "[5//] [6//]"},
      {"các điều 5, 6 và 7", "[5//] [6//] [7//]"},
      {"Điều 5 và khoản 4 Điều 6", "[5//] [6/4/]"},
      {"khoản 1 Điều 5, Điều 7 và khoản 2 Điều 9", "[5/1/] [7//] [9/2/]"},
      {"điểm a khoản 1 và điểm b khoản 2 Điều 5", "[5/1/a] [5/2/b]"},
      {"từ Điều 5 đến Điều 9", "[5//] [9//]"},
      {"từ khoản 1 đến khoản 4 Điều 5", "[5/1/] [5/4/]"},
      {"từ điểm a đến điểm d khoản 1 Điều 5", "[5/1/a] [5/1/d]"},
      {"Điều 103 Mục 5 Chương XII Phần I của", "[103//]"},
      {"khoản 2 Mục II", "[/2/]"},
      {"Phụ lục I", ""},
      {"Mục 2 Chương III", ""},
      {"điểm thi", ""},
      {"khoản chi", ""},
  };
  for (auto const& row : rows) {
    std::string const gap = *row.expected == 0 ? "" : " ";
    expect(std::string("theo ") + row.text + " Nghị định số 30/2020/NĐ-CP", "Nghị định 30/2020/NĐ-CP" + gap + row.expected);
    expect(std::string("theo ") + row.text + " Luật Lưu trữ", "Luật «Lưu trữ»" + gap + row.expected);
  }
}

TEST(CitationForms, NoCitations) {
  for (char const* text : {
           // Phones, files, addresses
           "điện thoại 0205.3812345, 024/38253536, 091-234-5678, số 1900/1234",
           "số điện thoại: 0205.3812345/102",
           "số fax 0205-3812345",
           "30_2020_NĐ-CP.docx",
           "tệp 30-2020-ND-CP.pdf; D:/van-ban/30/2020/ND-CP",
           "https://vbpl.vn/30/2020/NĐ-CP",
           "www.chinhphu.vn/30/2020/ND-CP.html",
           "vanthu@abc.gov.vn/12/CV-UBND",
           "số tài khoản 3713.0.1059612/KBNN",
           "số nhà 12/4/A đường B",
           "số 12/3 đường Nguyễn Văn A",
           "thửa đất số 12/34, tờ bản đồ số 5",
           "hồ sơ số 12/2024/HS-BN",
           "biển số 29-KT/123",
           // Figures and dates
           "từ 01/10/2020 đến 30/11/2020",
           "trực 24/7; 60 km/h; 3/5 số hộ; 10/12 lớp",
           "năm học 2024-2025; giai đoạn 2021-2030",
           "QL 4A/5, tỉnh lộ 12/QL",
           "tỷ lệ 1/500, mẫu 2C/TCTW-98",
           "08 giờ 30/ngày",
           "1.234/5.678 tỷ đồng",
           "quý I/2024; tháng 3/2024",
           // Bodies and words with slashes and hyphens
           "và/hoặc; Thành đoàn/Huyện đoàn; Sở GD&ĐT/BHXH",
           "UBND-HĐND tỉnh; BCH-TW",
           "kinh tế - xã hội; TP-HCM",
           // Words of types without a number
           "Nghị định này; Luật này; Bộ luật này; Thông tư nêu trên",
           "pháp luật; luật sư; luật định; kỷ luật; Luật sư Nguyễn Văn A",
           "kế hoạch số 3 của quý 2/2024",
           "Đề án 06; Chương trình 135",
           "dự thảo Luật Đất đai (sửa đổi); dự án Luật Nhà giáo",
           "Công văn của Sở Nội vụ; Quyết định của Chủ tịch",
           "Trường Đại học Luật Hà Nội; Khoa Luật Kinh tế",
           "báo cáo số liệu 3/2024",
           "theo Mẫu số 01/TB ban hành kèm theo Thông tư này",
           "thông báo số dự thi 12/A1",
           // Rows of tables
           "| 12/A1 | 30/45 | 2020/1 |",
           "1\t12/2020\t45/T",
           "STT/Họ tên/Lớp 12-A1",
       })
    expect(text, "");
}

}  // namespace
}  // namespace vanthu
