// Marks inside running text that is no Markdown: emphasis, superscripts of OCR.
#pragma once
#include <string_view>
#include <vector>

#include "read/markup.hpp"

namespace vanthu {

// `lines` as find_lines() gave them for `text`. Emphasis is paired inside a paragraph: lines without a blank line between them.
MarkedLines find_inline_marks(std::string_view text, std::vector<SourceLine> lines);

// "^{NH}" at `at`: the span of what stands inside the braces; empty when there is none that ends before `end`.
Span superscript_at(std::string_view text, std::uint32_t at, std::uint32_t end);

// Whether the character that ends (starts) at `at` is a letter or a digit.
bool word_ends_at(std::string_view text, std::size_t at);
bool word_starts_at(std::string_view text, std::size_t at);

}  // namespace vanthu
