// What a reader of a Word document sees, from small pieces of WordprocessingML.
#include <gtest/gtest.h>

#include <string>

#include "support/document.hpp"
#include "support/docx.hpp"

namespace vanthu::test {
namespace {

Document docx(std::string_view body, std::string_view styles = {}, Parts const& more = {}) {
  return document(docx_of(body, styles, more), "a.docx");
}

// The text of a paragraph that holds `runs`.
std::string shown(std::string_view runs) { return docx("<w:p>" + std::string(runs) + "</w:p>").text; }

TEST(Docx, TextOfRuns) {
  struct Case {
    std::string_view runs, text;
  };
  Case const cases[] = {
      {"<w:r><w:t>Kế hoạch</w:t></w:r><w:r><w:t xml:space=\"preserve\"> số </w:t></w:r><w:r><w:t>1</w:t></w:r>", "Kế hoạch số 1\n"},
      {"<w:r><w:t> Kế </w:t><w:t> hoạch </w:t></w:r>", "Kếhoạch\n"},  // blanks at the ends count only where the file says so
      {"<w:r><w:t xml:space=\"preserve\"> </w:t></w:r><w:r><w:t>a</w:t><w:t xml:space=\"preserve\"> </w:t><w:t>b</w:t></w:r>", "a b\n"},
      {"<w:r><w:t>a&#10;b &amp; c</w:t></w:r>", "a b & c\n"},
      {"<w:r><w:t>Một</w:t><w:tab/><w:t>hai</w:t><w:ptab/><w:t>ba</w:t></w:r>", "Một hai ba\n"},
      {"<w:r><w:t>xã hội,</w:t><w:br/><w:t>chủ nghĩa</w:t></w:r>", "xã hội, chủ nghĩa\n"},
      {"<w:r><w:t>XÃ HỘI</w:t><w:cr/><w:t>Chủ nghĩa</w:t></w:r>", "XÃ HỘI\nChủ nghĩa\n"},
      {"<w:r><w:t>17</w:t><w:noBreakHyphen/><w:t>CT</w:t></w:r>", "17-CT\n"},
      {"<w:r><w:t>nghiên</w:t><w:softHyphen/><w:t>cứu</w:t></w:r>", "nghiêncứu\n"},
      {"<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:t>Có</w:t></w:r>", "☑Có\n"},
      {"<w:r><w:sym w:font=\"Wingdings\" w:char=\"00A8\"/><w:t>Không</w:t></w:r>", "◻Không\n"},
      {"<w:r><w:sym w:font=\"Times New Roman\" w:char=\"2265\"/><w:t>5</w:t></w:r>", "≥5\n"},
      {"<w:hyperlink r:id=\"x\"><w:r><w:t>moha.gov.vn</w:t></w:r></w:hyperlink>", "moha.gov.vn\n"},
      {"<w:smartTag w:element=\"place\"><w:smartTagPr/><w:r><w:t>Lạng Sơn</w:t></w:r></w:smartTag>", "Lạng Sơn\n"},
      {"<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent><w:r><w:t>Nội dung</w:t></w:r></w:sdtContent></w:sdt>", "Nội dung\n"},
      {"<w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:rPr><w:vanish "
       "w:val=\"0\"/></w:rPr><w:t>b</w:t></w:r>",
       "ab\n"},
      {"<w:r><w:t>a</w:t></w:r><w:ins><w:r><w:t>b</w:t></w:r></w:ins><w:del><w:r><w:delText>c</w:delText></w:r></w:del>"
       "<w:moveFrom><w:r><w:t>d</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>e</w:t></w:r></w:moveTo>",
       "abe\n"},
      {"<w:r><w:rPr><w:caps/></w:rPr><w:t>Ủy ban nhân dân đặc khu</w:t></w:r><w:r><w:t> huyện</w:t></w:r>",
       "ỦY BAN NHÂN DÂN ĐẶC KHUhuyện\n"},
      {"<w:commentRangeStart w:id=\"0\"/><w:r><w:t>a</w:t></w:r><w:r><w:commentReference w:id=\"0\"/></w:r>", "a\n"},
      {"<w:ruby><w:rubyPr/><w:rt><w:r><w:t>trên</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>dưới</w:t></w:r></w:rubyBase></w:ruby>", "dưới\n"},
      {"<m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><m:r><m:t>x+1</m:t></m:r></m:oMath>", "x+1\n"},
  };
  for (auto const& [runs, text] : cases) EXPECT_EQ(shown(runs), text) << runs;
}

TEST(Docx, FieldsShowTheirResult) {
  auto const mark = [](std::string_view kind) { return "<w:r><w:fldChar w:fldCharType=\"" + std::string(kind) + "\"/></w:r>"; };
  auto const code = [](std::string_view words) { return "<w:r><w:instrText>" + std::string(words) + "</w:instrText></w:r>"; };
  EXPECT_EQ(shown("<w:fldSimple w:instr=\"PAGE\">" + run("7") + "</w:fldSimple>"), "7\n");
  EXPECT_EQ(shown(mark("begin") + code("DATE") + mark("separate") + run("05/3/2020") + mark("end") + run(".")), "05/3/2020.\n");
  // One inside the instruction of another.
  EXPECT_EQ(shown(mark("begin") + code("IF ") + mark("begin") + code("PAGE") + mark("separate") + run("3") + mark("end") + run("thì") +
                  mark("separate") + run("kết quả") + mark("end")),
            "kết quả\n");
  // One inside the result of another.
  EXPECT_EQ(shown(mark("begin") + code("TOC") + mark("separate") + run("a ") + mark("begin") + code("PAGEREF") + mark("separate") +
                  run("9") + mark("end") + mark("end")),
            "a 9\n");
  EXPECT_EQ(shown(run("a") + mark("begin") + code("XE") + mark("end") + run("b")), "ab\n");
  // What is not ended swallows nothing of the next paragraph.
  EXPECT_EQ(docx("<w:p>" + mark("begin") + code("X") + "</w:p>" + paragraph("Điều 1.")).text, "Điều 1.\n");
}

TEST(Docx, ParagraphsWhoseEndIsNotShownGoOn) {
  EXPECT_EQ(docx(paragraph("Thực hiện ", "<w:rPr><w:del w:id=\"1\"/></w:rPr>") + paragraph("Nghị quyết") + paragraph("Hai")).text,
            "Thực hiện Nghị quyết\nHai\n");
  EXPECT_EQ(docx(paragraph("a", "<w:rPr><w:moveFrom w:id=\"1\"/></w:rPr>") + paragraph("b", "<w:rPr><w:del w:id=\"2\"/></w:rPr>") +
                 paragraph("c"))
                .text,
            "abc\n");
  EXPECT_EQ(docx(paragraph("Điều 1.", "<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + paragraph(" Phạm vi")).text, "Điều 1. Phạm vi\n");
  // Nothing goes on into a table.
  EXPECT_EQ(
      docx(paragraph("a", "<w:rPr><w:del w:id=\"1\"/></w:rPr>") + "<w:tbl><w:tr><w:tc>" + paragraph("b") + "</w:tc></w:tr></w:tbl>").text,
      "a\nb\n");
  // A mark that a letter must not meet: the text stays NFC.
  EXPECT_EQ(docx(paragraph("a", "<w:rPr><w:del w:id=\"1\"/></w:rPr>") + paragraph("\u0301b")).text, "ab\n");
}

TEST(Docx, BlocksOfRunningTextAreParagraphs) {
  // Lines as narrow as those of hard-wrapped text stay apart, whatever they start and end with.
  auto const lines = docx(paragraph("Căn cứ tình hình thực tế của địa phương và đề nghị của các") +
                          paragraph("cơ quan, đơn vị có liên quan trong tỉnh và của") + paragraph("các địa phương"));
  EXPECT_EQ(lines.blocks.size(), 3U);
  auto const items = docx(paragraph("- Như trên;") + paragraph("+ Hai") + paragraph("1. Ba") + paragraph("") + paragraph("Bốn"));
  ASSERT_EQ(items.blocks.size(), 4U);
  EXPECT_EQ(items.blocks[0].kind, BlockKind::list_item);
  EXPECT_EQ(items.blocks[2].kind, BlockKind::paragraph);
  EXPECT_FALSE(items.blocks[2].blank_before);
  EXPECT_TRUE(items.blocks[3].blank_before);
}

TEST(Docx, CentredLinesMayGoOn) {
  auto const centre = "<w:jc w:val=\"center\"/>";
  EXPECT_EQ(
      docx(paragraph("(Kèm theo Quyết định số 12/QĐ-UBND", centre) + paragraph("ngày 05 tháng 3 năm 2025 của Chủ tịch)", centre)).text,
      "(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2025 của Chủ tịch)\n");
  EXPECT_EQ(
      docx(paragraph("(Kèm theo Quyết định số 12/QĐ-UBND", centre) + paragraph("ngày 05 tháng 3 năm 2025 của Chủ tịch)")).blocks.size(),
      2U);
}

TEST(Docx, PlacesAreParagraphsAndCharacters) {
  // "Tiếng" decomposed in the second paragraph: columns count what the file stores.
  auto const d =
      docx(paragraph("Một") + "<w:p>" + run("Tie\u0302\u0301ng ") + run("Việt") + "<w:r><w:br/></w:r>" + run("VIẾT HOA") + "</w:p>");
  EXPECT_EQ(d.source, "Một\nTie\u0302\u0301ng Việt\vVIẾT HOA\n");
  EXPECT_EQ(d.text, "Một\nTiếng Việt\nVIẾT HOA\n");
  auto const at = [&](std::string_view part) { return d.position(d.map.to_source(span_of(d, part)).begin); };
  EXPECT_EQ(at("Một").line, 1U);
  EXPECT_EQ(at("Việt").line, 2U);
  EXPECT_EQ(at("Việt").column, 9U);
  EXPECT_EQ(at("VIẾT").line, 2U);
  EXPECT_EQ(at("VIẾT").column, 14U);
  ASSERT_EQ(d.anomalies.size(), 1U);
  EXPECT_EQ(d.anomalies[0].kind, AnomalyKind::decomposed);
}

TEST(Docx, EmptyParagraphsAndThoseInCellsAreCounted) {
  auto const d = docx(paragraph("") + "<w:tbl><w:tr><w:tc>" + paragraph("") + paragraph("a") + "</w:tc></w:tr></w:tbl>" + paragraph("b"));
  EXPECT_EQ(d.position(d.map.to_source(span_of(d, "a")).begin).line, 3U);
  EXPECT_EQ(d.position(d.map.to_source(span_of(d, "b")).begin).line, 4U);
}

TEST(Docx, AnomaliesOfTheText) {
  auto const d = docx(paragraph("Số\u00A0liệu  Ðiều 1\u200B."));
  EXPECT_EQ(d.text, "Số liệu Điều 1.\n");
  std::vector<AnomalyKind> kinds;
  for (auto const& anomaly : d.anomalies) kinds.push_back(anomaly.kind);
  EXPECT_EQ(kinds, (std::vector{AnomalyKind::no_break_space, AnomalyKind::space_run, AnomalyKind::eth, AnomalyKind::invisible}));
}

TEST(Docx, LettersThatStandOut) {
  auto const d = docx("<w:p>" + run("Điều 1.", "<w:b/>") + run(" Phạm vi", "<w:b w:val=\"0\"/><w:i/>") + run(" áp dụng", "") + "</w:p>" +
                      paragraph("Nơi nhận:", "", "<w:b/><w:i/>"));
  ASSERT_EQ(d.blocks.size(), 2U);
  EXPECT_EQ(d.blocks[0].emphasized, 62);  // 10 of 16 letters
  EXPECT_EQ(d.blocks[1].emphasized, 100);
}

// ---- tables

std::string cell(std::string_view paragraphs, std::string_view properties = {}) {
  return "<w:tc><w:tcPr>" + std::string(properties) + "</w:tcPr>" + std::string(paragraphs) + "</w:tc>";
}
std::string table(std::string_view rows, std::string_view properties = {}) {
  return "<w:tbl><w:tblPr>" + std::string(properties) + "</w:tblPr>" + std::string(rows) + "</w:tbl>";
}
std::string row(std::string_view cells) { return "<w:tr>" + std::string(cells) + "</w:tr>"; }
constexpr std::string_view drawn =
    "<w:tblBorders><w:top w:val=\"single\"/><w:left w:val=\"single\"/><w:bottom w:val=\"single\"/><w:right w:val=\"single\"/>"
    "<w:insideH w:val=\"single\"/><w:insideV w:val=\"single\"/></w:tblBorders>";

// One line a block: column or c for a cell of data, row, text.
std::string dumped(Document const& d) {
  std::string out;
  for (auto const& block : d.blocks) {
    out += block.kind == BlockKind::table_cell ? 'c' : "WLR"[static_cast<int>(block.column)];
    out += std::to_string(block.row) + " " + std::string(slice(d.text, block.span)) + "\n";
  }
  return out;
}

TEST(Docx, HeaderInATableWithoutLines) {
  EXPECT_EQ(dumped(docx(table(row(cell(paragraph("UBND TỈNH LẠNG SƠN") + paragraph("SỞ NỘI VỤ")) +
                                  cell(paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + paragraph("Độc lập - Tự do - Hạnh phúc"))) +
                              row(cell(paragraph("Số:     /SNV-VP") + paragraph("V/v báo cáo kết quả") + paragraph("năm 2025")) +
                                  cell(paragraph("Lạng Sơn, ngày     tháng 3 năm 2025")))) +
                        paragraph("Kính gửi: Bộ Nội vụ"))),
            "L0 UBND TỈNH LẠNG SƠN\nL1 SỞ NỘI VỤ\nR0 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nR1 Độc lập - Tự do - Hạnh phúc\n"
            "L2 Số: /SNV-VP\nL3 V/v báo cáo kết quả năm 2025\nR2 Lạng Sơn, ngày tháng 3 năm 2025\nW5 Kính gửi: Bộ Nội vụ\n");
}

TEST(Docx, LinesOfACellMayBeBrokenInsideAParagraph) {
  EXPECT_EQ(dumped(docx(table(row(cell("<w:p>" + run("ỦY BAN NHÂN DÂN") + "<w:r><w:br/></w:r>" + run("TỈNH HƯNG YÊN") + "</w:p>") +
                                  cell("<w:p>" + run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + "<w:r><w:br/></w:r>" +
                                       run("Độc lập - Tự do - Hạnh phúc") + "</w:p>"))))),
            "L0 ỦY BAN NHÂN DÂN\nL1 TỈNH HƯNG YÊN\nR0 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nR1 Độc lập - Tự do - Hạnh phúc\n");
}

TEST(Docx, HeaderWithTabs) {
  EXPECT_EQ(dumped(docx("<w:p>" + run("UBND TỈNH LẠNG SƠN") + "<w:r><w:tab/></w:r>" + run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") +
                        "</w:p><w:p>" + run("SỞ NỘI VỤ") + "<w:r><w:tab/></w:r>" + run("Độc lập - Tự do - Hạnh phúc") + "</w:p>")),
            "L0 UBND TỈNH LẠNG SƠN\nR0 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nL1 SỞ NỘI VỤ\nR1 Độc lập - Tự do - Hạnh phúc\n");
}

TEST(Docx, TablesWithLinesHoldData) {
  auto const rows =
      row(cell(paragraph("TT")) + cell(paragraph("Nội dung"))) + row(cell(paragraph("1")) + cell(paragraph("Một") + paragraph("Hai")));
  auto const data = "c0 TT\nc0 Nội dung\nc1 1\nc1 Một\nc1 Hai\n";
  EXPECT_EQ(dumped(docx(table(rows, drawn))), data);
  // The lines may be those of the style, or of the style it is based on.
  auto const style = "<w:style w:type=\"table\" w:styleId=\"Lines\"><w:tblPr>" + std::string(drawn) +
                     "</w:tblPr></w:style><w:style w:type=\"table\" w:styleId=\"Own\"><w:basedOn w:val=\"Lines\"/></w:style>"
                     "<w:style w:type=\"table\" w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style>"
                     "<w:style w:type=\"table\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style>";
  EXPECT_EQ(dumped(docx(table(rows, "<w:tblStyle w:val=\"Own\"/>"), style)), data);
  EXPECT_EQ(dumped(docx(table(rows, "<w:tblStyle w:val=\"A\"/>"), style)), "L0 TT\nR0 Nội dung\nL1 1\nR1 Một\nR2 Hai\n");
  // Or of the cells; those of the table are then gone.
  auto const lines = "<w:tcBorders><w:top w:val=\"single\"/><w:start w:val=\"single\"/></w:tcBorders>";
  EXPECT_EQ(dumped(docx(table(row(cell(paragraph("a"), lines) + cell(paragraph("b"), lines))))), "c0 a\nc0 b\n");
  auto const none = "<w:tcBorders><w:top w:val=\"nil\"/><w:left w:val=\"nil\"/><w:bottom w:val=\"nil\"/></w:tcBorders>";
  EXPECT_EQ(dumped(docx(table(row(cell(paragraph("a"), none) + cell(paragraph("b"), none)), drawn))), "L0 a\nR0 b\n");
}

TEST(Docx, SignatureWithLinesIsStillASignature) {
  EXPECT_EQ(
      dumped(docx(table(
          row(cell(paragraph("Nơi nhận:") + paragraph("- Như trên;")) + cell(paragraph("GIÁM ĐỐC") + paragraph("Nguyễn Văn A"))), drawn))),
      "L0 Nơi nhận:\nL1 - Như trên;\nR0 GIÁM ĐỐC\nR1 Nguyễn Văn A\n");
}

TEST(Docx, MergedAndNestedCells) {
  // A cell that another one covers shows nothing; a row that is deleted is gone.
  EXPECT_EQ(
      dumped(docx(table(row(cell(paragraph("a"), "<w:vMerge w:val=\"restart\"/>") + cell(paragraph("b"), "<w:gridSpan w:val=\"2\"/>")) +
                            row(cell(paragraph("che"), "<w:vMerge/>") + cell(paragraph("c")) + cell(paragraph("d"))) +
                            "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>" + cell(paragraph("x")) + "</w:tr>",
                        drawn))),
      "c0 a\nc0 b\nc1 c\nc1 d\n");
  EXPECT_EQ(dumped(docx(table(row(cell(paragraph("a"), "<w:cellDel w:id=\"1\"/>") + cell(paragraph("b")) + cell(paragraph("c"))), drawn))),
            "c0 b\nc0 c\n");
  // A frame around everything changes nothing, nor does one inside a cell.
  auto const frame = [](std::string const& inside) { return table(row(cell(inside + paragraph(""))), drawn); };
  EXPECT_EQ(dumped(docx(frame(table(row(cell(frame(paragraph("Nơi nhận:"))) + cell(paragraph("GIÁM ĐỐC"))))))),
            "L0 Nơi nhận:\nR0 GIÁM ĐỐC\n");
  // A table of data inside a cell of another one.
  EXPECT_EQ(dumped(docx(table(
                row(cell(paragraph("a")) + cell(table(row(cell(paragraph("b")) + cell(paragraph("c"))), drawn) + paragraph("d"))), drawn))),
            "c0 a\nc1 b\nc1 c\nc2 d\n");
}

TEST(Docx, ContentControlsAroundRowsAndCells) {
  auto const control = [](std::string const& inside) { return "<w:sdt><w:sdtPr/><w:sdtContent>" + inside + "</w:sdtContent></w:sdt>"; };
  EXPECT_EQ(dumped(docx(control(table(control(row(cell(control(paragraph("a"))) + control(cell(paragraph("b"))))), drawn)))),
            "c0 a\nc0 b\n");
}

// ---- boxes, notes, alternatives

TEST(Docx, TextBoxesAreReadOnceBehindTheirParagraph) {
  auto const choice = "<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>" + paragraph("DỰ THẢO") +
                      "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>";
  auto const fallback = "<w:pict><v:shape><v:textbox><w:txbxContent>" + paragraph("CŨ") + "</w:txbxContent></v:textbox></v:shape></w:pict>";
  auto const alternatives = "<mc:AlternateContent><mc:Choice Requires=\"wps\">" + choice + "</mc:Choice><mc:Fallback>" + fallback +
                            "</mc:Fallback></mc:AlternateContent>";
  EXPECT_EQ(docx("<w:p>" + run("Một") + "<w:r>" + alternatives + "</w:r>" + run(" hai") + "</w:p>" + paragraph("Ba")).text,
            "Một hai\nDỰ THẢO\nBa\n");
  EXPECT_EQ(docx("<w:p><w:r>" + fallback + "</w:r>" + run("Một") + "</w:p>").text, "Một\nCŨ\n");
  // What asks for things unknown here is left to the fallback.
  EXPECT_EQ(docx("<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps "
                 "x99\"><w:t>mới</w:t></mc:Choice><mc:Fallback><w:t>cũ</w:t></mc:Fallback>"
                 "</mc:AlternateContent><w:t>.</w:t></w:r></w:p>")
                .text,
            "cũ.\n");
  // A box in a cell, a box in a box.
  auto const inner = "<w:p>" + run("ngoài") + "<w:r><w:pict><v:textbox><w:txbxContent>" + paragraph("trong") +
                     "</w:txbxContent></v:textbox></w:pict></w:r></w:p>";
  EXPECT_EQ(docx("<w:p>" + run("a") + "<w:r><w:pict><v:textbox><w:txbxContent>" + inner + paragraph("sau") +
                 "</w:txbxContent></v:textbox></w:pict></w:r></w:p>" + paragraph("b"))
                .text,
            "a\nngoài\ntrong\nsau\nb\n");
}

TEST(Docx, NotesStandAtTheEnd) {
  auto const d = docx("<w:p>" + run("Một") + "<w:r><w:endnoteReference w:id=\"2\"/></w:r></w:p><w:p>" + run("Hai") +
                          "<w:r><w:footnoteReference w:id=\"5\"/></w:r>" + run(".") + "</w:p>",
                      {},
                      {{"word/footnotes.xml",
                        "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
                        "<w:footnote w:id=\"4\">" +
                            paragraph("không ai gọi") + "</w:footnote><w:footnote w:id=\"5\">" + paragraph("Chân trang") + "</w:footnote>"},
                       {"word/endnotes.xml", "<w:endnote w:id=\"2\">" + paragraph("Cuối bài") + "</w:endnote>"},
                       {"word/header1.xml", paragraph("đầu trang")},
                       {"word/comments.xml", "<w:comment w:id=\"0\">" + paragraph("bình luận") + "</w:comment>"}});
  EXPECT_EQ(d.text, "Một\nHai.\nChân trang\nCuối bài\n");
}

// ---- names and forms of files

TEST(Docx, PrefixesAreTheFilesOwn) {
  auto parts = docx_parts("");
  parts["word/document.xml"] =
      "<ns0:document xmlns:ns0=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
      "xmlns:w=\"urn:x\"><ns0:body><ns0:p><ns0:pPr>"
      "<ns0:rPr><ns0:del ns0:id=\"1\"/></ns0:rPr></ns0:pPr><ns0:r><ns0:t>Một</ns0:t><w:t>của ai</w:t></ns0:r></ns0:p>"
      "<p xmlns=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><r><t>hai</t></r></p></ns0:body></ns0:document>";
  EXPECT_EQ(document(make_docx(parts), "a.docx").text, "Mộthai\n");
}

TEST(Docx, StrictFormAndOtherNamesOfParts) {
  auto parts = docx_parts("");
  auto const purl = std::string("http://purl.oclc.org/ooxml/");
  parts.erase("word/document.xml");
  parts["nội dung/văn bản.xml"] = "<w:document xmlns:w=\"" + purl +
                                  "wordprocessingml/main\"><w:body><w:p><w:r><w:t>Nghiêm ngặt</w:t></w:r></w:p></w:body></w:document>";
  parts["_rels/.rels"] =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"" + purl +
      "officeDocument/relationships/officeDocument\" Target=\"/nội dung/văn bản.xml\"/></Relationships>";
  EXPECT_EQ(document(make_docx(parts), "a.docx").text, "Nghiêm ngặt\n");
}

TEST(Docx, PartsInUtf16) {
  auto parts = docx_parts("");
  parts["word/document.xml"] =
      "\xFF\xFE" +
      utf16le(
          "<?xml version=\"1.0\" encoding=\"UTF-16\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/"
          "main\"><w:body><w:p><w:r><w:t>Tiếng Việt 𝄞</w:t></w:r></w:p></w:body></w:document>");
  EXPECT_EQ(document(make_docx(parts), "a.docx").text, "Tiếng Việt 𝄞\n");
}

TEST(Docx, TextOutsideOfAllRuns) { EXPECT_EQ(document(docx_of("<w:p><w:t>Một</w:t></w:p>"), "a.docx").text, "Một\n"); }

TEST(Docx, TheNameSaysNothing) {
  for (auto const* name : {"a.docx", "a.txt", "a.md", "a", "-"}) {
    auto const d = document(docx_of(paragraph("Một")), name);
    EXPECT_EQ(d.format, Format::docx) << name;
    EXPECT_EQ(d.text, "Một\n") << name;
  }
  auto const text = document("Một\nHai\n", "a.docx");
  EXPECT_EQ(text.format, Format::text);
}

}  // namespace
}  // namespace vanthu::test
