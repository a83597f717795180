// Bytes told apart sixty-four at a time, with and without the machine's instructions for it.
#include "text/byte_classes.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "text/unicode.hpp"

namespace vanthu {
namespace {

std::string random_text(std::mt19937& random, std::size_t characters) {
  static constexpr std::u32string_view letters = U"aAoOuUzZ09 -/@[`{đĐơƠưƯăĂĩũâÂêỆếỸỹẀẟ÷×ßÿŁłɏ“–…аⅣ\U0001F600\u00A0\n";
  std::string out;
  for (std::size_t i = 0; i < characters; ++i) append_utf8(out, letters[random() % letters.size()]);
  return out;
}

TEST(ByteClasses, OneByOneOrTogether) {
  std::mt19937 random(1);
  for (int round = 0; round < 200; ++round) {
    auto const text = random_text(random, 1 + random() % 120);
    for (std::size_t at = 0; at < text.size(); ++at) {
      auto const together = byte_classes(text, at), plain = byte_classes_plain(text, at);
      EXPECT_EQ(together.word, plain.word) << text << " at " << at;
      EXPECT_EQ(together.digit, plain.digit) << text << " at " << at;
      EXPECT_EQ(together.high, plain.high) << text << " at " << at;
      EXPECT_EQ(together.unusual, plain.unusual) << text << " at " << at;
      EXPECT_EQ(together.toned, plain.toned) << text << " at " << at;
    }
  }
}

// What is not unusual is its own small letter.
TEST(ByteClasses, CapitalsAreUnusual) {
  for (std::uint32_t c = 0x80; c < 0x2100; ++c) {
    std::string text;
    append_utf8(text, c);
    auto const classes = byte_classes(text, 0);
    EXPECT_EQ(classes.high, (std::uint64_t{1} << text.size()) - 1);
    if (classes.unusual == 0) {
      EXPECT_TRUE(is_letter(c) && to_lower(c) == c) << c;
    }
  }
  for (std::string_view const letter : {"ă", "â", "đ", "ê", "ô", "ơ", "ư", "ĩ", "ũ", "ỹ", "ạ", "ẳ", "ợ", "ữ", "ý", "ò"})
    EXPECT_EQ(byte_classes(letter, 0).unusual, 0U) << letter;
}

}  // namespace
}  // namespace vanthu
