// Lines below text, from the XML of paragraphs.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

#include "read/docx/drawn_lines.hpp"
#include "read/docx/rule_lines.hpp"
#include "read/docx/values.hpp"
#include "vanthu/document.hpp"

namespace vanthu::docx {
namespace {

constexpr std::string_view names[] = {"border", "shape", "underline", "characters"};

// One line a rule line: "Độc lập: shape 3420". A paragraph with text is a block; of its format the tests say border_below by
// <w:pBdr><w:bottom>, centred by <w:jc>, of its runs underlining by <w:u>; size 13, columns 9000 wide. Raised runs are no text of a block.
std::string lines_of(std::string const& body) {
  pugi::xml_document xml;
  xml.load_string(("<w:document><w:body>" + body + "</w:body></w:document>").c_str(), pugi::parse_default | pugi::parse_ws_pcdata);
  Document document;
  Layout layout;
  layout.formats.resize(2);
  for (auto& format : layout.formats) format.size = 26;
  layout.formats[1].underline = true;
  std::vector<LineParagraph> paragraphs;
  for (auto const& found : xml.select_nodes("//w:p")) {
    auto const p = found.node();
    LineParagraph paragraph{p, static_cast<std::uint32_t>(document.blocks.size()), 0};
    auto const begin = static_cast<std::uint32_t>(document.text.size());
    for (auto const& run : p.children("w:r")) {
      std::string const text = run.child("w:t").child_value();
      if (text.empty() || run.child("w:rPr").child("w:vertAlign")) continue;
      auto const at = static_cast<std::uint32_t>(document.text.size());
      document.text += text;
      layout.runs.push_back({{at, static_cast<std::uint32_t>(document.text.size())}, run.child("w:rPr").child("w:u") ? 1U : 0U});
    }
    if (document.text.size() > begin) {
      Block block;
      block.span = {begin, static_cast<std::uint32_t>(document.text.size())};
      document.blocks.push_back(block);
      document.text += '\n';
      BlockLayout of;
      of.width = 9000;
      of.format.border_below = bool(p.child("w:pPr").child("w:pBdr").child("w:bottom"));
      if (p.child("w:pPr").child("w:jc")) of.format.alignment = Alignment::center;
      layout.blocks.push_back(of);
      paragraph.blocks = 1;
    }
    paragraphs.push_back(paragraph);
  }
  std::string out;
  for (auto const& line : rule_lines(paragraphs, document, layout))
    out += fmt::format("{}: {} {}\n", slice(document.text, document.blocks[line.block].span), names[static_cast<std::size_t>(line.kind)],
                       line.length);
  return out;
}

std::string p(std::string const& inside, std::string const& properties = "") {
  return "<w:p><w:pPr>" + properties + "</w:pPr>" + inside + "</w:p>";
}
std::string r(std::string const& text, std::string const& properties = "") {
  return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}
std::string anchor(std::string const& offset, std::string const& preset = "line", std::string const& size = R"(cx="2171700" cy="0")") {
  return R"(<w:drawing><wp:anchor><wp:positionV relativeFrom="paragraph"><wp:posOffset>)" + offset +
         "</wp:posOffset></wp:positionV><wp:extent " + size + R"(/><a:graphic><a:graphicData><wps:wsp><wps:spPr><a:xfrm><a:ext )" + size +
         R"(/></a:xfrm><a:prstGeom prst=")" + preset + R"("/></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>)";
}
std::string const vml_line = R"(<w:pict><v:line style="position:absolute" from="53.8pt,16.9pt" to="134.8pt,16.9pt"/></w:pict>)";
std::string in_run(std::string const& drawing) { return "<w:r>" + drawing + "</w:r>"; }

TEST(DocxRuleLines, BordersOfParagraphs) {
  std::string const bottom = R"(<w:pBdr><w:bottom w:val="single"/></w:pBdr>)", top = R"(<w:pBdr><w:top w:val="single"/></w:pBdr>)";
  EXPECT_EQ(lines_of(p(r("Một"), bottom) + p(r("Hai"))), "Một: border 9000\n");
  EXPECT_EQ(lines_of(p(r("Một")) + p(r("Hai"), top)), "Một: border 9000\n");
  EXPECT_EQ(lines_of(p(r("Một")) + p("", bottom)), "Một: border 9000\n");
  EXPECT_EQ(lines_of(p(r("Một")) + p("", bottom + R"(<w:ind w:left="3000" w:end="2cm"/>)")), "Một: border 4866\n");
  EXPECT_EQ(lines_of(p("", bottom) + p(r("Một"))), "");
  EXPECT_EQ(lines_of(p(r("Một")) + p(r("Hai"), R"(<w:pBdr><w:top w:val="nil"/></w:pBdr>)")), "");
  EXPECT_EQ(
      lines_of(p(r("Một")) + p(r("Hai"), R"(<w:pBdr><w:top w:val="single"/><w:left w:val="single"/><w:right w:val="single"/></w:pBdr>)")),
      "");
}

TEST(DocxRuleLines, BordersOfCells) {
  auto const cell = [](std::string const& text, std::string const& borders) {
    return "<w:tc><w:tcPr><w:tcBorders>" + borders + "</w:tcBorders></w:tcPr>" + p(r(text)) + "</w:tc>";
  };
  auto const row = [](std::string const& cells) { return "<w:tr>" + cells + "</w:tr>"; };
  std::string const bottom = R"(<w:bottom w:val="single"/>)", top = R"(<w:top w:val="single"/>)", left = R"(<w:left w:val="single"/>)";
  EXPECT_EQ(lines_of("<w:tbl>" + row(cell("Một", bottom) + cell("Hai", "")) + "</w:tbl>"), "Một: border 9000\n");
  EXPECT_EQ(lines_of("<w:tbl>" + row(cell("Một", "") + cell("Hai", "")) + row(cell("Ba", "") + cell("Bốn", top)) + "</w:tbl>"),
            "Hai: border 9000\n");
  EXPECT_EQ(lines_of("<w:tbl>" + row(cell("Một", "") + cell("Hai", "")) + row(cell("Ba", "")) + "</w:tbl>"), "");
  EXPECT_EQ(lines_of("<w:tbl>" + row(cell("Một", bottom + left)) + "</w:tbl>"), "");
}

TEST(DocxRuleLines, ShapesOnceWhereTheFileHasThemTwice) {
  auto const both = "<w:r><mc:AlternateContent><mc:Choice>" + anchor("214712") + "</mc:Choice><mc:Fallback>" + vml_line +
                    "</mc:Fallback></mc:AlternateContent></w:r>";
  EXPECT_EQ(lines_of(p(both + r("Một"))), "Một: shape 3420\n");
  EXPECT_EQ(lines_of(p(in_run(vml_line) + r("Một"))), "Một: shape 1620\n");
}

TEST(DocxRuleLines, AShapeBelongsToTheTextAboveIt) {
  EXPECT_EQ(lines_of(p(r("Một")) + p(in_run(anchor("25400")))), "Một: shape 3420\n");
  EXPECT_EQ(lines_of(p(r("Một")) + p(in_run(anchor("25400")) + r("Hai"))), "Một: shape 3420\n");
  EXPECT_EQ(lines_of(p(r("Một")) + p(in_run(anchor("190500")) + r("Hai"))), "Hai: shape 3420\n");
  EXPECT_EQ(lines_of("<w:tbl><w:tr><w:tc>" + p(r("Một")) + "</w:tc><w:tc>" + p(in_run(anchor("0"))) + "</w:tc></w:tr></w:tbl>"), "");
}

TEST(DocxRuleLines, Underlining) {
  EXPECT_EQ(lines_of(p(r("Một", "<w:u/>"))), "Một: underline 433\n");
  EXPECT_EQ(lines_of(p(r("Một") + r(" Một", "<w:u/>"))), "");
  EXPECT_EQ(lines_of(p(r("SỞ ") + r("Một", "<w:u/>") + r(" VỤ"), R"(<w:jc w:val="center"/>)")), "SỞ Một VỤ: underline 433\n");
}

TEST(DocxRuleLines, RowsOfSigns) {
  EXPECT_EQ(lines_of(p(r("Một")) + p(r("____________"))), "Một: characters 1560\n");
  EXPECT_EQ(lines_of(p(r("Một")) + p(r("____________", R"(<w:vertAlign w:val="superscript"/>)"))), "Một: characters 1014\n");
  EXPECT_EQ(lines_of(p(r("Một")) + p(r("–––"))), "Một: characters 390\n");
  EXPECT_EQ(lines_of(p(r("Một")) + p(r("- a -"))), "");
  EXPECT_EQ(lines_of(p(r("_____"))), "");
}

std::vector<std::string> drawn(std::string const& inside) {
  pugi::xml_document xml;
  xml.load_string(("<w:p>" + inside + "</w:p>").c_str());
  std::vector<std::string> out;
  for (auto const& line : drawn_lines(xml.document_element()))
    out.push_back(fmt::format("{}{} {}", line.length, line.full_width ? "%" : "", line.below ? std::to_string(*line.below) : "?"));
  return out;
}
using Drawn = std::vector<std::string>;

TEST(DocxDrawnLines, DrawingML) {
  EXPECT_EQ(drawn(in_run(anchor("214712"))), Drawn{"3420 338"});
  EXPECT_EQ(drawn(in_run(anchor("0", "straightConnector1"))), Drawn{"3420 0"});
  EXPECT_EQ(drawn(in_run(anchor("0", "rect", R"(cx="2171700" cy="12700")"))), Drawn{"3420 0"});
  EXPECT_EQ(drawn(in_run(anchor("0", "rect", R"(cx="2171700" cy="500000")"))), Drawn{});
  EXPECT_EQ(drawn(in_run(anchor("0", "line", R"(cx="0" cy="2171700")"))), Drawn{});
}

TEST(DocxDrawnLines, GroupsAreScaled) {
  EXPECT_EQ(
      drawn(
          R"(<w:r><w:drawing><wp:inline><wp:extent cx="1270000" cy="0"/><wpg:wgp><wpg:grpSpPr><a:xfrm><a:chExt cx="2000" cy="10"/></a:xfrm></wpg:grpSpPr>)"
          R"(<wps:wsp><wps:spPr><a:xfrm><a:ext cx="1000" cy="0"/></a:xfrm><a:prstGeom prst="line"/></wps:spPr></wps:wsp></wpg:wgp></wp:inline></w:drawing></w:r>)"),
      Drawn{"1000 ?"});
}

TEST(DocxDrawnLines, Vml) {
  EXPECT_EQ(drawn(in_run(vml_line)), Drawn{"1620 338"});
  EXPECT_EQ(
      drawn(R"(<w:r><w:pict><v:shape type="#_x0000_t32" style="margin-left:3pt;margin-top:2pt;width:81pt;height:.05pt"/></w:pict></w:r>)"),
      Drawn{"1620 40"});
  EXPECT_EQ(drawn(R"(<w:r><w:pict><v:rect style="width:0;height:1.5pt" o:hr="t" o:hrpct="400"/></w:pict></w:r>)"), Drawn{"40% ?"});
  EXPECT_EQ(drawn(R"(<w:r><w:pict><v:rect style="width:100pt;height:80pt"/></w:pict></w:r>)"), Drawn{});
  EXPECT_EQ(drawn(R"(<w:r><w:pict><v:shape style="width:100pt;height:1pt"><v:textbox/></v:shape></w:pict></w:r>)"), Drawn{});
}

TEST(DocxDrawnLines, Measures) {
  EXPECT_EQ(css_length("53.8pt"), 1076);
  EXPECT_EQ(css_length("1in"), 1440);
  EXPECT_EQ(css_length(" 20mm "), 1133);
  EXPECT_EQ(css_length("2"), 30);
  EXPECT_EQ(css_length("wide"), std::nullopt);
  EXPECT_EQ(css_property("left:0; width:81pt;height:0", "width"), "81pt");
  EXPECT_EQ(css_property("max-width:81pt", "width"), "");
}

}  // namespace
}  // namespace vanthu::docx
