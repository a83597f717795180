// Comments for this program: taken out of the text, kept with their places and what they cover.
#include <gtest/gtest.h>

#include "variants.hpp"

namespace vanthu {
namespace {

using testing::blocks_of;
using testing::read_text;

// One line a directive: what it says -> the blocks that it covers, joined by " / ".
std::string directives_of(Document const& document) {
  std::string out;
  for (auto const& directive : document.directives) {
    out += directive.text + " -> ";
    std::string covered(slice(document.text, directive.covers));
    for (auto at = covered.find('\n'); at != std::string::npos; at = covered.find('\n')) covered.replace(at, 1, " / ");
    out += covered + "\n";
  }
  return out;
}

struct Case {
  std::string_view what, bytes, blocks, directives;
};

void expect(std::string_view name, std::initializer_list<Case> cases) {
  for (auto const& [what, bytes, blocks, directives] : cases) {
    auto const document = read_text(bytes, name);
    EXPECT_EQ(blocks_of(document), blocks) << what;
    EXPECT_EQ(directives_of(document), directives) << what;
  }
}

TEST(Comments, InPlainText) {
  expect("a.txt", {
                      {"alone: the next block", "Một.\n<!-- vanthu: x -->\nHai.\nBa.\n", "Một.\nHai.\nBa.\n", "x -> Hai.\n"},
                      {"behind a line: its block", "Một. <!-- vanthu: x -->\nHai.\n", "Một.\nHai.\n", "x -> Một.\n"},
                      {"in front of a line: its block", "Một.\n<!--vanthu:x--> Hai.\n", "Một.\nHai.\n", "x -> Hai.\n"},
                      {"blank lines between", "Một.\n\n<!-- vanthu: x -->\n\nHai.\n", "Một.\nHai.\n", "x -> Hai.\n"},
                      {"two above one block", "<!-- vanthu: x -->\n<!-- vanthu: y -->\nMột.\n", "Một.\n", "x -> Một.\ny -> Một.\n"},
                      {"nothing follows", "Một.\n\n<!-- vanthu: x -->", "Một.\n", "x -> \n"},
                      {"over several lines", "<!-- vanthu: x\n  y -->\nMột.\n", "Một.\n", "x\n  y -> Một.\n"},
                      {"other comments are text", "Một <!-- hai -->\n", "Một <!-- hai -->\n", ""},
                      {"never closed: text", "Một <!-- vanthu: x\n", "Một <!-- vanthu: x\n", ""},
                      {"for nobody in particular", "Một <!-- van thu: x -->\n", "Một <!-- van thu: x -->\n", ""},
                  });
}

TEST(Comments, InMarkdown) {
  expect("a.md", {
                     {"alone", "Một.\n\n<!-- vanthu: x -->\n\n- Hai\n- Ba\n", "Một.\n- Hai\n- Ba\n", "x -> - Hai\n"},
                     {"others are no text either", "Một <!-- hai --> ba.\n<!-- bốn -->\n", "Một ba.\n", ""},
                     {"inside an item", "- Hai\n- Ba <!-- vanthu: x -->\n", "- Hai\n- Ba\n", "x -> - Ba\n"},
                 });
  auto const table = read_text("Một.\n\n<!-- vanthu: x -->\n| a | b |\n|---|---|\n| c | d | <!-- vanthu: y -->\n| e | f |\n", "a.md");
  EXPECT_EQ(directives_of(table), "x -> a / b / c / d / e / f\ny -> c / d\n");
}

// As if nobody had put it there: the same blocks, places apart.
TEST(Comments, AloneOnALineChangeNothing) {
  std::string const wrapped =
      "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật sửa đổi,\nbổ sung một số điều của Luật.\n";
  auto const line = wrapped.find('\n') + 1;
  auto const with = wrapped.substr(0, line) + "<!-- vanthu: x -->\n" + wrapped.substr(line);
  for (auto const* name : {"a.txt", "a.md"}) {
    auto const document = read_text(with, name);
    EXPECT_EQ(blocks_of(document), blocks_of(read_text(wrapped, name)));
    EXPECT_EQ(directives_of(document), "x -> " + document.text.substr(0, document.text.size() - 1) + "\n");
    EXPECT_FALSE(document.blocks.size() != 1) << name;
  }
}

TEST(Comments, HaveTheirPlacesInEveryVariant) {
  for (auto const& [what, bytes] : testing::variants("Đầu.\n\n<!-- vanthu: bỏ qua CT101: trích nguyên văn -->\nĐuôi.\n")) {
    auto const document = read_text(bytes);
    ASSERT_EQ(document.directives.size(), 1U) << what;
    auto const& [text, map, source, covers] = document.directives[0];
    EXPECT_EQ(text, "bỏ qua CT101: trích nguyên văn") << what;
    EXPECT_EQ(slice(document.text, covers), "Đuôi.") << what;
    auto const begin = document.position(source.begin);
    EXPECT_EQ(begin.line, 3U) << what;
    EXPECT_EQ(begin.column, 1U) << what;
    auto const code = static_cast<std::uint32_t>(text.find("CT101"));
    auto const range = map.to_source({code, code + 5});
    auto const at = document.position(range.begin);
    EXPECT_EQ(at.line, 3U) << what;
    EXPECT_EQ(at.column, what.substr(0, 3) == "NFD" ? 22U : 21U) << what;  // ỏ = o + mark
    EXPECT_EQ(document.position(range.end).column, at.column + 5) << what;
  }
}

}  // namespace
}  // namespace vanthu
