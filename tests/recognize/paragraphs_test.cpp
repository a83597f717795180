// What is told of a paragraph that has a layout.
#include <gtest/gtest.h>

#include "recognize/paragraphs.hpp"
#include "support/layout.hpp"
#include "vanthu/recognize.hpp"

namespace vanthu {
namespace {

using test::laid_out;
using test::LaidOut;
using test::letters;

std::string const long_text =
    "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành và Ủy ban nhân dân các xã, phường nghiêm túc thực hiện các nội dung được giao trong "
    "năm.";

ParagraphFacts only(LaidOut const& paragraph) {
  auto const document = laid_out({paragraph});
  Facts facts;
  recognize_paragraphs(document, facts);
  return facts.paragraphs.at(0);
}

TEST(Paragraphs, NoneWithoutLayout) {
  Document document;
  document.text = "Một\n";
  Facts facts;
  recognize_paragraphs(document, facts);
  EXPECT_TRUE(facts.paragraphs.empty());
}

TEST(Paragraphs, LettersAreCountedAndNotSigns) {
  auto const p = only({{{"Điều 1.", letters(28, true)}, {" -- ", letters(20)}, {"Ban hành kèm theo", letters(27, false, true)}}});
  EXPECT_EQ(p.sizes, (std::vector<std::string>{"13,5", "14"}));
  EXPECT_EQ(p.smallest, 27);
  EXPECT_EQ(p.largest, 28);
  EXPECT_EQ(p.bold, 5 * 100 / 19);
  EXPECT_EQ(p.italic, 14 * 100 / 19);
}

TEST(Paragraphs, AFewLettersDoNotCount) {
  auto other = letters(20);
  other.font = "Arial";
  other.color = 0xFF0000;
  auto const p = only({{{long_text, letters(28)}, {"a", other}}});
  EXPECT_EQ(p.fonts, std::vector<std::string>{"Times New Roman"});
  EXPECT_EQ(p.sizes, std::vector<std::string>{"14"});
  EXPECT_EQ(p.color, "");
}

TEST(Paragraphs, RaisedLettersHaveNoSizeOfTheirOwn) {
  auto raised = letters(16);
  raised.raised = true;
  EXPECT_EQ(only({{{"m", letters(28)}, {"2", raised}}}).sizes, std::vector<std::string>{"14"});
}

TEST(Paragraphs, DarkGreyIsBlack) {
  auto grey = letters(), red = letters();
  grey.color = 0x262626;
  red.color = 0xC00000;
  EXPECT_EQ(only({{{"chữ", grey}}}).color, "");
  EXPECT_EQ(only({{{"chữ", red}}}).color, "C00000");
}

TEST(Paragraphs, LongerThanALine) {
  EXPECT_TRUE(only({{{long_text, letters()}}}).wraps);
  EXPECT_FALSE(only({{{"Một dòng ngắn", letters()}}}).wraps);
  EXPECT_TRUE(only({{{"Một dòng ngắn", letters()}}, {}, Region::table, 1000}).wraps);
  auto arial = letters();
  arial.font = "Arial";
  EXPECT_FALSE(only({{{long_text, arial}}}).wraps);
}

TEST(Paragraphs, Centred) {
  auto const centered = [](std::string const& text, ParagraphFormat const& format, std::int32_t width) {
    return only({{{text, letters()}}, format, Region::table, width}).centered;
  };
  ParagraphFormat center, left, pushed;
  center.alignment = Alignment::center;
  EXPECT_EQ(centered("Một", center, 3000), true);
  EXPECT_EQ(centered("Một", left, 3000), false);
  EXPECT_EQ(centered("Một hai ba bốn", left, 2000), true);  // fills its column
  EXPECT_EQ(centered("Một", left, 0), std::nullopt);        // how wide nobody knows
  pushed.left = 5000;
  EXPECT_EQ(only({{{"Một", letters()}}, pushed}).centered, std::nullopt);
}

TEST(Paragraphs, BlanksInFrontPlaceIt) {
  auto document = laid_out({{{{"Một", letters()}}}});
  document.source = "\tMột\n";
  document.map = {};
  document.map.append({0, 6}, {1, 7});
  Facts facts;
  recognize_paragraphs(document, facts);
  EXPECT_EQ(facts.paragraphs[0].indent, std::nullopt);
  EXPECT_EQ(facts.paragraphs[0].centered, std::nullopt);
}

TEST(Paragraphs, SpaceBetweenThem) {
  ParagraphFormat after, before, list;
  after.after = 60;
  before.before = 80;
  list.after = list.before = 120;
  list.contextual = true;
  auto document =
      laid_out({{{{"Một", letters()}}, after}, {{{"Hai", letters()}}, before}, {{{"Ba", letters()}}, list}, {{{"Bốn", letters()}}, list}});
  document.blocks.push_back(document.blocks.back());
  document.layout->blocks.push_back(document.layout->blocks.back());
  document.blocks.back().blank_before = true;
  Facts facts;
  recognize_paragraphs(document, facts);
  EXPECT_EQ(facts.paragraphs[0].gap, std::nullopt);
  EXPECT_EQ(facts.paragraphs[1].gap, 140);
  EXPECT_EQ(facts.paragraphs[2].gap, 120);
  EXPECT_EQ(facts.paragraphs[3].gap, 0);
  EXPECT_EQ(facts.paragraphs[4].gap, std::nullopt);
}

TEST(Paragraphs, LineSpacingInPartsOfASingleLine) {
  ParagraphFormat multiple, exact, least;
  multiple.line = 360;
  exact.line_rule = LineRule::exact;
  exact.line = 322;  // 14 points: 16.1
  least.line_rule = LineRule::at_least;
  least.line = 100;
  EXPECT_EQ(only({{{"Một", letters()}}, multiple}).line_spacing, 150);
  EXPECT_EQ(only({{{"Một", letters()}}, exact}).line_spacing, 100);
  EXPECT_EQ(only({{{"Một", letters()}}, least}).line_spacing, 100);
}

Document header() {
  ParagraphFormat center;
  center.alignment = Alignment::center;
  auto const cell = [&](std::string const& text, bool bold) { return LaidOut{{{text, letters(26, bold)}}, center, Region::table, 4000}; };
  auto document = laid_out({cell("UBND TỈNH HƯNG YÊN", false),
                            cell("SỞ NỘI VỤ", true),
                            cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", true),
                            cell("Độc lập - Tự do - Hạnh phúc", true),
                            cell("Số: /SNV-VP", false),
                            cell("V/v đăng ký xét thi đua năm 2026", false),
                            {{{long_text, letters()}}}});
  document.blocks.back().blank_before = true;
  return document;
}

Facts facts_of(Document const& document) { return recognize(document); }

TEST(Paragraphs, BelongToComponents) {
  auto const facts = facts_of(header());
  std::string out;
  for (auto const& p : facts.paragraphs) out += p.component ? std::string(to_string(*p.component)) + " " : "? ";
  EXPECT_EQ(out, "governing-body issuer national-name motto number subject body ");
}

TEST(Paragraphs, RuleLinesAndTheirLength) {
  auto document = header();
  document.layout->rule_lines = {{1, RuleLineKind::shape, 500}, {3, RuleLineKind::shape, 0}};
  auto const facts = facts_of(document);
  EXPECT_EQ(facts.paragraphs[1].rule_line, "shape");
  EXPECT_NEAR(facts.paragraphs[1].rule_line_percent.value(), 37, 2);
  EXPECT_EQ(facts.paragraphs[3].rule_line, "shape");
  EXPECT_EQ(facts.paragraphs[3].rule_line_percent, std::nullopt);
  EXPECT_EQ(facts.paragraphs[5].rule_line, "none");
}

TEST(Paragraphs, ALineInAnotherPlaceMakesAMissingOneUnsure) {
  for (auto const& lines : {std::vector<RuleLine>{{1, RuleLineKind::shape, 900}, {1, RuleLineKind::shape, 3000}},
                            std::vector<RuleLine>{{1, RuleLineKind::shape, 900}, {2, RuleLineKind::shape, 3000}}}) {
    auto document = header();
    document.layout->rule_lines = lines;
    EXPECT_EQ(facts_of(document).paragraphs[3].rule_line, std::nullopt);
  }
}

// Number and date of a header: in a table, where they stand at these heights.
std::optional<bool> level(BlockLayout const& number, BlockLayout const& date) {
  auto const of = [](std::string const& text, BlockLayout const& where) {
    LaidOut out{{{text, letters()}}, {}, where.region, where.width};
    return out;
  };
  auto document = laid_out({of("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", date),
                            of("Số: /SNV-VP", number),
                            of("V/v đăng ký thi đua", number),
                            of("Hưng Yên, ngày 05 tháng 3 năm 2026", date),
                            {{{long_text, letters()}}}});
  auto& blocks = document.layout->blocks;
  blocks[1].table = number.table;
  blocks[1].row = number.row;
  blocks[1].top = number.top;
  blocks[3].table = date.table;
  blocks[3].row = date.row;
  blocks[3].top = date.top;
  for (std::uint32_t i = 0; i < 5; ++i) document.blocks[i].row = i;
  document.blocks.back().blank_before = true;
  auto const facts = facts_of(document);
  EXPECT_EQ(facts.paragraphs[3].component, ComponentKind::place_date);
  return facts.paragraphs[3].level;
}

TEST(Paragraphs, LevelInATable) {
  auto const at = [](std::uint32_t table, std::uint32_t row, std::optional<std::int32_t> top) {
    return BlockLayout{.format = {}, .region = Region::table, .width = 4000, .table = table, .row = row, .top = top};
  };
  EXPECT_EQ(level(at(1, 1, 0), at(1, 1, 120)), true);
  EXPECT_EQ(level(at(1, 1, 0), at(1, 1, 299)), false);
  EXPECT_EQ(level(at(1, 1, 0), at(1, 1, 220)), std::nullopt);
  EXPECT_EQ(level(at(1, 1, 0), at(1, 0, 0)), false);
  EXPECT_EQ(level(at(1, 1, 0), at(1, 1, std::nullopt)), std::nullopt);
  EXPECT_EQ(level(at(1, 0, 0), at(2, 0, 0)), std::nullopt);
  EXPECT_EQ(level(at(1, 1, 0), {.format = {}, .region = Region::body, .width = 9354}), false);
  EXPECT_EQ(level({.format = {}, .region = Region::body, .width = 9354}, {.format = {}, .region = Region::body, .width = 9354}), false);
  EXPECT_EQ(level({.format = {}, .region = Region::text_box}, {.format = {}, .region = Region::text_box}), std::nullopt);
}

TEST(Paragraphs, LinesOfTheGrid) {
  auto document = laid_out({{{{"Một", letters()}}}, {{{"Hai", letters(20)}}}});  // single lines of 322 and 230 twips
  document.layout->sections[0].line_pitch = 312;
  document.layout->blocks[1].format.on_grid = false;
  Facts facts;
  recognize_paragraphs(document, facts);
  EXPECT_EQ(facts.paragraphs[0].line_spacing, 624 * 100 / 322);
  EXPECT_EQ(facts.paragraphs[1].line_spacing, 100);
}

}  // namespace
}  // namespace vanthu
