// What a run (w:r) shows, put into the source of a document.
#pragma once
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace vanthu::docx {

// Adds text of XML: line ends are blanks there, bytes that are no UTF-8 become U+FFFD. `keep_blanks`: also those at both ends.
void add_text(std::string& source, std::string_view text, bool keep_blanks);

// w:sym: a character of a font, as symbol() shows it.
void add_symbol(std::string& source, pugi::xml_node symbol);

}  // namespace vanthu::docx
