// Lines that are drawn below text: borders of paragraphs and cells, shapes and connectors (DrawingML and VML), underlining, rows of
// dashes. ECMA-376 Part 1, 17.3.1.24 (pBdr), 17.4.66 (tcBorders), 20.4 (anchors); Part 4, 19 (VML).
#pragma once
#include <cstdint>
#include <pugixml.hpp>
#include <span>
#include <vector>

#include "vanthu/layout.hpp"

namespace vanthu {
struct Document;
}

namespace vanthu::docx {

// A paragraph of the body in reading order, those without text too: a line is often anchored in an empty one.
struct LineParagraph {
  pugi::xml_node node;            // its w:p
  std::uint32_t first_block = 0;  // of Document::blocks
  std::uint32_t blocks = 0;       // how many blocks it became; 0 where it has no text
};

// The lines below blocks, ascending by block, each drawn line once. Needs Document::text and blocks, and of the layout its runs, formats
// and blocks. A line between two paragraphs belongs to the upper one; so does one in an empty paragraph below it. Lines that stand below
// no text of their own cell, box or body are left out. Linear in the XML below the paragraphs.
std::vector<RuleLine> rule_lines(std::span<LineParagraph const> paragraphs, Document const& document, Layout const& layout);

}  // namespace vanthu::docx
