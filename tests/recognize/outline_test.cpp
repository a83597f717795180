// The outline: one line a node, indented by its depth.
#include <gtest/gtest.h>

#include "recognized.hpp"

namespace vanthu {
namespace {

std::string outline(std::string_view text, std::string_view name = "a.txt") {
  auto const r = recognized(text, name);
  std::string out;
  for (auto const& n : r.facts.outline) {
    for (int p = n.parent; p >= 0; p = r.facts.outline[static_cast<std::size_t>(p)].parent) out += "  ";
    out += std::string(to_string(n.kind)) + " " + n.label + (n.title.empty() ? "" : ": " + n.title) + "\n";
  }
  return out;
}

TEST(Outline, RomanNumbersClausesPoints) {
  EXPECT_EQ(outline("I. MỤC ĐÍCH\n\n1. Yêu cầu\n\na) Kịp thời;\n\n- Đúng hạn;\n\nb) Đầy đủ.\n\n2. Nội dung\n\nII. TỔ CHỨC THỰC HIỆN\n"),
            "heading I: MỤC ĐÍCH\n"
            "  clause 1: Yêu cầu\n"
            "    point a\n"
            "      dash \n"
            "    point b\n"
            "  clause 2: Nội dung\n"
            "heading II: TỔ CHỨC THỰC HIỆN\n");
}

TEST(Outline, ArticlesInChapters) {
  EXPECT_EQ(outline("Chương I\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi điều chỉnh\n\n1. Quy chế này quy định chế độ làm việc.\n\nĐiều 2. Đối "
                    "tượng\n\nChương II\nTỔ CHỨC\n\n"
                    "Điều 3. Thành lập Tổ công tác theo Điều 5 của Luật.\n"),
            "chapter I: QUY ĐỊNH CHUNG\n"
            "  article 1: Phạm vi điều chỉnh\n"
            "    clause 1\n"
            "  article 2: Đối tượng\n"
            "chapter II: TỔ CHỨC\n"
            "  article 3\n");
}

TEST(Outline, DottedNumbersNest) {
  EXPECT_EQ(outline("1. Tuổi\n\n1.1. Về tuổi đời\n\na) Từ 18 tuổi.\n\n1.2. Về trình độ\n\n2. Nhiệm vụ\n"),
            "clause 1: Tuổi\n"
            "  clause 1.1: Về tuổi đời\n"
            "    point a\n"
            "  clause 1.2: Về trình độ\n"
            "clause 2: Nhiệm vụ\n");
}

TEST(Outline, HeaderAndRecipientsAreNone) {
  EXPECT_EQ(outline("Số: 12/UBND-VX\n\nKính gửi:\n- Sở Nội vụ;\n- Sở Tài chính.\n\n1. Báo cáo kết quả trước tháng 5.\n\nNơi nhận:\n- Như "
                    "trên;\n- Lưu: VT.\n"),
            "clause 1\n");
}

TEST(Outline, SpanRunsToTheLastBlockThatBelongs) {
  auto const r = recognized("1. Giao Sở Nội vụ\n\nChủ trì, phối hợp.\n\n2. Giao Sở Tài chính\n");
  ASSERT_EQ(r.facts.outline.size(), 2u);
  EXPECT_EQ(text_of(r, r.facts.outline[0].span), "1. Giao Sở Nội vụ / Chủ trì, phối hợp.");
  EXPECT_EQ(text_of(r, r.facts.outline[0].label_span), "1.");
}

}  // namespace
}  // namespace vanthu
