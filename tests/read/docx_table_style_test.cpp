// Table styles with their conditional parts, below the paragraph styles: XML → what Word shows, one line a paragraph.
#include <gtest/gtest.h>

#include <string>

#include "docx_formatting_support.hpp"

namespace vanthu::test {
namespace {

// A table of `rows` × `columns` in style T; each cell has one paragraph "x" with these properties.
std::string table(int rows, int columns, std::string_view look, std::string_view paragraph_properties = {}) {
  std::string out = R"(<w:tbl><w:tblPr><w:tblStyle w:val="T"/>)" + std::string(look) + "</w:tblPr>";
  for (auto row = 0; row < rows; ++row) {
    out += "<w:tr>";
    for (auto column = 0; column < columns; ++column)
      out += "<w:tc><w:p><w:pPr>" + std::string(paragraph_properties) + "</w:pPr><w:r><w:t>x</w:t></w:r></w:p></w:tc>";
    out += "</w:tr>";
  }
  return out + "</w:tbl>";
}

std::string style(std::string_view inside) { return R"(<w:style w:type="table" w:styleId="T">)" + std::string(inside) + "</w:style>"; }

std::string part(std::string_view type, std::string_view run, std::string_view paragraph = {}) {
  return R"(<w:tblStylePr w:type=")" + std::string(type) + R"("><w:pPr>)" + std::string(paragraph) + "</w:pPr><w:rPr>" + std::string(run) +
         "</w:rPr></w:tblStylePr>";
}

constexpr std::string_view red = R"(<w:color w:val="FF0000"/>)", blue = R"(<w:color w:val="0000FF"/>)";

TEST(DocxTableStyle, BetweenTheDefaultsAndTheParagraphStyle) {
  auto const defaults = std::string(R"(<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault>
      <w:pPrDefault><w:pPr><w:spacing w:after="200" w:line="276"/></w:pPr></w:pPrDefault></w:docDefaults>)");
  auto const grid = style(R"(<w:pPr><w:spacing w:after="0" w:line="240"/></w:pPr><w:rPr><w:sz w:val="20"/></w:rPr>)");
  EXPECT_EQ(formatted({.body = table(1, 1, ""), .styles = defaults + grid}), "|: x");
  EXPECT_EQ(formatted({.body = table(1, 1, ""),
                       .styles = defaults + grid +
                                 R"(<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:pPr><w:spacing w:after="60"/></w:pPr>
                           <w:rPr><w:sz w:val="28"/></w:rPr></w:style>)"}),
            "after 60 | 14pt: x");
}

TEST(DocxTableStyle, ADefaultStyleOf12PointsOrLeftYieldsUnlessASettingSaysOtherwise) {
  auto const styles =
      style(R"(<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="20"/></w:rPr>)") +
      R"(<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:pPr><w:jc w:val="left"/></w:pPr><w:rPr><w:sz w:val="24"/></w:rPr></w:style>
                         <w:style w:type="paragraph" w:styleId="P"><w:basedOn w:val="N"/><w:pPr><w:jc w:val="left"/></w:pPr><w:rPr><w:sz w:val="24"/></w:rPr></w:style>)";
  EXPECT_EQ(formatted({.body = table(1, 1, ""), .styles = styles}), "center |: x");
  EXPECT_EQ(formatted({.body = table(1, 1, "", R"(<w:pStyle w:val="P"/>)"), .styles = styles}), "| 12pt: x");
  EXPECT_EQ(
      formatted({.body = table(1, 1, ""),
                 .styles = styles,
                 .settings = R"(<w:compat><w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:val="1"/></w:compat>)"}),
      "| 12pt: x");
}

TEST(DocxTableStyle, ChainsDefaultsAndNesting) {
  auto const based = std::string(R"(<w:style w:type="table" w:styleId="T"><w:basedOn w:val="B"/><w:rPr><w:sz w:val="26"/></w:rPr></w:style>
      <w:style w:type="table" w:styleId="B"><w:basedOn w:val="T"/><w:rPr><w:i/><w:sz w:val="24"/></w:rPr></w:style>)");
  EXPECT_EQ(formatted({.body = table(1, 1, ""), .styles = based}), "| 13pt italic: x");
  auto const of_default = std::string(R"(<w:style w:type="table" w:default="1" w:styleId="D"><w:rPr><w:i/></w:rPr></w:style>)");
  EXPECT_EQ(formatted({.body = table(1, 1, ""), .styles = of_default}), "| italic: x");
  auto const normal =
      std::string(R"(<w:style w:type="table" w:default="1" w:styleId="D"><w:name w:val="Normal Table"/><w:rPr><w:i/></w:rPr></w:style>)");
  EXPECT_EQ(formatted({.body = table(1, 1, ""), .styles = normal}), "|: x");
  // A table in a cell has its own style alone.
  auto const nested = R"(<w:tbl><w:tblPr><w:tblStyle w:val="O"/></w:tblPr><w:tr><w:tc>)" + table(1, 1, "") +
                      "<w:p><w:r><w:t>y</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>z</w:t></w:r></w:p>";
  EXPECT_EQ(
      formatted({.body = nested,
                 .styles = style("<w:rPr><w:i/></w:rPr>") + R"(<w:style w:type="table" w:styleId="O"><w:rPr><w:b/></w:rPr></w:style>)"}),
      "| italic: x\n| bold: y\n|: z");
}

TEST(DocxTableStyle, TogglesWithTheParagraphStyle) {
  auto const styles = style("<w:rPr><w:b/></w:rPr>") + R"(<w:style w:type="paragraph" w:styleId="P"><w:rPr><w:b/><w:i/></w:rPr></w:style>)";
  EXPECT_EQ(formatted({.body = table(1, 1, "", R"(<w:pStyle w:val="P"/>)"), .styles = styles}), "| italic: x");
}

// 3 × 3 cells, each as the first letter of what it has: the colour says which part won.
std::string shown(std::string_view look, std::string_view parts, int rows = 3, int columns = 3) {
  auto const lines = formatted({.body = table(rows, columns, look), .styles = style(parts)});
  std::string out;
  auto cell = 0;
  for (std::size_t at = 0; at < lines.size(); at = lines.find('\n', at) == std::string::npos ? lines.size() : lines.find('\n', at) + 1) {
    if (cell > 0 && cell % columns == 0) out += '/';
    ++cell;
    auto const line = lines.substr(at, lines.find('\n', at) - at);
    out += line.find("#FF0000") != std::string::npos ? 'r' : line.find("#0000FF") != std::string::npos ? 'b' : '.';
  }
  return out;
}

constexpr std::string_view every =
    R"(<w:tblLook w:firstRow="1" w:lastRow="1" w:firstColumn="1" w:lastColumn="1" w:noHBand="1" w:noVBand="1"/>)";

TEST(DocxTableStyle, ConditionalParts) {
  auto const one = [](std::string_view type) { return part(type, red); };
  auto const two = [](std::string_view first, std::string_view second) { return part(first, red) + part(second, blue); };
  struct {
    std::string_view look;
    std::string parts;
    std::string_view expected;
  } const cases[] = {
      {every, one("wholeTable"), "rrr/rrr/rrr"},
      {every, one("firstRow"), "rrr/.../..."},
      {every, one("lastRow"), ".../.../rrr"},
      {every, one("firstCol"), "r../r../r.."},
      {every, one("lastCol"), "..r/..r/..r"},
      {every, one("nwCell"), "r../.../..."},
      {every, one("neCell"), "..r/.../..."},
      {every, one("swCell"), ".../.../r.."},
      {every, one("seCell"), ".../.../..r"},
      {R"(<w:tblLook w:firstRow="0" w:noHBand="1" w:noVBand="1"/>)", one("firstRow"), ".../.../..."},
      {R"(<w:tblLook w:firstRow="1" w:firstColumn="0" w:noHBand="1" w:noVBand="1"/>)", one("nwCell"), ".../.../..."},
      // As the bits of w:val; an attribute of its own goes before its bit.
      {R"(<w:tblLook w:val="0620"/>)", one("firstRow"), "rrr/.../..."},
      {R"(<w:tblLook w:val="0620" w:firstRow="0"/>)", one("firstRow"), ".../.../..."},
      {R"(<w:tblLook w:val="0640"/>)", one("lastRow"), ".../.../rrr"},
      {R"(<w:tblLook w:val="0680"/>)", one("firstCol"), "r../r../r.."},
      {R"(<w:tblLook w:val="0700"/>)", one("lastCol"), "..r/..r/..r"},
      {R"(<w:tblLook w:val="04A0"/>)", one("band1Horz"), ".../rrr/..."},  // the first row is in no band
      {"", one("firstRow"), ".../.../..."},
      {"", two("band1Horz", "band2Horz"), "rrr/bbb/rrr"},
      {"", two("band1Vert", "band2Vert"), "rbr/rbr/rbr"},
      {R"(<w:tblLook w:firstRow="1" w:noVBand="1"/>)", two("band1Horz", "band2Horz"), ".../rrr/bbb"},
      {R"(<w:tblLook w:firstColumn="1" w:noHBand="1"/>)", two("band1Vert", "band2Vert"), ".rb/.rb/.rb"},
      {"", R"(<w:tblPr><w:tblStyleRowBandSize w:val="2"/></w:tblPr>)" + two("band1Horz", "band2Horz"), "rrr/rrr/bbb"},
      {"", R"(<w:tblPr><w:tblStyleColBandSize w:val="2"/></w:tblPr>)" + two("band1Vert", "band2Vert"), "rrb/rrb/rrb"},
      {"", R"(<w:tblPr><w:tblStyleRowBandSize w:val="0"/></w:tblPr>)" + two("band1Horz", "band2Horz"), "rrr/bbb/rrr"},
      // The order of Word, whatever that of the file.
      {every, two("firstRow", "firstCol"), "rrr/b../b.."},
      {every, two("lastRow", "lastCol"), "..b/..b/rrr"},
      {every, two("nwCell", "firstRow"), "rbb/.../..."},
      {R"(<w:tblLook w:firstRow="1"/>)", two("firstRow", "wholeTable"), "rrr/bbb/bbb"},
      {"", two("band1Vert", "band1Horz"), "rbr/r.r/rbr"},
  };
  for (auto const& each : cases) EXPECT_EQ(shown(each.look, each.parts), each.expected) << each.look << each.parts;
}

TEST(DocxTableStyle, OneRowIsTheFirstNotTheLast) {
  EXPECT_EQ(shown(every, part("firstRow", red) + part("lastRow", blue), 1, 3), "rrr");
  EXPECT_EQ(shown(every, part("firstCol", red) + part("lastCol", blue), 3, 1), "r/r/r");
}

TEST(DocxTableStyle, PartsHaveParagraphPropertiesAndBases) {
  auto const styles = R"(<w:style w:type="table" w:styleId="B"><w:rPr><w:sz w:val="30"/></w:rPr>)" +
                      part("firstRow", "<w:i/>", R"(<w:jc w:val="right"/>)") +
                      R"(</w:style><w:style w:type="table" w:styleId="T"><w:basedOn w:val="B"/><w:rPr><w:sz w:val="26"/></w:rPr>)" +
                      part("firstRow", "", R"(<w:jc w:val="center"/>)") + "</w:style>";
  EXPECT_EQ(formatted({.body = table(2, 1, R"(<w:tblLook w:firstRow="1"/>)"), .styles = styles}), "center | 13pt italic: x\n| 13pt: x");
}

TEST(DocxTableStyle, RepeatedHeaderRowsLookLikeTheFirst) {
  auto body = table(3, 1, R"(<w:tblLook w:firstRow="1"/>)");
  auto const second = body.find("<w:tr>", body.find("<w:tr>") + 1) + 6;
  body.insert(second, "<w:trPr><w:tblHeader/></w:trPr>");
  EXPECT_EQ(formatted({.body = body, .styles = style(part("firstRow", "<w:b/>"))}), "| bold: x\n| bold: x\n|: x");
}

}  // namespace
}  // namespace vanthu::test
