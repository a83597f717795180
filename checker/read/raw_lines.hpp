// Lines of the decoded text, with the markup that belongs to whole lines told and left out.
#pragma once
#include <string_view>
#include <vector>

#include "read/markup.hpp"

namespace vanthu {

// Lines that hold something, in ascending order. Spans are in `text`. Front matter, fences, rules, table delimiter rows, heading and
// quote markers are left out.
std::vector<SourceLine> find_lines(std::string_view text, Format format);

bool is_blank(char c);
// The span without the blanks at its ends.
Span trimmed(std::string_view text, Span span);

}  // namespace vanthu
