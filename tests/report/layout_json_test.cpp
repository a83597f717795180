// vanthu.layout/1: the runs of each block with their text, values in words.
#include "report/layout_json.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/document.hpp"

namespace vanthu::report {
namespace {

using nlohmann::json;

TEST(LayoutJson, NullWithoutLayout) { EXPECT_TRUE(json::parse(layout_json(test::document("Số: 1"), false))["layout"].is_null()); }

TEST(LayoutJson, RunsStandInTheirBlocks) {
  auto document = test::document("Điều 1\n\nhai");
  ASSERT_EQ(document.blocks.size(), 2);
  auto& layout = document.layout.emplace();
  layout.formats.resize(2);
  layout.formats[0].font = "Times New Roman";
  layout.formats[0].size = 27;
  layout.formats[1].font = "Arial";
  layout.formats[1].bold = true;
  layout.formats[1].color = 0x00FF1A;
  auto const end = document.blocks[1].span.end;
  layout.runs = {{{0, 8}, 0}, {{8, end}, 1}};  // the second goes on in the next block
  layout.blocks.resize(2);
  layout.blocks[1].region = Region::text_box;
  layout.blocks[1].format = {.alignment = Alignment::justify, .first_line = -20, .line_rule = LineRule::at_least, .line = 360};
  layout.sections.resize(1);
  layout.sections[0].page_number.part = PagePart::header;
  layout.sections[0].page_number.start = 1;
  layout.rule_lines = {{1, RuleLineKind::characters, 500}};

  auto const out = json::parse(layout_json(document, true))["layout"];
  auto const& first = out["blocks"][0]["runs"];
  ASSERT_EQ(first.size(), 2);
  EXPECT_EQ(first[0]["text"], "Điều ");
  EXPECT_EQ(first[0]["size"], 13.5);
  EXPECT_EQ(first[0]["color"], nullptr);
  EXPECT_EQ(first[1]["text"], "1");
  EXPECT_EQ(first[1]["font"], "Arial");
  EXPECT_EQ(first[1]["color"], "00FF1A");
  auto const& second = out["blocks"][1];
  ASSERT_EQ(second["runs"].size(), 1);
  EXPECT_EQ(second["runs"][0]["text"], "hai");
  EXPECT_EQ(second["region"], "text-box");
  EXPECT_EQ(second["paragraph"]["alignment"], "justify");
  EXPECT_EQ(second["paragraph"]["first_line"], -20);
  EXPECT_EQ(second["paragraph"]["line_rule"], "at-least");
  EXPECT_EQ(out["sections"][0]["page_number"]["part"], "header");
  EXPECT_EQ(out["sections"][0]["page_number"]["start"], 1);
  EXPECT_EQ(out["rule_lines"][0]["kind"], "characters");
}

}  // namespace
}  // namespace vanthu::report
