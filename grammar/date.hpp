// Dates as documents write them: "ngày 05 tháng 3 năm 2020", "ngày 05/3/2020", "05.3.2020", with blanks of a draft
// ("ngày … tháng 02 năm 2023", "ngày    tháng 6 năm 2023", "ngày tháng năm"), and "năm 2015" alone.
// Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 4.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "vanthu/date.hpp"
#include "vanthu/span.hpp"

namespace vanthu::grammar {

struct DateMatch {
  Span span;                                    // bytes of the text given; from "ngày"/"năm"/the day to the last part
  Date date;                                    // parts as numbers, 0 when blank; not checked against the calendar
  std::string day_text, month_text, year_text;  // as written; "" when blank
  bool long_form = false;                       // has the word "tháng"
  bool year_only = false;                       // "năm 2015"
};

// Matches a date that starts exactly at byte `at` of `text` (NFC, single blanks). Nothing when there is none.
std::optional<DateMatch> match_date(std::string_view text, std::size_t at);

}  // namespace vanthu::grammar
