// What w:pPr says of a paragraph (ECMA-376 Part 1, 17.3.1), collected from the lowest level of the style hierarchy to the highest.
#pragma once
#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string_view>

#include "read/docx/indents.hpp"
#include "read/docx/numbering.hpp"
#include "vanthu/layout.hpp"

namespace vanthu::docx {

// What one w:pPr says.
struct ParagraphProperties {
  Indents indents;
  bool names_list = false;                    // has a w:numPr
  std::optional<std::int32_t> list, level;    // w:numId (0: no list), w:ilvl
  std::optional<std::string_view> alignment;  // w:jc as written
  std::optional<bool> right_to_left;          // w:bidi
  std::optional<Length> before, after;
  std::optional<bool> before_automatic, after_automatic;
  std::optional<std::int32_t> line;
  LineRule line_rule = LineRule::multiple;  // with `line`
  std::optional<bool> contextual;
  std::optional<bool> border_below, boxed, on_grid;
};

// `node`: w:pPr; null: nothing is said.
ParagraphProperties read_paragraph_properties(pugi::xml_node node);

// What several say one over the other.
struct ParagraphLevels {
  ParagraphProperties said;  // indents: without those of lists
  Indents with_list;         // the list's over those below the level that names the list, under those of that level and above
};

// Lays `upper` over what is there. `style`: id of the paragraph style it belongs to, whose level of a list is the one linked to it
// (17.9.23); empty for direct formatting and other styles.
void lay_over(ParagraphLevels& lower, ParagraphProperties const& upper, Numbering const& numbering, std::string_view style);

// The list and level in force.
std::optional<ListItem> list_item(ParagraphProperties const& properties, Numbering const& numbering);

// `character`: twips of a character in …Chars of w:ind. `automatic`: twips of automatic spacing.
ParagraphFormat paragraph_format(ParagraphLevels const& levels, bool in_list, std::int32_t character, std::int32_t automatic);

}  // namespace vanthu::docx
