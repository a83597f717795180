// The canonical text, and what is noted about what it hides.
#include <gtest/gtest.h>

#include "variants.hpp"

namespace vanthu {
namespace {

using testing::blocks_of;
using testing::read_text;

struct Case {
  std::string_view bytes, text;
};

TEST(Canonical, FoldsBlanksDashesAndLetters) {
  Case const cases[] = {
      {"a  b\t c", "a b c\n"},
      {"  a  ", "a\n"},
      {"Điều\u00A05", "Điều 5\n"},
      {"a\u2003\u3000b", "a b\n"},
      {"ng\u00ADười\u200B dân\uFEFF", "người dân\n"},
      {"30/2020/NĐ\u2011CP", "30/2020/NĐ-CP\n"},
      {"giai đoạn 2021 – 2025 — hết", "giai đoạn 2021 – 2025 — hết\n"},
      {"30/2020/N\u00D0-CP", "30/2020/NĐ-CP\n"},
      {"a\x01\x1F b", "a b\n"},
      {"A.\vB", "A.\nB\n"},
      {"ho\u0300a bi\u0300nh", "hòa bình\n"},
  };
  for (auto const& [bytes, text] : cases) EXPECT_EQ(read_text(bytes).text, text);
}

TEST(Canonical, NotesWhatTheTextHides) {
  struct Anomalous {
    std::string_view bytes;
    AnomalyKind kind;
    Span span;
  };
  Anomalous const cases[] = {
      {"a\u00A0b", AnomalyKind::no_break_space, {1, 2}},
      {"a\u200Bb", AnomalyKind::invisible, {1, 1}},
      {"\u00D0", AnomalyKind::eth, {0, 2}},
      {"a\u2011b", AnomalyKind::odd_dash, {1, 2}},
      {"a  b", AnomalyKind::space_run, {1, 2}},
      {"ho\u0300a", AnomalyKind::decomposed, {1, 3}},
      {"h\u043Ea", AnomalyKind::foreign_letter, {1, 3}},
      {"CVNC^{NH}.", AnomalyKind::ocr_mark, {4, 6}},
      {"a **b** c", AnomalyKind::emphasis, {2, 3}},
  };
  for (auto const& [bytes, kind, span] : cases) {
    auto const document = read_text(bytes);
    ASSERT_EQ(document.anomalies.size(), 1U) << bytes;
    EXPECT_EQ(document.anomalies[0].kind, kind) << bytes;
    EXPECT_EQ(document.anomalies[0].span, span) << bytes;
  }
  EXPECT_TRUE(read_text("  Điều 5.  \n\n").anomalies.empty());
  EXPECT_TRUE(read_text("Москва α β").anomalies.empty());
}

// The foreign letters noted, in reading order.
std::string foreign_in(std::string_view bytes) {
  auto const document = read_text(bytes);
  std::string out;
  for (auto const& a : document.anomalies)
    if (a.kind == AnomalyKind::foreign_letter) out += slice(document.text, a.span);
  return out;
}

TEST(Canonical, NotesLookAlikesInSymbols) {
  Case const cases[] = {
      {"30/2020/NĐ-\u0421\u0420 ngày", "\u0421\u0420"},
      {"08/2022/\u0422\u0422-BTC", "\u0422\u0422"},
      {"131/QĐ-U\u0412ND", "\u0412"},
      {"\u0391\u0392/CD \u0415n", "\u0391\u0392\u0415"},
      // no Latin letter beside them, letters that look like none of ours, one letter of a formula, a Russian line
      {"Liên Xô (\u0421\u0421\u0421\u0420)", ""},
      {"Hà Nội-\u041C\u043E\u0441\u043A\u0432\u0430", ""},
      {"\u03B1-tocopherol, \u03B2-caroten, \u03A1/V", ""},
      {"Windows-\u041E\u0421 \u0440\u0430\u0431\u043E\u0442\u0430\u0435\u0442", ""},
  };
  for (auto const& [bytes, letters] : cases) {
    EXPECT_EQ(foreign_in(bytes), letters) << bytes;
    EXPECT_EQ(foreign_in(testing::decomposed(bytes)), letters) << bytes;
  }
}

TEST(Canonical, NotesDecomposedLettersOncePerWord) {
  auto const document = read_text(testing::decomposed("khuyến khích Hà-Nội"));
  ASSERT_EQ(document.anomalies.size(), 3U);
  EXPECT_EQ(slice(document.text, document.anomalies[0].span), "ế");
  EXPECT_EQ(slice(document.text, document.anomalies[2].span), "à-Nộ");
}

TEST(Marks, AreTakenOutOfText) {
  Case const cases[] = {
      {"Số *2123* /UBND-NC", "Số 2123 /UBND-NC\n"},
      {"**a b** c", "a b c\n"},
      {"__a__ và _b_", "a và b\n"},
      {"***a***", "a\n"},
      {"**_a_**", "a\n"},
      {"**1.** Giao", "1. Giao\n"},
      {"**Điều 1**. Phạm vi", "Điều 1. Phạm vi\n"},
      {"Lưu: VT, CVNC^{NH}.", "Lưu: VT, CVNCNH.\n"},
      {"tỉnh /.../", "tỉnh /.../\n"},
      // what is no mark
      {"ten_tep_dinh_kem.pdf", "ten_tep_dinh_kem.pdf\n"},
      {"2 * 3 * 4", "2 * 3 * 4\n"},
      {"a* b", "a* b\n"},
      {"(*) Ghi chú (*)", "(*) Ghi chú (*)\n"},
      {"Số:____/UBND", "Số:____/UBND\n"},
      {"Số:__/UBND ngày __/__/2024", "Số:__/UBND ngày __/__/2024\n"},
      {"x^2 và ^{", "x^2 và ^{\n"},
  };
  for (auto const& [bytes, text] : cases) {
    EXPECT_EQ(read_text(bytes).text, text);
    EXPECT_EQ(read_text(bytes, "a.md").text, text);
  }
}

TEST(Marks, BoldMaySpanLinesOfOneParagraph) {
  EXPECT_EQ(read_text("**ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU**\n").text, "ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\n");
  EXPECT_EQ(read_text("**a\n\nb**\n").text, "**a\nb**\n");
}

TEST(Marks, TellHowMuchOfABlockIsEmphasized) {
  auto const document = read_text("**ỦY BAN\nTỈNH**\n\n**Căn** cứ Luật\n\nVăn bản\n");
  ASSERT_EQ(document.blocks.size(), 4U);
  EXPECT_EQ(document.blocks[0].emphasized, 100);
  EXPECT_EQ(document.blocks[1].emphasized, 100);
  EXPECT_EQ(document.blocks[2].emphasized, 33);
  EXPECT_EQ(document.blocks[3].emphasized, 0);
}

TEST(Canonical, EveryVariantGivesTheSameText) {
  std::string_view const text =
      "**ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU**\n\nSố: /UBND-VX\n\nV/v tăng cường quản lý\nliên kết\n\nKính gửi:\n\n- Các sở;\n"
      "- Thông tư số 11/2022/TT-\nBGDĐT ngày 26/7/2022.\n";
  auto const all = testing::variants(text);
  auto const expected = read_text(all[0].bytes);
  for (auto const& [what, bytes] : all) {
    auto const document = read_text(bytes);
    EXPECT_EQ(document.text, expected.text) << what;
    EXPECT_EQ(blocks_of(document), blocks_of(expected)) << what;
  }
}

}  // namespace
}  // namespace vanthu
