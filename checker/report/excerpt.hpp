// One line of the source cut to the terminal around a place, with the columns to mark. Work is bounded by the width, however long the line.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "vanthu/document.hpp"

namespace vanthu::report {

struct Excerpt {
  std::string text;        // printable UTF-8; "…" where the line was cut
  std::size_t indent = 0;  // terminal columns before the mark
  std::size_t marked = 1;  // terminal columns of the mark; 1 for an empty place
};

// The line on which `range` begins, in at most `width` columns (never fewer than 20). A range over several lines is marked to the end
// of the first. Tabs take four columns; letters that have no shape of their own (controls, direction marks) are shown as U+FFFD.
Excerpt excerpt(Document const& document, SourceRange range, std::size_t width);

// `text` on one line and safe for a terminal: line ends become blanks, controls U+FFFD.
std::string printable(std::string_view text);
// The same at the end of `out`.
void append_printable(std::string& out, std::string_view text);

}  // namespace vanthu::report
