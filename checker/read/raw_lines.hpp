// Lines of plain text, and what one line shows whatever the format.
#pragma once
#include <string_view>
#include <vector>

#include "read/markup.hpp"

namespace vanthu {

// Lines of plain text that hold something, in ascending order. Spans are in `text`. Drawn lines are left out.
std::vector<SourceLine> find_lines(std::string_view text);

bool is_blank(char c);
// The span without the blanks at its ends.
Span trimmed(std::string_view text, Span span);

// A drawn line, without blanks at its ends: only rule characters, three at least.
bool is_rule(std::string_view line);

// Columns that blanks at the start of a line take.
std::uint32_t columns_of(std::string_view blanks);

}  // namespace vanthu
