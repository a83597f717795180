// Places in the units of editors, and edits of lines, beside a plain reference.
#include "lsp/text_buffer.hpp"

#include <gtest/gtest.h>

#include <random>

#include "lsp/edits.hpp"
#include "text/unicode.hpp"

namespace vanthu::lsp {
namespace {

TEST(TextBuffer, GivesPlacesInTheUnitsOfTheClient) {
  std::string const text = "Điều 1\r\ne\u0323\u0302 😀x\rcuối";  // "ệ" decomposed: e, dot below, circumflex
  struct Case {
    ColumnUnit unit;
    TextPosition x, behind;
  };
  for (auto const& [unit, x, behind] : {Case{ColumnUnit::utf16_units, {1, 6}, {1, 7}}, Case{ColumnUnit::utf8_bytes, {1, 10}, {1, 11}},
                                        Case{ColumnUnit::code_points, {1, 5}, {1, 6}}}) {
    TextBuffer const buffer(text, unit);
    auto const at = static_cast<std::uint32_t>(text.find('x'));
    EXPECT_EQ(buffer.position(at), x);
    EXPECT_EQ(buffer.offset(x), at);
    EXPECT_EQ(buffer.position(at + 1), behind);
    EXPECT_EQ(buffer.lines(), 3U);
  }
}

TEST(TextBuffer, PlacesBeyondTheTextAreItsEnds) {
  TextBuffer const buffer("ab\r\ncd", ColumnUnit::utf16_units);
  EXPECT_EQ(buffer.offset({0, 99}), 2U);
  EXPECT_EQ(buffer.offset({9, 0}), 6U);
  EXPECT_EQ(buffer.offset({UINT32_MAX, UINT32_MAX}), 6U);
  EXPECT_EQ(buffer.position(3), (TextPosition{0, 2})) << "between CR and LF";
  EXPECT_EQ(buffer.position(99), (TextPosition{1, 2}));
  TextBuffer const pair("😀", ColumnUnit::utf16_units);
  EXPECT_EQ(pair.offset({0, 1}), 0U) << "inside a surrogate pair";
}

TEST(TextBuffer, TakesAReversedRangeTheOtherWayRound) {
  TextBuffer buffer("một hai ba", ColumnUnit::utf16_units);
  buffer.replace({{0, 8}, {0, 4}}, "");
  EXPECT_EQ(buffer.text(), "một ba");
}

// Every edit of a text full of line ends leaves what a new buffer of the same text has.
TEST(TextBuffer, KeepsItsLinesThroughEdits) {
  std::mt19937 random(1);
  for (auto const unit : {ColumnUnit::utf8_bytes, ColumnUnit::utf16_units, ColumnUnit::code_points}) {
    std::string text = "a\r\nb\rc\n\r\n\nđ😀";
    TextBuffer buffer(text, unit);
    for (int i = 0; i < 3000; ++i) {
      auto const edit = test::random_edit(text, random, {"\r", "\n", "\r\n", "x", "đ", "😀", "", "\n\r"}, 3);
      TextBuffer const before(text, unit);
      auto const range = before.range(edit.range);
      buffer.replace(range, edit.text);
      auto const begin = before.offset(range.start);  // between CR and LF no editor can write
      text.replace(begin, before.offset(range.end) - begin, edit.text);
      ASSERT_EQ(buffer.text(), text);
      TextBuffer const fresh(text, unit);
      ASSERT_EQ(buffer.lines(), fresh.lines()) << i;
      for (std::uint32_t at = 0; at <= text.size(); ++at) ASSERT_EQ(buffer.position(at), fresh.position(at)) << i << ": " << at;
    }
  }
}

TEST(TextBuffer, CountsInALongLineAsInAShortOne) {
  std::string line;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> expected;  // byte, column
  std::uint32_t column = 0;
  for (int i = 0; i < 3000; ++i) {
    expected.emplace_back(line.size(), column);
    line += i % 7 == 0 ? "😀" : i % 3 == 0 ? "ệ" : "x";
    column += i % 7 == 0 ? 2 : 1;
  }
  TextBuffer const buffer("đầu\n" + line, ColumnUnit::utf16_units);
  auto const start = buffer.offset({1, 0});
  for (auto const& [byte, units] : expected) {
    ASSERT_EQ(buffer.position(start + byte), (TextPosition{1, units}));
    ASSERT_EQ(buffer.offset({1, units}), start + byte);
  }
}

}  // namespace
}  // namespace vanthu::lsp
