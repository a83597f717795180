#include "vanthu/date.hpp"

#include <charconv>
#include <cstdio>

namespace vanthu {
namespace {

bool leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in(int month, int year) {
  constexpr int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month == 2 && year != 0 && !leap(year)) return 28;
  return days[month - 1];
}

std::optional<int> digits(std::string_view text) {
  int value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

}  // namespace

bool is_valid(Date date) {
  if (date.month < 0 || date.month > 12 || date.day < 0 || date.day > 31) return false;
  return date.month == 0 || date.day == 0 || date.day <= days_in(date.month, date.year);
}

bool certainly_after(Date a, Date b) {
  if (a.year == 0 || b.year == 0) return false;
  if (a.year != b.year) return a.year > b.year;
  if (a.month == 0 || b.month == 0) return false;
  if (a.month != b.month) return a.month > b.month;
  if (a.day == 0 || b.day == 0) return false;
  return a.day > b.day;
}

std::string to_string(Date date) {
  char buffer[40];
  auto const n = std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", date.year, date.month, date.day);
  return {buffer, static_cast<std::size_t>(n)};
}

std::optional<Date> parse_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  auto const year = digits(text.substr(0, 4));
  auto const month = digits(text.substr(5, 2));
  auto const day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  Date const date{*year, *month, *day};
  if (!is_valid(date)) return std::nullopt;
  return date;
}

}  // namespace vanthu
