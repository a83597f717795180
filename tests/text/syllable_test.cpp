// What is built as a Vietnamese syllable is, and what is not.
#include "text/syllable.hpp"

#include <gtest/gtest.h>

#include "text/unicode.hpp"

namespace vanthu {
namespace {

std::u16string units(std::string_view text) {
  std::u16string out;
  for (std::size_t at = 0; at < text.size();) out += static_cast<char16_t>(next_code_point(text, at));
  return out;
}

TEST(Syllable, Is) {
  for (std::string_view const word :
       {"a",    "ở",     "ý",     "và",      "của",   "được",  "việc", "nghị", "định", "quyết", "quốc",   "quý", "quỳnh",
        "gì",   "giữa",  "giêng", "giếng",   "nghĩa", "Việt",  "UỶ",   "hoà",  "hòa",  "khuya", "nguyễn", "yêu", "xoong",
        "thuở", "ngoằn", "ĐƯỜNG", "nghiêng", "tuyển", "huỳnh", "cách", "hợp",  "luật", "ích",   "y",      "oanh"})
    EXPECT_TRUE(is_syllable(units(word))) << word;
}

TEST(Syllable, IsWithMarksBehindItsLetters) {
  EXPECT_TRUE(is_syllable(u"ê\u0301"));
  EXPECT_TRUE(is_syllable(u"vie\u0302\u0323t"));
  EXPECT_TRUE(is_syllable(u"vie\u0323\u0302t"));
  EXPECT_FALSE(is_syllable(u"vi\u0302e\u0302t"));
  EXPECT_FALSE(is_syllable(u"viet\u0323"));
  EXPECT_FALSE(is_syllable(u"\u0301a"));
}

TEST(Syllable, IsNot) {
  for (std::string_view const word :
       {"",     "b",   "đ", "QĐ", "THPT", "été", "français", "über", "ação",   "cac",    "tôt",     "hôtel",
        "mère", "năo", "ă", "lâ", "ạạ",   "áà",  "ka1",      "file", "straße", "\uFFFD", "a\uFFFD", "aaaaaaaaaaaaaaaaaaaaaaaa"})
    EXPECT_FALSE(is_syllable(units(word))) << word;
}

}  // namespace
}  // namespace vanthu
