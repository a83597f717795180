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

std::string cell(std::string_view inside, std::string_view properties = {}) {
  return "<w:tc><w:tcPr><w:tcW w:w=\"4000\" w:type=\"dxa\"/>" + std::string(properties) + "</w:tcPr>" + std::string(inside) + "</w:tc>";
}
std::string spaced(std::string_view text, int before, int after, std::string_view line = "w:line=\"240\" w:lineRule=\"auto\"") {
  return paragraph(
      text, "<w:spacing w:before=\"" + std::to_string(before) + "\" w:after=\"" + std::to_string(after) + "\" " + std::string(line) + "/>",
      "<w:sz w:val=\"20\"/>");
}
// "top space" of each block, "-" where nothing is known.
std::string places(Document const& d) {
  auto const told = [](std::optional<std::int32_t> value) { return value ? std::to_string(*value) : "-"; };
  std::string out;
  for (auto const& block : d.layout->blocks) out += told(block.top) + " " + told(block.space_above) + "|";
  return out;
}
std::string in_rows(std::string_view rows) { return "<w:tbl><w:tblPr/>" + std::string(rows) + "</w:tbl>"; }

TEST(DocxLayout, PlacesInCells) {
  // A line of 10 pt is 230 twips high.
  EXPECT_EQ(places(docx(in_rows("<w:tr>" + cell(spaced("Một", 40, 60) + spaced("Hai", 20, 0)) +
                                cell(spaced("", 0, 0) + spaced("Ba", 0, 0, "w:line=\"300\" w:lineRule=\"exact\"") + spaced("Bốn", 0, 0)) +
                                "</w:tr>"))),
            "40 -|350 80|230 -|530 0|");
  EXPECT_EQ(places(docx(in_rows("<w:tr>" + cell(spaced("Một", 0, 0) + spaced("", 10, 10) + spaced("Hai", 0, 0)) + "</w:tr>"))),
            "0 -|480 250|");
  EXPECT_EQ(docx(in_rows("<w:tr>" + cell(paragraph("Một")) + "</w:tr><w:tr>" + cell(paragraph("Hai")) + "</w:tr>")).layout->blocks[1].row,
            1U);
}

TEST(DocxLayout, PlacesThatAreNotKnown) {
  for (auto const* other : {"<w:vMerge w:val=\"restart\"/>", "<w:vAlign w:val=\"center\"/>"})
    EXPECT_EQ(places(docx(in_rows("<w:tr>" + cell(spaced("Một", 0, 0), other) + cell(spaced("Hai", 0, 0)) + "</w:tr>"))), "- -|0 -|")
        << other;
  auto const floating = "<w:tbl><w:tblPr><w:tblpPr w:vertAnchor=\"text\"/></w:tblPr><w:tr>" + cell(spaced("Một", 0, 0)) + "</w:tr></w:tbl>";
  EXPECT_EQ(places(docx(floating)), "- -|");
  // Perhaps one line, perhaps two: 4000 twips hold about 40 letters of 10 pt.
  auto const about_a_line = "Sở Giáo dục và Đào tạo tỉnh Hưng Yên, xã Ân Thi";
  auto const below = places(docx(in_rows("<w:tr>" + cell(spaced(about_a_line, 0, 0) + spaced("Hai", 0, 0)) + "</w:tr>")));
  EXPECT_TRUE(below == "0 -|- 0|" || below == "0 -|230 0|" || below == "0 -|460 0|") << below;
}

TEST(DocxLayout, HeightsEndSomewhere) {
  std::string high;
  for (auto i = 0; i < 5000; ++i) high += spaced("", 1'000'000, 1'000'000, "w:line=\"1000000\" w:lineRule=\"auto\"");
  EXPECT_EQ(places(docx(in_rows("<w:tr>" + cell(spaced("Một", 0, 0) + high + spaced("Hai", 0, 0)) + "</w:tr>"))), "0 -|1000000 1000000|");
}

TEST(DocxLayout, SpaceInTheBodyEndsAtTables) {
  auto const table = in_rows("<w:tr>" + cell(spaced("Hai", 0, 0)) + "</w:tr>");
  EXPECT_EQ(places(docx(spaced("Một", 0, 60) + spaced("Hai", 20, 0) + table + spaced("Ba", 30, 0))), "- -|- 80|0 -|- -|");
}

TEST(DocxLayout, ALineBreakLeavesNoSpace) {
  EXPECT_EQ(places(docx(in_rows("<w:tr>" + cell("<w:p><w:r><w:t>Số: 1/KH</w:t><w:br/><w:t>V/v họp</w:t></w:r></w:p>") + "</w:tr>"))),
            "0 -|230 0|");
}

