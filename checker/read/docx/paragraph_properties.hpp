// What w:pPr says of a paragraph (ECMA-376 Part 1, 17.3.1), collected from the lowest level of the style hierarchy to the highest.
#pragma once
#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string_view>

#include "read/docx/numbering.hpp"
#include "vanthu/layout.hpp"

namespace vanthu::docx {

// Twips, or hundredths of a character or a line, whose size only the document knows.
struct Length {
  std::int32_t value = 0;
  bool hundredths = false;
};

// w:ind and what of it comes from a list.
struct Indents {
  std::optional<Length> left, right, first_line;  // first_line: negative where hanging
};

struct ParagraphProperties {
  Indents indents;                               // without lists
  Indents with_list;                             // the list's indents laid over those of the levels below the one that names the list
  std::optional<std::int32_t> list, list_level;  // w:numId (0: no list), w:ilvl
  std::string_view alignment;                    // w:jc as written
  bool right_to_left = false;                    // w:bidi
  std::optional<Length> before, after;
  bool before_automatic = false, after_automatic = false;
  std::optional<std::int32_t> line;
  LineRule line_rule = LineRule::multiple;
  bool contextual = false;
  bool border_below = false;
};

// Lays over `properties` what `node` (w:pPr; null: nothing) says. `style`: id of the paragraph style it belongs to, whose level of a list
// is the one linked to it; empty for direct formatting and other styles.
void lay_over(ParagraphProperties& properties, pugi::xml_node node, Numbering const& numbering, std::string_view style);

// The list and level in force.
std::optional<ListItem> list_item(ParagraphProperties const& properties, Numbering const& numbering);

// `character`: twips of a character in w:ind's …Chars. `automatic`: twips of automatic spacing.
ParagraphFormat paragraph_format(ParagraphProperties const& properties, bool in_list, std::int32_t character, std::int32_t automatic);

}  // namespace vanthu::docx
