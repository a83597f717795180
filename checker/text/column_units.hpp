// Columns of one line in the unit that a reader of our output counts in: terminals and people count code points, rdjson and some editors
// bytes of UTF-8, most of the Language Server Protocol units of UTF-16.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace vanthu {

enum class ColumnUnit : std::uint8_t { utf8_bytes, utf16_units, code_points };

// How many units of a column a code point takes.
constexpr std::uint32_t units_of(char32_t c, ColumnUnit unit) {
  switch (unit) {
    case ColumnUnit::utf8_bytes: return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    case ColumnUnit::utf16_units: return c < 0x10000 ? 1 : 2;
    case ColumnUnit::code_points: return 1;
  }
  return 1;
}

// Both take a line of well-formed UTF-8; it may carry its line end or more lines behind it, which no column reaches. Columns count from 0,
// and letters as they are stored: a decomposed "ệ" is three code points. Malformed bytes give some column, never a failure.

// The column of byte `at`. Inside a character it is that of its start; at or behind the line's end that of the end.
std::uint32_t column_of(std::string_view line, std::size_t at, ColumnUnit unit);

// The byte at which the column stands, always the start of a character or the end of the line: a column inside a character (the second
// half of a surrogate pair) is its start, one behind the line its end.
std::size_t byte_of(std::string_view line, std::uint32_t column, ColumnUnit unit);

}  // namespace vanthu
