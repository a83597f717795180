// Paper, margins and page numbers of sections, from the XML of sectPr, headers and footers.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "read/docx/page_field.hpp"
#include "read/docx/sections.hpp"
#include "read/docx/values.hpp"
#include "vanthu/schema.hpp"

namespace vanthu::docx {
namespace {

constexpr std::string_view a4 = R"(<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:bottom="1134" w:left="1701" w:right="851"/>)";

// "header 2 center from 1 roman": part, alignment …; formats of tests: <w:jc> of the paragraph, <w:i/> of the run.
std::string dump(Section const& s) {
  auto const& n = s.page_number;
  if (n.part == PagePart::none) return "none";
  auto out = fmt::format("{} {}", n.part == PagePart::header ? "header" : "footer", to_string(n.alignment));
  if (n.on_first_page) out += " on-first";
  if (!n.arabic) out += " not-arabic";
  if (n.start) out += fmt::format(" from {}", *n.start);
  if (n.format.italic) out += " italic";
  return out;
}

struct Parts {
  std::map<std::string, std::string, std::less<>> xml;  // by relationship
  bool even_and_odd = false;
};

std::vector<Section> sections_of(std::vector<std::string> const& properties, Parts const& parts = {}) {
  std::map<std::string, pugi::xml_document, std::less<>> documents;
  for (auto const& [id, xml] : parts.xml) documents[id].load_string(xml.c_str(), pugi::parse_default | pugi::parse_ws_pcdata);
  std::vector<pugi::xml_document> sources(properties.size());
  std::vector<SectionSource> list;
  for (std::size_t i = 0; i < properties.size(); ++i) {
    sources[i].load_string(("<w:sectPr>" + properties[i] + "</w:sectPr>").c_str());
    list.push_back({sources[i].document_element(), static_cast<std::uint32_t>(i)});
  }
  SectionContext context;
  context.part = [&](std::string_view id) {
    auto const found = documents.find(id);
    return found == documents.end() ? pugi::xml_node() : found->second.document_element();
  };
  context.paragraph = [](pugi::xml_node p) {
    ParagraphFormat out;
    auto const jc = attribute(element(element(p, "pPr"), "jc"), "val");
    if (jc == "center") out.alignment = Alignment::center;
    if (jc == "right") out.alignment = Alignment::right;
    return out;
  };
  context.characters = [](pugi::xml_node, pugi::xml_node run) {
    CharacterFormat out;
    out.italic = on_off(element(element(run, "rPr"), "i"));
    return out;
  };
  context.even_and_odd = parts.even_and_odd;
  return sections(list, context);
}

// The page number of one section with this header.
std::string in_header(std::string const& paragraphs, std::string const& properties = "") {
  return dump(sections_of({std::string(a4) + R"(<w:headerReference w:type="default" r:id="h"/>)" + properties},
                          {{{"h", "<w:hdr>" + paragraphs + "</w:hdr>"}}, false})[0]);
}

constexpr auto centred_page =
    R"(<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>)";
std::string complex_page(std::string const& before = "", std::string const& properties = "") {
  return "<w:p><w:pPr>" + properties + "</w:pPr>" + before +
         R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE  \* MERGEFORMAT </w:instrText></w:r>)"
         R"(<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>)";
}

TEST(DocxSections, PaperAndMargins) {
  auto const s =
      sections_of({R"(<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="-1134" w:bottom="2cm" w:left="1417" w:right="851" w:gutter="284"/>)",
                   R"(<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>)", ""});
  EXPECT_EQ(s[0].width, 11906);
  EXPECT_EQ(s[0].height, 16838);
  EXPECT_EQ(s[0].top, 1134);
  EXPECT_EQ(s[0].bottom, 1134);
  EXPECT_EQ(s[0].left, 1701);
  EXPECT_EQ(s[0].right, 851);
  EXPECT_FALSE(s[0].landscape);
  EXPECT_TRUE(s[1].landscape);
  EXPECT_EQ(s[1].first_block, 1U);
  EXPECT_EQ(s[2].width, 0);
}

TEST(DocxSections, PageNumbersInTheirForms) {
  EXPECT_EQ(in_header(""), "none");
  EXPECT_EQ(in_header("<w:p><w:r><w:t>PAGE</w:t></w:r></w:p>"), "none");
  EXPECT_EQ(in_header(R"(<w:p><w:fldSimple w:instr="NUMPAGES"><w:r/></w:fldSimple></w:p>)"), "none");
  EXPECT_EQ(in_header(centred_page), "header center on-first");
  EXPECT_EQ(in_header(complex_page("", R"(<w:jc w:val="right"/>)")), "header right on-first italic");
  EXPECT_EQ(in_header("<w:p><w:r><w:pgNum/></w:r></w:p>"), "header left on-first");
  EXPECT_EQ(in_header("<w:sdt><w:sdtContent>" + std::string(centred_page) + "</w:sdtContent></w:sdt>"), "header center on-first");
  EXPECT_EQ(in_header("<w:p><w:del><w:fldSimple w:instr=\"PAGE\"/></w:del></w:p>"), "none");
  EXPECT_EQ(in_header(R"(<w:p><w:fldSimple w:instr="page \* roman"><w:r/></w:fldSimple></w:p>)"), "header left on-first not-arabic");
}

TEST(DocxSections, WhatTheSectionSaysOfPageNumbers) {
  EXPECT_EQ(in_header(centred_page, R"(<w:pgNumType w:start="3"/>)"), "header center on-first from 3");
  EXPECT_EQ(in_header(centred_page, R"(<w:pgNumType w:fmt="upperRoman"/>)"), "header center on-first not-arabic");
  EXPECT_EQ(in_header(centred_page, "<w:titlePg/>"), "header center");
  EXPECT_EQ(in_header(centred_page, R"(<w:titlePg w:val="0"/>)"), "header center on-first");
}

TEST(DocxSections, PlacesAcrossThePage) {
  auto const page = [](std::string const& before, std::string const& properties = "") {
    return in_header(complex_page(before, properties));
  };
  auto const tab = std::string("<w:r><w:tab/></w:r>");
  EXPECT_EQ(page(tab), "header center on-first italic");
  EXPECT_EQ(page(tab + tab), "header right on-first italic");
  EXPECT_EQ(page(tab, R"(<w:tabs><w:tab w:val="clear" w:pos="4680"/><w:tab w:val="right" w:pos="9000"/></w:tabs>)"),
            "header right on-first italic");
  EXPECT_EQ(page(R"(<w:r><w:ptab w:relativeTo="margin" w:alignment="center" w:leader="none"/></w:r>)"), "header center on-first italic");
  EXPECT_EQ(page("", R"(<w:framePr w:wrap="around" w:hAnchor="margin" w:xAlign="center" w:y="1"/>)"), "header center on-first italic");
  EXPECT_EQ(page("", R"(<w:framePr w:wrap="around" w:hAnchor="margin" w:xAlign="right" w:y="1"/>)"), "header right on-first italic");
  EXPECT_EQ(
      in_header(R"(<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>)" + std::string(centred_page) + "</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"),
      "header center on-first");
  EXPECT_EQ(in_header(R"(<w:tbl><w:tr><w:tc>)" + std::string(centred_page) + "</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"),
            "header left on-first");
}

TEST(DocxSections, PageNumberInABox) {
  auto const box = [](std::string const& place) {
    return in_header(
        R"(<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:positionH relativeFrom="margin">)" + place +
        R"(</wp:positionH><wp:extent cx="914400" cy="300000"/><wps:wsp><wps:txbx><w:txbxContent>)" + std::string(centred_page) +
        R"(</w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r></w:p>)");
  };
  EXPECT_EQ(box("<wp:align>center</wp:align>"), "header center on-first");
  EXPECT_EQ(box("<wp:align>right</wp:align>"), "header right on-first");
  EXPECT_EQ(box("<wp:posOffset>2500000</wp:posOffset>"), "header center on-first");  // 9354 twips between the margins
  EXPECT_EQ(box("<wp:posOffset>0</wp:posOffset>"), "header left on-first");
  EXPECT_EQ(in_header(R"(<w:p><w:r><w:pict><v:shape style="position:absolute;mso-position-horizontal:center"><v:textbox><w:txbxContent>)" +
                      std::string(centred_page) + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"),
            "header center on-first");
}

TEST(DocxSections, HeadersAreInherited) {
  std::string const first = R"(<w:headerReference w:type="default" r:id="h"/><w:headerReference w:type="first" r:id="f"/>)";
  Parts const parts{{{"h", "<w:hdr>" + std::string(centred_page) + "</w:hdr>"},
                     {"f", "<w:hdr><w:p/></w:hdr>"},
                     {"foot", "<w:ftr>" + std::string(centred_page) + "</w:ftr>"},
                     {"empty", "<w:hdr><w:p/></w:hdr>"}},
                    false};
  auto const s = sections_of({first + "<w:titlePg/>", "", "<w:titlePg/>",
                              R"(<w:headerReference w:type="default" r:id="empty"/><w:footerReference w:type="default" r:id="foot"/>)"},
                             parts);
  EXPECT_EQ(dump(s[0]), "header center");
  EXPECT_EQ(dump(s[1]), "header center on-first");
  EXPECT_EQ(dump(s[2]), "header center");
  EXPECT_EQ(dump(s[3]), "footer center on-first");
}

TEST(DocxSections, EvenPagesCountWhereTheSettingsSaySo) {
  Parts parts{{{"e", "<w:hdr>" + std::string(centred_page) + "</w:hdr>"}}, false};
  std::vector<std::string> const properties{R"(<w:headerReference w:type="even" r:id="e"/>)"};
  EXPECT_EQ(dump(sections_of(properties, parts)[0]), "none");
  parts.even_and_odd = true;
  EXPECT_EQ(dump(sections_of(properties, parts)[0]), "header center");
}

TEST(DocxSections, AFieldInsideAnotherMayBeHiddenOnTheFirstPage) {
  auto const part = [](std::string_view type) { return fmt::format(R"(<w:r><w:fldChar w:fldCharType="{}"/></w:r>)", type); };
  auto const words = [](std::string_view text) { return fmt::format("<w:r><w:instrText>{}</w:instrText></w:r>", text); };
  EXPECT_EQ(in_header("<w:p>" + part("begin") + words(" IF ") + part("begin") + words("PAGE") + part("end") + words(" &gt; 1 ") +
                      part("begin") + words("PAGE") + part("end") + part("separate") + part("end") + "</w:p>"),
            "header left");
}

TEST(DocxSections, PageInstructions) {
  EXPECT_TRUE(is_page_instruction("PAGE"));
  EXPECT_TRUE(is_page_instruction(" page\\* arabic"));
  EXPECT_FALSE(is_page_instruction("PAGEREF _Toc1"));
  EXPECT_FALSE(is_page_instruction(""));
}

}  // namespace
}  // namespace vanthu::docx
