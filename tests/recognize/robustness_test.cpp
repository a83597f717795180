// Any bytes: spliced documents and noise must neither crash nor give spans outside of the text.
#include <gtest/gtest.h>

#include <random>

#include "recognized.hpp"
#include "text/word_index.hpp"

namespace vanthu {
namespace {

void expect_sound(Recognized const& r) {
  auto const size = r.document.text.size();
  auto const inside_text = [&](Span s) { return s.begin <= s.end && s.end <= size; };
  for (auto const& c : r.facts.components) {
    ASSERT_TRUE(inside_text(c.span)) << to_string(c.kind);
    for (auto const& f : c.fields) {
      ASSERT_TRUE(inside_text(f.span)) << f.name;
      for (auto const item : f.items) ASSERT_TRUE(inside_text(item)) << f.name;
    }
  }
  for (std::size_t i = 0; i < r.facts.outline.size(); ++i) {
    auto const& n = r.facts.outline[i];
    ASSERT_TRUE(inside_text(n.span) && inside_text(n.label_span) && inside_text(n.title_span));
    ASSERT_LT(n.parent, static_cast<int>(i));
  }
}

constexpr std::string_view pieces[] = {
    "ỦY BAN NHÂN DÂN\n",
    "TỈNH LAI CHÂU\n",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "\n",
    "\n\n",
    " ",
    "        ",
    "Độc lập - Tự do - Hạnh phúc\n",
    "Số: ",
    "12",
    "/QĐ-UBND",
    "Hà Nội, ",
    "ngày ",
    "05",
    " tháng ",
    " năm 2024",
    "QUYẾT ĐỊNH",
    ":",
    "V/v ",
    "Về việc thành lập",
    "Kính gửi:",
    "- ",
    "Sở Nội vụ;",
    "Căn cứ ",
    "Luật Giáo dục",
    ";",
    "Điều 1. ",
    "a) ",
    "I. ",
    "1.1. ",
    "PHỤ LỤC I",
    "./.",
    "Nơi nhận:",
    "Lưu: VT, ",
    "(",
    ")",
    "KT. ",
    "TM.",
    "CHỦ TỊCH",
    "Nguyễn Văn A",
    "TS. ",
    "\xff",
    "\xe1\xba",
    "\xc4",
    "…",
    "#",
    "**",
    "|",
    "```\n",
    "TRÍCH YẾU: ",
    "PL.(300)",
};

TEST(Robustness, RandomSplices) {
  std::mt19937 random(20240305);  // the same every time
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    auto const count = random() % 60;
    for (unsigned i = 0; i < count; ++i) text += pieces[random() % std::size(pieces)];
    expect_sound(recognized(text, round % 2 == 0 ? "a.txt" : "a.md"));
    if (HasFatalFailure()) FAIL() << text;
  }
}

// The recognizers must bear a Document whose text is no UTF-8, however little a reader would make one.
TEST(Robustness, RandomBytesAsBlocks) {
  std::mt19937 random(30);
  for (int round = 0; round < 1000; ++round) {
    Recognized r;
    for (auto const count = random() % 12; r.document.blocks.size() < count;) {
      Block block;
      block.span.begin = static_cast<std::uint32_t>(r.document.text.size());
      for (auto i = random() % 40; i > 0; --i)
        r.document.text += static_cast<char>(random() % 3 == 0 ? random() % 256 : "SốKT. ngày/:-"[random() % 16]);
      block.span.end = static_cast<std::uint32_t>(r.document.text.size());
      block.kind = static_cast<BlockKind>(random() % 4);
      block.column = static_cast<Column>(random() % 3);
      r.document.text += '\n';
      r.document.blocks.push_back(block);
    }
    r.document.words = index_words(r.document.text);
    r.facts = recognize(r.document);
    expect_sound(r);
    if (HasFatalFailure()) FAIL() << round;
  }
}

}  // namespace
}  // namespace vanthu
