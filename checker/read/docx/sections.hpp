// Paper, margins and page numbers of each section: w:sectPr with the headers and footers that it names or inherits.
// ECMA-376 Part 1, 17.6 (sections), 17.10 (headers and footers), 17.16.5.44 (PAGE).
#pragma once
#include <cstdint>
#include <functional>
#include <pugixml.hpp>
#include <span>
#include <string_view>
#include <vector>

#include "vanthu/layout.hpp"

namespace vanthu::docx {

struct SectionSource {
  pugi::xml_node properties;      // its w:sectPr; null where the file has none
  std::uint32_t first_block = 0;  // of Document::blocks
};

// What a section needs to know of the rest of the package.
struct SectionContext {
  // The root (w:hdr, w:ftr) of the part that a relationship of the main part names; null where there is none.
  std::function<pugi::xml_node(std::string_view relationship)> part;
  // Effective formats of a w:p, and of a w:r in it.
  std::function<ParagraphFormat(pugi::xml_node paragraph)> paragraph;
  std::function<CharacterFormat(pugi::xml_node paragraph, pugi::xml_node run)> characters;
  bool even_and_odd = false;  // w:evenAndOddHeaders of the settings
};

// One for each source, in order. What sectPr leaves out is as Word has it: Letter paper has to be told, so absent sizes stay 0; a missing
// header is that of the section before.
std::vector<Section> sections(std::span<SectionSource const> sources, SectionContext const& context);

}  // namespace vanthu::docx
