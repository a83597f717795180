#include "text/column_units.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace vanthu {
namespace {

std::string_view without_end(std::string_view line) { return line.substr(0, line.find_first_of("\r\n")); }

bool goes_on(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80; }

// The start of the character that byte `at` belongs to.
std::size_t start_of(std::string_view line, std::size_t at) {
  if (at >= line.size()) return line.size();
  auto start = at;
  while (start > 0 && at - start < 3 && goes_on(line[start])) --start;
  return start;
}

}  // namespace

std::uint32_t column_of(std::string_view line, std::size_t at, ColumnUnit unit) {
  line = without_end(line);
  auto const before = line.substr(0, start_of(line, at));
  if (unit == ColumnUnit::utf8_bytes) return static_cast<std::uint32_t>(before.size());
  auto const points = code_points(before);
  // What takes four bytes takes two units of UTF-16.
  auto const pairs = unit == ColumnUnit::utf16_units
                         ? std::count_if(before.begin(), before.end(), [](char byte) { return static_cast<unsigned char>(byte) >= 0xF0; })
                         : 0;
  return static_cast<std::uint32_t>(points) + static_cast<std::uint32_t>(pairs);
}

std::size_t byte_of(std::string_view line, std::uint32_t column, ColumnUnit unit) {
  line = without_end(line);
  if (unit == ColumnUnit::utf8_bytes) return start_of(line, column);
  std::size_t at = 0;
  while (at < line.size()) {
    auto next = at;
    auto const units = units_of(next_code_point(line, next), unit);
    if (units > column) break;
    column -= units;
    at = next;
  }
  return at;
}

}  // namespace vanthu
