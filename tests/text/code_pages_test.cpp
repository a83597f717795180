// The tables of old encodings, against ICU's and against text as it was typed.
#include "text/code_pages.hpp"

#include <gtest/gtest.h>
#include <unicode/ucnv.h>

#include "support/code_page.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

constexpr std::string_view small_letters = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ";

TEST(CodePages, Windows1258IsThatOfIcu) {
  UErrorCode status = U_ZERO_ERROR;
  auto* converter = ucnv_open("windows-1258", &status);
  ASSERT_TRUE(U_SUCCESS(status));
  for (auto byte = 1; byte < 256; ++byte) {
    auto const stored = static_cast<char>(byte);
    char16_t unit = 0;
    ucnv_toUChars(converter, &unit, 1, &stored, 1, &status);
    status = U_ZERO_ERROR;  // no room for a terminator
    auto const want = unit >= 0x80 && unit < 0xA0 ? unassigned : unit;
    auto const [first, second] = decode_byte(CodePage::windows1258, static_cast<unsigned char>(byte));
    EXPECT_EQ(first, want) << byte;
    EXPECT_EQ(second, 0) << byte;
  }
  ucnv_close(converter);
}

TEST(CodePages, HaveAllLettersOfVietnamese) {
  for (auto const page : {CodePage::windows1258, CodePage::tcvn3, CodePage::vni}) {
    EXPECT_EQ(test::decoded(page, test::stored_in(page, small_letters)), small_letters) << to_string(page);
    if (page == CodePage::tcvn3) continue;
    auto const capitals = to_upper(small_letters);
    EXPECT_EQ(test::decoded(page, test::stored_in(page, capitals)), capitals) << to_string(page);
  }
  EXPECT_EQ(test::decoded(CodePage::tcvn3, "\xA1\xA2\xA3\xA4\xA5\xA6\xA7"), "ĂÂÊÔƠƯĐ");
}

TEST(CodePages, AsTyped) {
  EXPECT_EQ(test::decoded(CodePage::tcvn3,
                          "\xA7\xE9"
                          "c l\xCBp - T\xF9 do - H\xB9nh ph\xF3"
                          "c"),
            "Độc lập - Tự do - Hạnh phúc");
  EXPECT_EQ(test::decoded(CodePage::vni,
                          "\xD1o\xE4"
                          "c la\xE4p - T\xF6\xEF do - Ha\xEFnh phu\xF9"
                          "c"),
            "Độc lập - Tự do - Hạnh phúc");
  EXPECT_EQ(test::decoded(CodePage::windows1258,
                          "\xD0\xF4\xF2"
                          "c l\xE2\xF2p - T\xFD\xF2 do - Ha\xF2nh ph\xFA"
                          "c"),
            "Độc lập - Tự do - Hạnh phúc");
  EXPECT_EQ(test::stored_in(CodePage::tcvn3, "Ủy ban nhân dân tỉnh"), "\xF1y ban nh\xA9n d\xA9n t\xD8nh");
  EXPECT_EQ(test::stored_in(CodePage::vni, "ỦY BAN NHÂN DÂN TỈNH"), "U\xDBY BAN NHA\xC2N DA\xC2N T\xC6NH");
}

std::string shown(CodePage page, std::string_view bytes, bool capitals = false) {
  std::string out;
  for (auto const byte : bytes) {
    auto const [first, second] = shown_in_font(page, capitals, decode_windows1252(static_cast<unsigned char>(byte)));
    append_utf8(out, first);
    if (second != 0) append_utf8(out, second);
  }
  return to_nfc(out);
}

TEST(Fonts, EachLetterGoesThereAndBack) {
  for (auto const page : {CodePage::tcvn3, CodePage::vni}) {
    std::size_t letters = 0;
    for (auto const& text : {std::string(small_letters), to_upper(small_letters)})
      for (std::size_t at = 0; at < text.size();) {
        auto const begin = at;
        auto const letter = next_code_point(text, at);
        auto const bytes = stored_in_font(page, letter);
        // Of TCVN3 the capitals without tones alone.
        bool const has = page == CodePage::vni || is_lower(letter) || letter < 0x80 ||
                         std::u32string_view(U"ĂÂÊÔƠƯĐ").find(letter) != std::u32string_view::npos;
        EXPECT_EQ(bytes.has_value(), has) << to_string(page) << ' ' << text.substr(begin, at - begin);
        if (!bytes) continue;
        ++letters;
        EXPECT_EQ(shown(page, *bytes), text.substr(begin, at - begin)) << to_string(page);
      }
    EXPECT_EQ(letters, page == CodePage::vni ? 178U : 118U);
  }
  EXPECT_EQ(stored_in_font(CodePage::vni, U'ậ'), "a\xE4");
  EXPECT_EQ(stored_in_font(CodePage::vni, U'Ậ'), "A\xC4");
  EXPECT_EQ(stored_in_font(CodePage::vni, U'–'), "\x96");
  EXPECT_EQ(stored_in_font(CodePage::vni, U'Ω'), std::nullopt);
  EXPECT_EQ(stored_in_font(CodePage::tcvn3, U'Ậ'), std::nullopt);
}

TEST(Fonts, OfCapitalsShowThemForSmallLetters) {
  EXPECT_EQ(shown(CodePage::tcvn3, "\xF1y ban nh\xA9n d\xA9n t\xD8nh", true), "ỦY BAN NHÂN DÂN TỈNH");
  EXPECT_EQ(shown(CodePage::tcvn3, "S\xE8: 12/Q\xA7-UBND"), "Số: 12/QĐ-UBND");
}

TEST(Fonts, WhatIsNoLetterOfTheirsStays) {
  EXPECT_EQ(shown(CodePage::tcvn3, "\x93\xA0\x94\x80\x8A"), "“\u00A0”€Š");
  auto const whole = [](CodePage page, char32_t c) { return shown_in_font(page, false, c).first; };
  EXPECT_EQ(whole(CodePage::tcvn3, U'ộ'), U'ộ');
  EXPECT_EQ(whole(CodePage::tcvn3, U'→'), U'→');
  EXPECT_EQ(whole(CodePage::tcvn3, 0xFF), 0xFFU);  // no letter of the code page
}

TEST(Fonts, AreKnownByName) {
  auto const page = [](std::string_view font) -> std::string {
    auto const found = code_page_of_font(font);
    return found ? std::string(to_string(found->page)) + (found->capitals ? ", capitals" : "") : "Unicode";
  };
  struct {
    std::string_view font, page;
  } const table[] = {
      {".VnTime", "TCVN3 (ABC)"},
      {".VnTimeH", "TCVN3 (ABC), capitals"},
      {".VnArial NarrowH", "TCVN3 (ABC), capitals"},
      {".VnTifani Heavy", "TCVN3 (ABC)"},
      {".vntimeh", "TCVN3 (ABC), capitals"},
      {".VNARIAL", "TCVN3 (ABC)"},
      {"VNI-Times", "VNI"},
      {"vni-helve", "VNI"},
      {"Times New Roman", "Unicode"},
      {"VnTime", "Unicode"},
      {"VNI", "Unicode"},
      {"UVN Thoi Nay", "Unicode"},
      {".V", "Unicode"},
      {"", "Unicode"},
  };
  for (auto const& [font, want] : table) EXPECT_EQ(page(font), want) << font;
}

}  // namespace
}  // namespace vanthu
