#include "text/letter_widths.hpp"

#include <gtest/gtest.h>

namespace vanthu {
namespace {

CharacterFormat times(std::uint16_t half_points, bool bold = false) {
  CharacterFormat out;
  out.font = "Times New Roman";
  out.size = half_points;
  out.bold = bold;
  return out;
}

TEST(LetterWidths, AreThoseOfTimesNewRoman) {
  EXPECT_EQ(text_width("n", times(28)), 140);
  EXPECT_EQ(text_width("W", times(28)), 264);
  EXPECT_EQ(text_width("W", times(28, true)), 280);
  EXPECT_EQ(text_width("", times(28)), 0);
  EXPECT_NEAR(text_width("Độc lập - Tự do - Hạnh phúc", times(28, true)), 3420, 20);  // 6 cm, as people draw the line below it
}

TEST(LetterWidths, ALetterWithMarksIsAsWideAsItsBase) {
  EXPECT_EQ(text_width("ế", times(26)), text_width("e", times(26)));
  EXPECT_EQ(text_width("e\u0302\u0301", times(26)), text_width("e", times(26)));  // NFD
  EXPECT_EQ(text_width("Đ", times(26)), text_width("D", times(26)));
}

TEST(LetterWidths, CapitalsAreShownWide) {
  auto caps = times(26);
  caps.caps = true;
  EXPECT_EQ(text_width("quyết định", caps), text_width("QUYẾT ĐỊNH", times(26)));
}

TEST(LetterWidths, RaisedLettersAreSmaller) {
  auto raised = times(28);
  raised.raised = true;
  EXPECT_EQ(text_width("____", raised), text_width("____", times(28)) * 13 / 20);
}

TEST(LetterWidths, OtherFontsAreNotKnown) {
  auto other = times(26);
  other.font = "Arial";
  EXPECT_EQ(text_width("văn bản", other), 0);
}

}  // namespace
}  // namespace vanthu
