// Lines and marks of Markdown.
#pragma once
#include <string>
#include <string_view>

#include "read/markup.hpp"

namespace vanthu {

// `text` holds no comments (<!-- … -->). Bullets and labels of lists stay part of their lines.
MarkedLines find_markdown(std::string_view text);

// The text byte for byte, but each line ends with '\n', and what is no Markdown in administrative documents, or none that is wanted, holds
// other bytes: front matter, code between fences, drawn lines and underlines that make no heading are blanks; marks that stand for
// themselves ("(*)", "ngày __/__/2024", "3*4", "~5") are letters.
std::string mask_markdown(std::string_view text);

// The line, without blanks at its ends, without marks of quotes before it; with `items`, also without bullets and labels.
std::string_view without_containers(std::string_view line, bool items);

// "```" or "~~~", at least three; '\0' when the line is none.
char fence_mark(std::string_view line);

// "|---|:--:|"
bool is_table_delimiter(std::string_view line);

}  // namespace vanthu
