// Columns in bytes of UTF-8, units of UTF-16 and code points, there and back.
#include "text/column_units.hpp"

#include <gtest/gtest.h>

#include <string>

#include "text/unicode.hpp"

namespace vanthu {
namespace {

struct Case {
  std::string_view line;
  std::size_t byte;
  std::uint32_t utf8, utf16, points;
};

constexpr Case cases[] = {
    {"", 0, 0, 0, 0},
    {"Điều 5", 0, 0, 0, 0},
    {"Điều 5", 2, 2, 1, 1},                          // behind Đ
    {"Điều 5", 6, 6, 3, 3},                          // behind ề: three bytes
    {"Điều 5", 8, 8, 5, 5},                          // before 5
    {"Điều 5", 9, 9, 6, 6},                          // the end
    {"vie\u0323\u0302c sử", 7, 7, 5, 5},             // decomposed: behind e and its two marks
    {"vie\u0323\u0302c sử", 5, 5, 4, 4},             // between the marks
    {"vi\u1EC7c sử", 5, 5, 3, 3},                    // composed
    {"\U0001F600 Điều", 4, 4, 2, 1},                 // an emoji is a pair of surrogates
    {"\U0001F600 Điều", 7, 7, 4, 3},                 // behind it and Đ
    {"a\U0001F468\u200D\U0001F469b", 12, 12, 6, 4},  // joined: each part counts
    {"xin chào\r\n", 9, 9, 8, 8},                    // before the line end
    {"xin chào\n", 9, 9, 8, 8},
};

TEST(ColumnUnits, ThereAndBack) {
  for (auto const& c : cases) {
    SCOPED_TRACE(std::string(c.line) + " at " + std::to_string(c.byte));
    struct {
      ColumnUnit unit;
      std::uint32_t column;
    } const expected[] = {{ColumnUnit::utf8_bytes, c.utf8}, {ColumnUnit::utf16_units, c.utf16}, {ColumnUnit::code_points, c.points}};
    for (auto const& [unit, column] : expected) {
      EXPECT_EQ(column_of(c.line, c.byte, unit), column);
      EXPECT_EQ(byte_of(c.line, column, unit), c.byte);
    }
  }
}

TEST(ColumnUnits, InsideACharacterIsItsStart) {
  for (auto const unit : {ColumnUnit::utf8_bytes, ColumnUnit::utf16_units, ColumnUnit::code_points}) {
    EXPECT_EQ(column_of("aề", 2, unit), 1u);
    EXPECT_EQ(column_of("aề", 3, unit), 1u);
  }
  EXPECT_EQ(byte_of("aề", 2, ColumnUnit::utf8_bytes), 1u);
  EXPECT_EQ(byte_of("a\U0001F600b", 4, ColumnUnit::utf8_bytes), 1u);
  EXPECT_EQ(byte_of("a\U0001F600b", 2, ColumnUnit::utf16_units), 1u);
  EXPECT_EQ(byte_of("a\U0001F600b", 3, ColumnUnit::utf16_units), 5u);
}

TEST(ColumnUnits, NothingLiesBehindTheLine) {
  for (auto const unit : {ColumnUnit::utf8_bytes, ColumnUnit::utf16_units, ColumnUnit::code_points}) {
    for (std::string_view const line : {"ab", "ab\n", "ab\r\ncd", "ab\rcd"}) {
      EXPECT_EQ(byte_of(line, 99, unit), 2u);
      EXPECT_EQ(column_of(line, 99, unit), 2u);
      EXPECT_EQ(column_of(line, 3, unit), 2u);
    }
    EXPECT_EQ(byte_of("", 1, unit), 0u);
    EXPECT_EQ(column_of("", 1, unit), 0u);
  }
}

TEST(ColumnUnits, EveryPlaceOfALineComesBack) {
  std::string const line = "Số: 12/UBND-VX, \U0001F600 nga\u0300y 05 thàng 3 — \U00020000 vi\u0323\u0302t";
  for (auto const unit : {ColumnUnit::utf8_bytes, ColumnUnit::utf16_units, ColumnUnit::code_points}) {
    std::uint32_t expected = 0;
    for (std::size_t at = 0; at < line.size();) {
      ASSERT_EQ(column_of(line, at, unit), expected);
      ASSERT_EQ(byte_of(line, expected, unit), at);
      expected += units_of(next_code_point(line, at), unit);
    }
    EXPECT_EQ(column_of(line, line.size(), unit), expected);
  }
}

TEST(ColumnUnits, MalformedBytesDoNoHarm) {
  std::string const line = "\x80\x80\x80\x80\xFF a\xC3";
  for (auto const unit : {ColumnUnit::utf8_bytes, ColumnUnit::utf16_units, ColumnUnit::code_points})
    for (std::uint32_t i = 0; i < 12; ++i) {
      EXPECT_LE(byte_of(line, i, unit), line.size());
      EXPECT_LE(column_of(line, i, unit), line.size() + 1);
    }
}

}  // namespace
}  // namespace vanthu
