// From the text back to the file, whatever the file's encoding.
#include <gtest/gtest.h>

#include "text/unicode.hpp"
#include "variants.hpp"

namespace vanthu {
namespace {

using testing::read_text;

// The span of `words` in the text.
Span find(Document const& document, std::string_view words) {
  auto const at = document.text.find(words);
  EXPECT_NE(at, std::string::npos) << words;
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

TEST(Places, OfOneDocumentInEveryVariant) {
  std::string_view const text = "Số: /UBND-VX\n\n**KT. CHỦ TỊCH**\n\nCăn cứ  Luật đất đai.\n";
  auto const all = testing::variants(text);
  for (auto const& [what, bytes] : all) {
    auto const document = read_text(bytes);
    for (std::string_view words : {"Số", "UBND", "CHỦ TỊCH", "Luật", "đai."}) {
      auto const span = find(document, words);
      EXPECT_EQ(testing::source_of(document, span), words) << what;
    }
    auto const place = document.position(document.map.to_source(find(document, "Luật")).begin);
    EXPECT_EQ(place.line, 5U) << what;
    auto const nfd = what.substr(0, 3) == "NFD";
    EXPECT_EQ(place.column, nfd ? 12U : 9U) << what;  // ă = a + mark, ứ = u + horn + mark
  }
}

TEST(Places, OffsetsAreBytesOfTheFile) {
  auto const plain = read_text("Đ\nSố");
  EXPECT_EQ(plain.map.to_source(find(plain, "Số")), (SourceRange{3, 7}));
  EXPECT_EQ(plain.position(3), (Position{3, 2, 1}));
  auto const bom = read_text("\xEF\xBB\xBFĐ");
  EXPECT_EQ(bom.map.to_source({0, 2}), (SourceRange{3, 5}));
  EXPECT_EQ(bom.position(3), (Position{3, 1, 1}));
  auto const crlf = read_text("A.\r\nB.");
  EXPECT_EQ(crlf.position(crlf.map.to_source(find(crlf, "B")).begin), (Position{4, 2, 1}));
  auto const cr = read_text("A.\rB.");
  EXPECT_EQ(cr.position(cr.map.to_source(find(cr, "B")).begin), (Position{3, 2, 1}));
  auto const wide = read_text(testing::utf16("A\nĐạo", true, true));
  EXPECT_EQ(wide.map.to_source(find(wide, "ạo")), (SourceRange{8, 12}));
  EXPECT_EQ(wide.position(8), (Position{8, 2, 2}));
}

TEST(Places, LeaveMarksOut) {
  auto const document = read_text("a **Số** b");
  EXPECT_EQ(document.map.to_source(find(document, "Số")), (SourceRange{4, 8}));
  EXPECT_EQ(document.map.to_source(find(document, "a Số b")), (SourceRange{0, 12}));
}

TEST(Places, OfEmptySpans) {
  auto const document = read_text("A.  \n\n  **B** c.\n");  // text "A.\nB c.\n"
  EXPECT_EQ(document.map.to_source({0, 0}), (SourceRange{0, 0}));
  EXPECT_EQ(document.map.to_source({2, 2}), (SourceRange{2, 2}));    // end of the first block
  EXPECT_EQ(document.map.to_source({3, 3}), (SourceRange{10, 10}));  // start of the second
  EXPECT_EQ(document.map.to_source({4, 4}), (SourceRange{11, 11}));  // behind "B", inside the marks
  EXPECT_EQ(document.map.to_source({7, 7}), (SourceRange{16, 16}));
}

TEST(Places, OfJoinedLines) {
  auto const document = read_text("Trường hợp này\nvà trường hợp khác số 17/CT-\n\nTTg.");
  auto const join = find(document, "này và");
  EXPECT_EQ(testing::source_of(document, join), "này\nvà");
  EXPECT_EQ(testing::source_of(document, find(document, "17/CT-TTg")), "17/CT-\n\nTTg");
  EXPECT_EQ(testing::source_of(document, find(document, "TTg")), "TTg");
}

TEST(Places, OfSqueezedBlanksAndFoldedLetters) {
  auto const document = read_text("a   b \u00D0c d\u200Be");
  EXPECT_EQ(testing::source_of(document, find(document, " b")), "   b");
  EXPECT_EQ(testing::source_of(document, find(document, "Đc")), "\u00D0c");
  EXPECT_EQ(testing::source_of(document, find(document, "de")), "d\u200Be");
}

TEST(Places, PositionIsCertainAnywhere) {
  auto const document = read_text("a\n");
  EXPECT_EQ(document.position(2), (Position{2, 2, 1}));
  EXPECT_EQ(document.position(99), (Position{2, 2, 1}));
}

TEST(Places, ColumnsOfVeryLongLines) {
  std::string line;
  for (int i = 0; i < 5000; ++i) line += "ả";
  line += "x";
  auto const document = read_text("a.\n" + line);
  auto const at = static_cast<std::uint32_t>(3 + line.size() - 1);
  EXPECT_EQ(document.position(at), (Position{at, 2, 5001}));
  EXPECT_EQ(document.code_point_counts.size(), (3 + line.size()) / 1024 + 1);
}

}  // namespace
}  // namespace vanthu
