// Rule lines as components have them: under the Tiêu ngữ, the issuing body, the trích yếu.
#pragma once
#include "vanthu/document.hpp"
#include "vanthu/facts.hpp"

namespace vanthu {

// Width of a block in one line, in twips; 0 where it is not known.
std::int32_t block_width(Document const& document, std::size_t block);

// Sets rule_line and rule_line_percent of Facts::paragraphs, which are there but for these.
void recognize_rule_lines(Document const& document, Facts& facts);

}  // namespace vanthu
