// The tables of old encodings, against ICU's and against text as it was typed.
#include "text/code_pages.hpp"

#include <gtest/gtest.h>
#include <unicode/ucnv.h>

#include "support/code_page.hpp"

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

}  // namespace
}  // namespace vanthu
