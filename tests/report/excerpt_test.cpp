// The source line around a place: what is shown, where the mark stands.
#include "report/excerpt.hpp"

#include <gtest/gtest.h>

#include <tuple>

#include "support/document.hpp"
#include "text/unicode.hpp"

namespace vanthu::report {
namespace {

using test::document;
using test::range_of;

// The excerpt with its marks under it.
std::string shown(std::string const& source, std::string const& part, std::size_t width = 60) {
  auto const d = document(source);
  auto const e = excerpt(d, range_of(d, part), width);
  EXPECT_LE(display_width(e.text), std::max<std::size_t>(width, 20));
  return e.text + "\n" + std::string(e.indent, ' ') + std::string(e.marked, '^');
}

TEST(Excerpt, ShowsAShortLineWhole) {
  EXPECT_EQ(shown("một\nhai ba bốn\nnăm", "ba"),
            "hai ba bốn\n"
            "    ^^");
}

// Letter and mark are two characters of the file and one cell of the screen.
TEST(Excerpt, ShowsWhatOldFontsShow) {
  auto d = document("Soá: 12, nhaân daân");
  d.font_texts = {{{0, static_cast<std::uint32_t>(d.source.size())}, CodePage::vni, false}};
  auto const e = excerpt(d, range_of(d, "nhaân"), 60);
  EXPECT_EQ(to_nfc(e.text), "Số: 12, nhân dân");
  EXPECT_EQ(e.indent, 8U);
  EXPECT_EQ(e.marked, 4U);
}

TEST(Excerpt, CutsBothSidesOfALongLine) {
  std::string const filler(200, 'x');
  EXPECT_EQ(shown(filler + " đây " + filler, "đây", 29),
            "…xxxxxxxxxxx đây xxxxxxxxxxx…\n"
            "             ^^^");
}

TEST(Excerpt, CutsOnlyWhatIsTooLong) {
  std::string const filler(200, 'x');
  EXPECT_EQ(shown("Số: " + filler, "Số", 20),
            "Số: xxxxxxxxxxxxxxx…\n"
            "^^");
  EXPECT_EQ(shown(filler + " hết", "hết", 20),
            "…xxxxxxxxxxxxxxx hết\n"
            "                 ^^^");
}

TEST(Excerpt, MarksALongPlaceUpToTheEdge) {
  EXPECT_EQ(shown("ab " + std::string(100, 'y'), std::string(100, 'y'), 20),
            "ab yyyyyyyyyyyyyyyy…\n"
            "   ^^^^^^^^^^^^^^^^");
}

TEST(Excerpt, DecomposedLettersTakeOneColumn) {
  // "Uỷ ban" with ỷ as y + hook above, then "số" as o + circumflex + acute.
  EXPECT_EQ(shown("Uy\u0309 ban so\u0302\u0301 12", "12"),
            "Uy\u0309 ban so\u0302\u0301 12\n"
            "          ^^");
}

TEST(Excerpt, CutsADecomposedLineBetweenLetters) {
  std::string filler;
  for (auto i = 0; i < 100; ++i) filler += "e\u0302\u0301";
  auto const d = document(filler + "12" + filler);
  auto const e = excerpt(d, range_of(d, "12"), 20);
  EXPECT_EQ(display_width(e.text), 20u);
  EXPECT_EQ(e.text.substr(0, 4), "…e");
}

TEST(Excerpt, WideLettersTakeTwoColumns) {
  EXPECT_EQ(shown("日本 và Việt Nam", "Việt"),
            "日本 và Việt Nam\n"
            "        ^^^^");
}

TEST(Excerpt, TabsTakeFourColumns) {
  EXPECT_EQ(shown("\tSố: 12", "12"),
            "    Số: 12\n"
            "        ^^");
}

TEST(Excerpt, ControlsAreShownAsReplacement) {
  EXPECT_EQ(shown("a\x1b[31mb\u202Ec", "c"),
            "a\uFFFD[31mb\uFFFDc\n"
            "        ^");
  EXPECT_EQ(printable("a\nb\x07"), "a b\uFFFD");
}

TEST(Excerpt, AnEmptyPlaceHasOneMark) {
  auto const d = document("Nơi nhận\n- Như trên;");
  auto const e = excerpt(d, {11, 11}, 60);  // end of the first line
  EXPECT_EQ(e.text, "Nơi nhận");
  EXPECT_EQ(e.indent, 8u);
  EXPECT_EQ(e.marked, 1u);
}

TEST(Excerpt, APlaceOverSeveralLinesIsMarkedToTheEndOfTheFirst) {
  EXPECT_EQ(shown("17/CT-\n\nTTg ngày", "CT-\n\nTTg"),
            "17/CT-\n"
            "   ^^^");
}

TEST(Excerpt, Utf16AndByteOrderMark) {
  auto const d = document(test::utf16le("\uFEFFSố: 12\nđ 𝒳y"));
  auto const first = excerpt(d, {2, 6}, 60);  // after the mark: "Số"
  EXPECT_EQ(first.text, "Số: 12");
  EXPECT_EQ(first.indent, 0u);
  EXPECT_EQ(first.marked, 2u);
  auto const size = static_cast<std::uint32_t>(d.source.size());
  auto const last = excerpt(d, {size - 2, size}, 60);
  EXPECT_EQ(last.text, "đ 𝒳y");
  EXPECT_EQ(last.indent, 3u);
}

TEST(Excerpt, Windows1258) {
  auto const d = document(
      "\xD0\xF4\xF2"
      "c l\xE2\xF2p T\xFD\xF2 do\nQuy\xEA\xECt \xF0i\xF2nh s\xF4\xEC 12");
  auto const e = excerpt(d, {24, 29}, 60);
  EXPECT_EQ(e.text, "Quyê\u0301t đi\u0323nh sô\u0301 12");  // a byte is a code point
  EXPECT_EQ(e.indent, 6u);
  EXPECT_EQ(e.marked, 4u);
  auto const cut = excerpt(d, {30, 33}, 20);
  EXPECT_EQ(cut.text, e.text);
}

TEST(Excerpt, WorkDoesNotGrowWithTheLine) {
  auto const d = document(std::string(4'000'000, 'x') + " 12 " + std::string(4'000'000, 'x'));
  for (auto i = 0; i < 2'000; ++i) EXPECT_EQ(excerpt(d, {4'000'001, 4'000'003}, 80).marked, 2u);
}

// Lines of letters one column wide take a shorter way than others; a font that holds for no letter closes it.
TEST(Excerpt, BothWaysShowTheSame) {
  std::string const sentence = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; ";
  for (auto const& text :
       {sentence, sentence + sentence + "\r\n" + sentence + "\n\nABC", std::string("x\ny"), sentence + "\t\u0301“" + sentence}) {
    auto const plain = document(text);
    auto by_cells = plain;
    by_cells.font_texts = {{{0, 0}, CodePage::vni, false}};
    for (std::uint32_t at = 0; at <= text.size(); ++at) {
      if (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) continue;
      for (std::uint32_t const size : {0U, 3U, 70U}) {
        for (std::size_t const width : {20U, 60U, 200U}) {
          auto const a = excerpt(plain, {at, at + size}, width), b = excerpt(by_cells, {at, at + size}, width);
          ASSERT_EQ(std::tuple(a.text, a.indent, a.marked), std::tuple(b.text, b.indent, b.marked)) << text << at << " " << size;
        }
      }
    }
  }
}

}  // namespace
}  // namespace vanthu::report
