// Labels: input and short dump, one line a case. Dump: kind label 'marker' rest.
#include "grammar/label.hpp"

#include <gtest/gtest.h>

namespace vanthu::grammar {
namespace {

std::string dump(std::string_view line) {
  static constexpr std::string_view kinds[] = {"part",   "chapter", "section", "subsection", "article", "roman",
                                               "letter", "number",  "point",   "dash",       "plus",    "appendix"};
  auto const m = match_label(line);
  if (!m) return "none";
  return std::string(kinds[static_cast<std::size_t>(m->kind)]) + " " + m->label + " '" + std::string(slice(line, m->marker)) + "' " +
         std::string(line.substr(m->rest));
}

struct Case {
  char const* line;
  char const* expected;
};

TEST(Label, Words) {
  Case const cases[] = {
      {"Phần I", "part I 'Phần I' "},
      {"PHẦN THỨ NHẤT", "part THỨ NHẤT 'PHẦN THỨ NHẤT' "},
      {"Chương II", "chapter II 'Chương II' "},
      {"CHƯƠNG I QUY ĐỊNH CHUNG", "chapter I 'CHƯƠNG I' QUY ĐỊNH CHUNG"},
      {"Mục 1. Hồ sơ", "section 1 'Mục 1.' Hồ sơ"},
      {"Tiểu mục 2", "subsection 2 'Tiểu mục 2' "},
      {"Điều 5. Hiệu lực", "article 5 'Điều 5.' Hiệu lực"},
      {"Điều 5a. Hiệu lực", "article 5a 'Điều 5a.' Hiệu lực"},
      {"Điều 3: Giao Sở", "article 3 'Điều 3:' Giao Sở"},
      {"Điều 3", "article 3 'Điều 3' "},
      {"Diều 3. Trách nhiệm", "article 3 'Diều 3.' Trách nhiệm"},
      {"Phụ lục", "appendix  'Phụ lục' "},
      {"PHỤ LỤC II", "appendix II 'PHỤ LỤC II' "},
      {"PHỤ LỤC: DANH MỤC", "appendix  'PHỤ LỤC:' DANH MỤC"},
  };
  for (auto const& c : cases) EXPECT_EQ(dump(c.line), c.expected) << c.line;
}

TEST(Label, Bare) {
  Case const cases[] = {
      {"I. MỤC ĐÍCH", "roman I 'I.' MỤC ĐÍCH"},
      {"A. Phần chung", "letter A 'A.' Phần chung"},
      {"C. Phần chung", "letter C 'C.' Phần chung"},
      {"1. Giao Sở", "number 1 '1.' Giao Sở"},
      {"1.2. Giao Sở", "number 1.2 '1.2.' Giao Sở"},
      {"1.2 Giao Sở", "number 1.2 '1.2' Giao Sở"},
      {"2/ Giao Sở", "number 2 '2/' Giao Sở"},
      {"a) Sở", "point a 'a)' Sở"},
      {"đ) Sở", "point đ 'đ)' Sở"},
      {"a)Sở", "point a 'a)' Sở"},
      {"b. Sở", "point b 'b.' Sở"},
      {"- Sở", "dash  '-' Sở"},
      {"– Sở", "dash  '–' Sở"},
      {"+ Sở", "plus  '+' Sở"},
  };
  for (auto const& c : cases) EXPECT_EQ(dump(c.line), c.expected) << c.line;
}

TEST(Label, ReferencesAndFiguresAreNone) {
  for (char const* line : {"", "Điều 5 của Luật Giáo dục", "Mục 2 Công văn số 15", "Chương I của Nghị định", "Phụ lục kèm theo Quyết định",
                           "1.846 tổ chức", "15.4.2010 của", "2024 là năm", "IUU là", "Về việc", "\xff", "1", "Phần lớn các xã"})
    EXPECT_EQ(dump(line), "none") << line;
}

}  // namespace
}  // namespace vanthu::grammar
