// A calendar date of which parts may be unknown (a draft leaves the day blank).
#pragma once
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace vanthu {

struct Date {
  int year = 0;   // 0 = unknown
  int month = 0;  // 0 = unknown
  int day = 0;    // 0 = unknown

  constexpr bool complete() const { return year != 0 && month != 0 && day != 0; }
  friend constexpr bool operator==(Date const&, Date const&) = default;
};

// True when no known part is impossible: month 1-12, day 1-31 and not beyond its month (leap years counted when the year is known).
bool is_valid(Date date);

// True when `a` is certainly later than `b`: decided at the precision that both have ("2024-05-00" is not after "2024-05-16").
bool certainly_after(Date a, Date b);

// "2023-02-00": ISO 8601 with 00 (0000) for unknown parts.
std::string to_string(Date date);

// Reads "YYYY-MM-DD" (00 allowed for unknown parts). Nothing when the shape differs or the date is impossible.
std::optional<Date> parse_iso_date(std::string_view text);

}  // namespace vanthu
