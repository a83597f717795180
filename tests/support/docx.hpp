// Word documents for tests, written part by part.
#pragma once
#include <map>
#include <string>
#include <string_view>

namespace vanthu::test {

// Name in the package ("word/document.xml") → bytes.
using Parts = std::map<std::string, std::string>;

// The package of these parts as they are: nothing is added. Throws where libzip does.
std::string make_docx(Parts const& parts);

// The parts of a document that Word opens. `body_xml` stands inside <w:body>, `styles_xml` inside <w:styles>. `more`: further parts by
// name; those in word/ ("word/numbering.xml", "word/header1.xml", "word/theme/theme1.xml") get a content type by their name and a
// relationship from the main part whose id is the name without folder and extension ("header1"). Of numbering, settings, footnotes,
// endnotes, comments, header and footer parts the root element may be left out. A part with the name of one that is made here replaces it.
// Prefixes that may be used anywhere: w, r, wp, a, wps, wpg, mc, v, o, w10, w14, pic.
Parts docx_parts(std::string_view body_xml, std::string_view styles_xml = {}, Parts const& more = {});

// make_docx(docx_parts(…)).
std::string docx_of(std::string_view body_xml, std::string_view styles_xml = {}, Parts const& more = {});

// <w:p> with one run of `text`; `paragraph_properties` inside <w:pPr>, `run_properties` inside <w:rPr>. Text is escaped.
std::string paragraph(std::string_view text, std::string_view paragraph_properties = {}, std::string_view run_properties = {});

// <w:r> with `text`.
std::string run(std::string_view text, std::string_view run_properties = {});

// `&`, `<`, `>` and `"` as XML has them.
std::string escaped(std::string_view text);

}  // namespace vanthu::test
