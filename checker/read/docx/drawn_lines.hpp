// Lines that are drawn as shapes: DrawingML (wps, pictures) and VML, each once where a file holds both.
#pragma once
#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string_view>
#include <vector>

namespace vanthu::docx {

struct DrawnLine {
  std::int32_t length = 0;            // twips; 0: not known
  bool full_width = false;            // as wide as the column, or that part of it: `length` is then percent
  std::optional<std::int32_t> below;  // twips from the top of its paragraph; nothing where it is placed by something else
};

// The horizontal lines anchored in a paragraph (w:p): lines, connectors, shapes and pictures that are flat. Text boxes are none, and
// paragraphs inside them are not looked into. Linear in the XML.
std::vector<DrawnLine> drawn_lines(pugi::xml_node paragraph);

// "53.8pt", "1in", "20mm", "12px" in twips; points of CSS where no unit stands is VML's pixel (1/96 inch). Nothing where it is none.
std::optional<std::int32_t> css_length(std::string_view text);

// Value of a property in a VML style ("width:81pt;height:0"); empty where there is none.
std::string_view css_property(std::string_view style, std::string_view name);

}  // namespace vanthu::docx