TEST(DocxLayout, Frames) {
  auto const framed = [](std::string_view body) { return docx(body).layout->blocks.at(0).framed; };
  auto const all =
      "<w:pBdr><w:top w:val=\"single\"/><w:left w:val=\"single\"/><w:bottom w:val=\"single\"/><w:right w:val=\"single\"/></w:pBdr>";
  auto const below = "<w:pBdr><w:bottom w:val=\"single\"/></w:pBdr>";
  auto const edges =
      "<w:tcBorders><w:top w:val=\"single\"/><w:bottom w:val=\"single\"/><w:left w:val=\"single\"/><w:right "
      "w:val=\"single\"/></w:tcBorders>";
  EXPECT_EQ(framed(paragraph("KHẨN")), false);
  EXPECT_EQ(framed(paragraph("KHẨN", below)), false);
  EXPECT_EQ(framed(paragraph("KHẨN", all)), true);
  EXPECT_EQ(framed(paragraph("KHẨN", {}, "<w:bdr w:val=\"single\"/>")), true);
  EXPECT_EQ(framed(in_rows("<w:tr>" + cell(paragraph("KHẨN"), edges) + "</w:tr>")), true);
  EXPECT_EQ(framed(in_rows("<w:tr>" + cell(paragraph("KHẨN")) + "</w:tr>")), false);
  EXPECT_EQ(framed(paragraph("KHẨN") + "<w:p><w:r><w:pict><v:rect/></w:pict></w:r></w:p>"), std::nullopt);
  EXPECT_EQ(framed(paragraph(std::string(65, 'a'))), std::nullopt);
}

TEST(DocxLayout, BoxesAreFrames) {
  auto const in = [](std::string_view shape, std::string_view end) {
    return docx("<w:p><w:r>" + std::string(shape) + "<w:txbxContent>" + paragraph("KHẨN") + "</w:txbxContent>" + std::string(end) +
                "</w:r></w:p>")
        .layout->blocks.at(0)
        .framed;
  };
  auto const drawing = [&](std::string_view properties) {
    return in("<w:drawing><wp:anchor><wps:wsp>" + std::string(properties) + "<wps:txbx>", "</wps:txbx></wps:wsp></wp:anchor></w:drawing>");
  };
  EXPECT_EQ(in("<w:pict><v:rect><v:textbox>", "</v:textbox></v:rect></w:pict>"), true);
  EXPECT_EQ(in("<w:pict><v:rect stroked=\"f\"><v:textbox>", "</v:textbox></v:rect></w:pict>"), false);
  EXPECT_EQ(drawing("<wps:spPr><a:ln w=\"9525\"><a:solidFill/></a:ln></wps:spPr>"), true);
  EXPECT_EQ(drawing("<wps:spPr><a:ln><a:noFill/></a:ln></wps:spPr>"), false);
  EXPECT_EQ(drawing("<wps:spPr/><wps:style><a:lnRef idx=\"2\"/></wps:style>"), true);
  EXPECT_EQ(drawing("<wps:spPr/>"), false);
}

TEST(DocxLayout, LinesOfAGrid) {
  auto const d = docx(paragraph("Một") + paragraph("Hai", "<w:snapToGrid w:val=\"0\"/>") +
                      "<w:sectPr><w:docGrid w:type=\"lines\" w:linePitch=\"312\"/></w:sectPr>");
  EXPECT_EQ(d.layout->sections.at(0).line_pitch, 312);
  EXPECT_TRUE(d.layout->blocks.at(0).format.on_grid);
  EXPECT_FALSE(d.layout->blocks.at(1).format.on_grid);
  EXPECT_EQ(docx(paragraph("Một") + "<w:sectPr><w:docGrid w:linePitch=\"360\"/></w:sectPr>").layout->sections.at(0).line_pitch, 0);
}

TEST(DocxLayout, ADropCapBeginsTheNextParagraph) {
  auto const cap = paragraph("T", "<w:framePr w:dropCap=\"drop\" w:lines=\"3\"/>", "<w:sz w:val=\"96\"/>");
  auto const d = docx(cap + paragraph("ổ công tác", "<w:jc w:val=\"both\"/>") + paragraph("Hai"));
  EXPECT_EQ(d.text, "Tổ công tác\nHai\n");
  EXPECT_EQ(d.layout->blocks.at(0).format.alignment, Alignment::justify);
  EXPECT_EQ(docx(paragraph("Một", "<w:framePr w:w=\"100\"/>") + paragraph("Hai")).blocks.size(), 2U);
}

TEST(DocxAnomalies, AnEmbeddedDocumentIsNotRead) {
  auto const d = docx(paragraph("Một") + "<w:altChunk r:id=\"a\"/>" + paragraph("Hai"));
  ASSERT_EQ(d.anomalies.size(), 1U);
  EXPECT_EQ(d.anomalies[0].kind, AnomalyKind::not_read);
  EXPECT_EQ(d.anomalies[0].span, (Span{5, 5}));
  EXPECT_EQ(docx("<w:subDoc r:id=\"a\"/>" + paragraph("Hai")).anomalies.at(0).span, (Span{0, 0}));
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
