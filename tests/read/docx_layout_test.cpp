// Labels of lists in the text, and how the text looks.
#include <gtest/gtest.h>

#include <string>

#include "support/document.hpp"
#include "support/docx.hpp"

namespace vanthu::test {
namespace {

Document docx(std::string_view body, std::string_view styles = {}, Parts const& more = {}) {
  return document(docx_of(body, styles, more), "a.docx");
}

std::string level(std::string_view number, std::string_view format, std::string_view text, std::string_view more = {}) {
  return "<w:lvl w:ilvl=\"" + std::string(number) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + std::string(format) + "\"/>" +
         std::string(more) + "<w:lvlText w:val=\"" + std::string(text) + "\"/></w:lvl>";
}

Parts const lists = {
    {"word/numbering.xml",
     "<w:abstractNum w:abstractNumId=\"0\">" + level("0", "decimal", "%1.") + level("1", "lowerLetter", "%2)") + level("2", "bullet", "-") +
         "</w:abstractNum><w:abstractNum w:abstractNumId=\"1\">" + level("0", "decimal", "Điều %1.", "<w:suff w:val=\"space\"/>") +
         "</w:abstractNum><w:abstractNum w:abstractNumId=\"2\">" + level("0", "decimal", "(%1)", "<w:suff w:val=\"nothing\"/>") +
         "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
         "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num><w:num w:numId=\"3\"><w:abstractNumId w:val=\"2\"/></w:num>"}};

std::string item(std::string_view list, std::string_view level, std::string_view text, std::string_view more = {}) {
  return paragraph(text, "<w:numPr><w:ilvl w:val=\"" + std::string(level) + "\"/><w:numId w:val=\"" + std::string(list) + "\"/></w:numPr>" +
                             std::string(more));
}

TEST(DocxLabels, StandBeforeTheirParagraph) {
  auto const d = docx(item("2", "0", "Phạm vi") + item("1", "0", "Một") + item("1", "1", "hai") + item("1", "1", " ba") +
                          item("1", "2", "bốn") + item("3", "0", "năm") + item("2", "0", "Hiệu lực"),
                      {}, lists);
  EXPECT_EQ(d.text, "Điều 1. Phạm vi\n1. Một\na) hai\nb) ba\n- bốn\n(1)năm\nĐiều 2. Hiệu lực\n");
  EXPECT_EQ(d.source, "Phạm vi\nMột\nhai\n ba\nbốn\nnăm\nHiệu lực\n");
  EXPECT_EQ(d.blocks[4].kind, BlockKind::list_item);
  EXPECT_TRUE(d.anomalies.empty());
}

TEST(DocxLabels, HaveTheEmptyPlaceAtTheStart) {
  auto const d = docx(paragraph("Một") + item("2", "0", "Phạm vi"), {}, lists);
  auto const place = d.map.to_source(span_of(d, "Điều 1."));
  EXPECT_EQ(place.begin, place.end);
  EXPECT_EQ(d.position(place.begin).line, 2U);
  EXPECT_EQ(d.position(place.begin).column, 1U);
  auto const both = d.map.to_source(span_of(d, "Điều 1. Phạm"));
  EXPECT_EQ(d.source.substr(both.begin, both.end - both.begin), "Phạm");
}

TEST(DocxLabels, ComeFromTheParagraphWhoseEndIsShown) {
  auto const deleted = "<w:rPr><w:del w:id=\"9\"/></w:rPr>";
  EXPECT_EQ(docx(item("1", "0", "Một ", deleted) + item("1", "0", "hai") + item("1", "0", "Ba"), {}, lists).text, "1. Một hai\n2. Ba\n");
  EXPECT_EQ(docx(paragraph("Một ", deleted) + item("1", "0", "hai"), {}, lists).text, "1. Một hai\n");
}

TEST(DocxLabels, AreShownWithoutTextToo) { EXPECT_EQ(docx(item("1", "0", "") + item("1", "0", "Hai"), {}, lists).text, "1.\n2. Hai\n"); }

TEST(DocxLabels, CountByThemselvesInBoxes) {
  auto const box = "<w:p>" + run("a") + "<w:r><w:pict><v:textbox><w:txbxContent>" + item("1", "0", "trong") +
                   "</w:txbxContent></v:textbox></w:pict></w:r></w:p>";
  EXPECT_EQ(docx(item("1", "0", "Một") + box + item("1", "0", "Hai"), {}, lists).text, "1. Một\na\n1. trong\n2. Hai\n");
}

// "format text" for each run, formats as size and b, i.
std::string runs_of(Document const& d) {
  std::string out;
  for (auto const& [span, format] : d.layout->runs) {
    auto const& f = d.layout->formats[format];
    out += std::to_string(f.size) + (f.bold ? "b" : "") + (f.italic ? "i" : "") + " " + std::string(slice(d.text, span)) + "|";
  }
  return out;
}

TEST(DocxLayout, RunsCoverTheText) {
  auto const d =
      docx("<w:p>" + run("Điều 1.", "<w:b/><w:sz w:val=\"28\"/>") + run(" Phạm", "<w:sz w:val=\"28\"/>") +
           run(" vi  ", "<w:sz w:val=\"28\"/>") + run("này", "<w:i/>") + "</w:p>" + paragraph("Hai", {}, "<w:sz w:val=\"26\"/>"));
  EXPECT_EQ(runs_of(d), "28b Điều 1.|28  Phạm vi |20i này|26 \nHai\n|");
  std::uint32_t at = 0;
  for (auto const& run : d.layout->runs) {
    EXPECT_EQ(run.span.begin, at);
    at = run.span.end;
  }
  EXPECT_EQ(at, d.text.size());
}

TEST(DocxLayout, DecomposedLettersAndLabelsHaveTheirFormat) {
  auto const d = docx("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:b/></w:rPr></w:pPr>" +
                          run("Tie\u0302\u0301", "<w:i/>") + run("ng", "") + "</w:p>",
                      {}, lists);
  EXPECT_EQ(runs_of(d), "20b 1. |20i Tiế|20 ng\n|");
}

TEST(DocxLayout, BlocksHaveTheFormatOfTheirParagraph) {
  auto const d =
      docx(paragraph("Một", "<w:jc w:val=\"center\"/>") + paragraph("") +
               "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"3000\"/><w:gridCol w:w=\"6000\"/></w:tblGrid><w:tr><w:tc>" + paragraph("Hai") +
               "</w:tc><w:tc><w:tcPr><w:tcW w:w=\"5900\" w:type=\"dxa\"/></w:tcPr>" + paragraph("Ba", "<w:ind w:firstLine=\"567\"/>") +
               "</w:tc></w:tr></w:tbl>" + paragraph("Bốn", "<w:sectPr/>") + paragraph("Năm"),
           {});
  auto const& blocks = d.layout->blocks;
  ASSERT_EQ(blocks.size(), 5U);
  EXPECT_EQ(blocks[0].format.alignment, Alignment::center);
  EXPECT_EQ(blocks[0].region, Region::body);
  EXPECT_EQ(blocks[1].region, Region::table);
  EXPECT_EQ(blocks[1].width, 3000);
  EXPECT_EQ(blocks[2].width, 5900);
  EXPECT_EQ(blocks[2].format.first_line, 567);
  EXPECT_EQ(blocks[3].section, 0U);
  EXPECT_EQ(blocks[4].section, 1U);
  ASSERT_EQ(d.layout->sections.size(), 2U);
  EXPECT_EQ(d.layout->sections[0].first_block, 0U);
  EXPECT_EQ(d.layout->sections[1].first_block, 4U);
}

TEST(DocxLayout, CapitalsComeFromStylesToo) {
  auto const style = "<w:style w:type=\"paragraph\" w:styleId=\"Hoa\"><w:rPr><w:caps/></w:rPr></w:style>";
  EXPECT_EQ(docx(paragraph("Quyết định", "<w:pStyle w:val=\"Hoa\"/>"), style).text, "QUYẾT ĐỊNH\n");
}

TEST(DocxLayout, SymbolsTypedInTheirFont) {
  auto const font = "<w:rFonts w:ascii=\"Wingdings\" w:hAnsi=\"Wingdings\"/>";
  EXPECT_EQ(docx("<w:p>" + run("\uF0FE", font) + run(" Có \uF0FE") + "</w:p>").text, "☑ Có \uF0FE\n");
}

TEST(DocxLayout, HiddenByStyle) {
  auto const style = "<w:style w:type=\"character\" w:styleId=\"An\"><w:rPr><w:vanish/></w:rPr></w:style>";
  EXPECT_EQ(docx("<w:p>" + run("a") + run("b", "<w:rStyle w:val=\"An\"/>") + "</w:p>", style).text, "a\n");
}

}  // namespace
}  // namespace vanthu::test
