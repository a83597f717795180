// Lines of the header: input and short dump, one line a case.
#include "grammar/header.hpp"

#include <gtest/gtest.h>

namespace vanthu::grammar {
namespace {

struct Case {
  char const* line;
  char const* expected;
};

std::string number(std::string_view line) {
  auto const n = match_number_line(line);
  if (!n) return "none";
  return std::string(slice(line, n->span)) + " | " + std::string(slice(line, n->label)) + (n->colon ? ": " : " ") + "[" +
         std::string(slice(line, n->number)) + "] " + (n->identifier ? n->identifier->symbol : "-");
}

TEST(NumberLine, Shapes) {
  Case const cases[] = {
      {"Số: 15/QĐ-UBND", "Số: 15/QĐ-UBND | Số: [15] QĐ-UBND"},
      {"Số: /UBND-VX", "Số: /UBND-VX | Số: [] UBND-VX"},
      {"Số: …/QĐ-UBND", "Số: …/QĐ-UBND | Số: [] QĐ-UBND"},
      {"Số:.../QĐ-UBND", "Số:.../QĐ-UBND | Số: [] QĐ-UBND"},
      {"Số 2123 /UBND-NC", "Số 2123 /UBND-NC | Số [2123] UBND-NC"},
      {"SỐ KÝ HIỆU: /THPTTP", "SỐ KÝ HIỆU: /THPTTP | SỐ KÝ HIỆU: [] THPTTP"},
      {"Số 06-HD/TW", "Số 06-HD/TW | Số [06] HD/TW"},
      {"Số: 12", "Số: 12 | Số: [12] -"},
      {"Số: ũ /QĐ-UBND", "Số: ũ /QĐ-UBND | Số: [ũ] QĐ-UBND"},
      {"Số: 12/QĐ-UBND Hà Nội", "Số: 12/QĐ-UBND | Số: [12] QĐ-UBND"},
  };
  for (auto const& c : cases) EXPECT_EQ(number(c.line), c.expected) << c.line;
}

TEST(NumberLine, OtherLines) {
  for (char const* line : {"", "Sốt xuất huyết", "Số lượng: 15", "15/QĐ-UBND", "Số liệu năm 2024", "\xff\xfe"})
    EXPECT_EQ(number(line), "none") << line;
}

std::string place(std::string_view line) {
  auto const p = match_place_date(line);
  if (!p) return "none";
  auto const part = [&](Span s) { return "[" + std::string(slice(line, s)) + "]"; };
  return part(p->place) + (p->comma ? ", " : " ") + part(p->day) + part(p->month) + part(p->year) + (p->date.long_form ? " long" : "");
}

TEST(PlaceDate, Shapes) {
  Case const cases[] = {
      {"Hà Nội, ngày 05 tháng 3 năm 2024", "[Hà Nội], [05][3][2024] long"},
      {"Lai Châu, ngày tháng 02 năm 2023", "[Lai Châu], [][02][2023] long"},
      {"Lai Châu, ngày ... tháng 02 năm 2023", "[Lai Châu], [][02][2023] long"},
      {"Thành phố Hồ Chí Minh, ngày 10 tháng 10 năm 2010", "[Thành phố Hồ Chí Minh], [10][10][2010] long"},
      {"Hà Nội ngày 05 tháng 3 năm 2024", "[Hà Nội] [05][3][2024] long"},
      {"Hà Nội, ngày 05/3/2024", "[Hà Nội], [05][3][2024]"},
      {"Hà Nội, 05/3/2024", "[Hà Nội], [05][3][2024]"},
      {"Hà Nội, ngày 2# thángØ? năm 2021", "[Hà Nội], [][][2021] long"},
      {"ngày 05 tháng 3 năm 2024", "[] [05][3][2024] long"},
  };
  for (auto const& c : cases) EXPECT_EQ(place(c.line), c.expected) << c.line;
}

TEST(PlaceDate, Sentences) {
  for (char const* line :
       {"", "Ngày 05/3/2024, Sở Nội vụ nhận được Công văn", "Trước ngày 05/3/2024", "Hà Nội, ngày 05 tháng 3 năm 2024, Bộ Nội vụ họp",
        "kể từ ngày 05 tháng 3 năm 2024", "Hà Nội", "năm 2024", "Họp giao ban tháng 9 năm 2025",
        "Căn cứ Luật Nhà giáo ngày 16 tháng 6 năm 2025;", "Thực hiện Chỉ thị số 02/CT-TTg ngày 05 tháng 3 năm 2024"})
    EXPECT_EQ(place(line), "none") << line;
}

std::string prefix(std::string_view line) {
  auto const p = match_subject_prefix(line);
  return std::string(slice(line, p.span)) + (p.colon ? ":" : "") + "|" + std::string(line.substr(p.rest));
}

TEST(SubjectPrefix, Shapes) {
  EXPECT_EQ(prefix("V/v báo cáo"), "V/v|báo cáo");
  EXPECT_EQ(prefix("V/v: báo cáo"), "V/v:|báo cáo");
  EXPECT_EQ(prefix("Về việc báo cáo"), "Về việc|báo cáo");
  EXPECT_EQ(prefix("Về báo cáo"), "Về|báo cáo");
  EXPECT_EQ(prefix("Ban hành Quy chế"), "|Ban hành Quy chế");
}

}  // namespace
}  // namespace vanthu::grammar
