// What lets stages pass over long stretches, against the same done byte by byte.
#include "read/plain_bytes.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "read/raw_lines.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

bool is_plain(char32_t c) {
  if (c < 0x80) return (c >= 0x20 && c < 0x7F) || c == '\t' || c == '\n' || c == '\v' || c == '\f';
  return (c >= 0xC0 && c < 0x300 && c != 0xD0 && c != 0x189) || (c >= 0x1E00 && c < 0x1F00);
}

TEST(PlainBytes, EndAtCharactersThatNeedALook) {
  for (char32_t c = 0; c < 0x11000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string text = "ab";
    append_utf8(text, c);
    text += "cde";
    EXPECT_EQ(end_of_plain(text, 0), is_plain(c) ? text.size() : 2) << std::hex << static_cast<unsigned>(c);
  }
}

TEST(PlainBytes, EndAtMalformedBytes) {
  for (std::string_view bad : {"\x80", "\xC3", "\xC3(", "\xC3\xC3", "\xE1", "\xE1\xBA", "\xE1\xBA(", "\xE1(\x80", "\xFF", "\xC0\xAF"})
    EXPECT_EQ(end_of_plain("ab" + std::string(bad) + "cd", 0), 2U) << testing::PrintToString(bad);
  for (std::string_view cut : {"\xC3", "\xE1", "\xE1\xBA"}) EXPECT_EQ(end_of_plain("ab" + std::string(cut), 0), 2U);
}

// Whatever stands before and behind, and from whichever character on.
TEST(PlainBytes, EndAnywhere) {
  static constexpr std::string_view pieces[] = {"a", "\n", "đ", "Ɗ", "ơ", "ệ", "Ỹ", "ÿ", "\xC3\xA0"};
  static constexpr std::string_view stops[] = {
      "", "Ð", "Ɖ", "“", "\r", "\x7F", "\x80", "\xC3", "\xC3(", "\xE1\xBA", "\xE1\xBA(", "\xE1\x80\x80", "\xF0\x9F\x98\x80"};
  std::mt19937 random(3);
  auto const some = [&] {
    std::string out;
    for (auto n = random() % 24; n > 0; --n) out += pieces[random() % std::size(pieces)];
    return out;
  };
  for (int round = 0; round < 20'000; ++round) {
    auto const before = some() + "“", plain = some(), stop = std::string(stops[random() % std::size(stops)]);
    auto const text = before + plain + stop + (stop.empty() ? "" : some());
    EXPECT_EQ(end_of_plain(text, before.size()), before.size() + plain.size()) << testing::PrintToString(text);
  }
}

TEST(PlainBytes, RareBytesComeInOrder) {
  RareBytes<2> stars("a*b_c*", {'*', '_'});
  EXPECT_EQ(stars.next(0, 6), 1U);
  EXPECT_EQ(stars.next(2, 3), 3U);  // nothing before the end
  EXPECT_EQ(stars.next(3, 6), 3U);
  EXPECT_EQ(stars.next(4, 6), 5U);
  EXPECT_EQ(stars.next(6, 6), 6U);
}

TEST(PlainBytes, CodePointsOfAnyLength) {
  std::string text;
  std::size_t count = 0;
  for (std::size_t i = 0; i < 3000; ++i) {  // longer than the lanes of one byte can count
    ASSERT_EQ(code_points(text), count) << text.size();
    append_utf8(text, i % 7 == 0 ? U'ế' : i % 3 == 0 ? U'đ' : i % 11 == 0 ? U'\U0001F600' : U'a');
    ++count;
  }
  EXPECT_EQ(code_points(std::string(100'000, '\x80')), 0U);
}

std::vector<Span> runs_byte_by_byte(std::string_view text) {
  std::vector<Span> runs;
  for (std::uint32_t at = 0; at < text.size();) {
    auto end = at;
    while (end < text.size() && (text[end] == ' ' || text[end] == '\t')) ++end;
    if (end > at && text.substr(at, end - at) != " ") runs.push_back({at, end});
    at = std::max(end, at + 1);
  }
  return runs;
}

TEST(PlainBytes, BlankRunsWhereverTheyStand) {
  for (std::string_view run : {" ", "  ", "   ", "\t", " \t", "\t ", "  \t  "})
    for (std::size_t before = 0; before < 32; ++before)
      for (std::size_t after = 0; after < 18; ++after) {
        auto const text = std::string(before, 'a') + std::string(run) + std::string(after, 'b') + " c  d";
        EXPECT_EQ(find_blank_runs(text), runs_byte_by_byte(text)) << text;
      }
}

}  // namespace
}  // namespace vanthu
