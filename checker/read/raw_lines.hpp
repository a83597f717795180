// Lines of plain text, and what one line shows whatever the format.
#pragma once
#include <cstring>
#include <string_view>
#include <vector>

#include "read/markup.hpp"

namespace vanthu {

// Lines of plain text that hold something, in ascending order. Spans are in `text`. Drawn lines are left out.
std::vector<SourceLine> find_lines(std::string_view text);

inline bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\f'); }  // also '\n' and '\v'
// The span without the blanks at its ends.
inline Span trimmed(std::string_view text, Span span) {
  while (span.begin < span.end && is_blank(text[span.begin])) ++span.begin;
  while (span.begin < span.end && is_blank(text[span.end - 1])) --span.end;
  return span;
}

// A drawn line, without blanks at its ends: only rule characters, three at least.
bool is_rule(std::string_view line);

// Sizes are known to the compiler here: comparing with a word takes a few instructions, no call.
template <std::size_t Size>
bool starts_with(std::string_view line, char const (&word)[Size]) {
  return line.size() >= Size - 1 && line[0] == word[0] && std::memcmp(line.data(), word, Size - 1) == 0;
}
template <std::size_t... Sizes>
bool starts_with_any(std::string_view line, char const (&... words)[Sizes]) {
  return (starts_with(line, words) || ...);
}
template <std::size_t... Sizes>
bool is_any_of(std::string_view word, char const (&... words)[Sizes]) {
  return ((word.size() == Sizes - 1 && std::memcmp(word.data(), words, Sizes - 1) == 0) || ...);
}

// Runs of blanks and tabs in text of several lines that are not just one ' ', in ascending order.
std::vector<Span> find_blank_runs(std::string_view text);

// Columns that blanks at the start of a line take.
std::uint32_t columns_of(std::string_view blanks);

}  // namespace vanthu
