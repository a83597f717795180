// Dates: input and short dump, one line a case. Dump: matched text | ISO date | flags.
#include "grammar/date.hpp"

#include <gtest/gtest.h>

namespace vanthu::grammar {
namespace {

std::string iso(Date d) {
  auto const pad = [](int n, std::size_t width) {
    auto s = std::to_string(n);
    return std::string(width > s.size() ? width - s.size() : 0, '0') + s;
  };
  return pad(d.year, 4) + "-" + pad(d.month, 2) + "-" + pad(d.day, 2);
}

std::string dump(std::string_view text, std::size_t at = 0) {
  auto const m = match_date(text, at);
  if (!m) return "none";
  return std::string(slice(text, m->span)) + " | " + iso(m->date) + (m->long_form ? " long" : "") + (m->year_only ? " year" : "");
}

struct Case {
  char const* text;
  char const* expected;
};

TEST(Date, Shapes) {
  Case const cases[] = {
      {"ngày 05 tháng 3 năm 2020 của", "ngày 05 tháng 3 năm 2020 | 2020-03-05 long"},
      {"Ngày 5 tháng 12 năm 2020.", "Ngày 5 tháng 12 năm 2020 | 2020-12-05 long"},
      {"ngày 05/3/2020 của", "ngày 05/3/2020 | 2020-03-05"},
      {"ngày 05.3.2020", "ngày 05.3.2020 | 2020-03-05"},
      {"ngày 3-2-1999", "ngày 3-2-1999 | 1999-02-03"},
      {"ngày 14/11⁄2024", "ngày 14/11⁄2024 | 2024-11-14"},
      {"ngày 12/5/97;", "ngày 12/5/97 | 1997-05-12"},
      {"05/3/2020", "05/3/2020 | 2020-03-05"},
      {"05.3.2020.", "05.3.2020 | 2020-03-05"},
      {"năm 2015 của", "năm 2015 | 2015-00-00 year"},
      {"NGÀY 05 THÁNG 3 NĂM 2020", "NGÀY 05 THÁNG 3 NĂM 2020 | 2020-03-05 long"},
      {"ngày 17 tháng II năm 2013", "ngày 17 tháng II năm 2013 | 2013-11-17 long"},
  };
  for (auto const& c : cases) EXPECT_EQ(dump(c.text), c.expected) << c.text;
}

TEST(Date, BlanksOfADraft) {
  Case const cases[] = {
      {"ngày … tháng 02 năm 2023", "ngày … tháng 02 năm 2023 | 2023-02-00 long"},
      {"ngày tháng 6 năm 2023", "ngày tháng 6 năm 2023 | 2023-06-00 long"},
      {"ngày....tháng....năm 2023", "ngày....tháng....năm 2023 | 2023-00-00 long"},
      {"ngày tháng năm", "ngày tháng năm | 0000-00-00 long"},
      {"ngày ... tháng ... năm 202…", "ngày ... tháng ... năm 202… | 0000-00-00 long"},
      {"ngày /6/2023", "ngày /6/2023 | 2023-06-00"},
      {"ngày tháng năm của", "ngày tháng năm | 0000-00-00 long"},
  };
  for (auto const& c : cases) EXPECT_EQ(dump(c.text), c.expected) << c.text;
}

TEST(Date, NotADate) {
  for (char const* text : {"", "ngày", "ngày mai", "24/7", "12/2020", "2022-2023", "năm học", "năm 12", "ngày 10 tháng 12 hằng năm",
                           "1/2/20201", "ngày 1/2", "\xff\xfe", "ngày 12/5/97/NĐ"})
    EXPECT_EQ(dump(text), "none") << text;
}

TEST(Date, StartsWhereAsked) { EXPECT_EQ(dump("từ ngày 01/02/2023", 5), "ngày 01/02/2023 | 2023-02-01"); }

TEST(Date, PastTheEnd) { EXPECT_FALSE(match_date("năm", 99)); }

}  // namespace
}  // namespace vanthu::grammar
