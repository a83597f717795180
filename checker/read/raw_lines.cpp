#include "read/raw_lines.hpp"

#include <algorithm>

namespace vanthu {

std::vector<SourceLine> find_lines(std::string_view text) {
  std::vector<SourceLine> lines;
  SourceLine pending;  // what is known of the next line that holds something
  bool page_break = false;
  for (std::size_t at = 0; at < text.size();) {
    auto const end = std::min(text.find_first_of("\n\f\v", at), text.size());
    auto const ending = end < text.size() ? text[end] : '\n';
    auto const line = trimmed(text, {offset32(at), offset32(end)});
    if (page_break) pending.page_break = true;
    if (line.empty()) {
      if (end < text.size() && ending == '\n' && !page_break) ++pending.blank_lines;
    } else if (is_rule(slice(text, line))) {
      pending.rule = true;
    } else {
      pending.span = line;
      pending.indent = columns_of(text.substr(at, line.begin - at));
      lines.push_back(pending);
      auto const row = pending.row;
      pending = {};
      pending.row = row;
    }
    page_break = ending == '\f';
    if (ending == '\n') ++pending.row;
    at = end + 1;
  }
  return lines;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\v' || c == '\f'; }

Span trimmed(std::string_view text, Span span) {
  while (span.begin < span.end && is_blank(text[span.begin])) ++span.begin;
  while (span.begin < span.end && is_blank(text[span.end - 1])) --span.end;
  return span;
}

// "---", "* * *", "______"; also the dashes that are drawn under a header.
bool is_rule(std::string_view line) {
  std::size_t marks = 0;
  bool equal = true;
  char first = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (is_blank(line[i])) continue;
    if (line.substr(i).starts_with("–") || line.substr(i).starts_with("—") || line.substr(i).starts_with("─")) {
      ++marks;
      i += 2;
      continue;
    }
    if (line[i] != '-' && line[i] != '*' && line[i] != '_' && line[i] != '=') return false;
    if (first == 0) first = line[i];
    equal = equal && line[i] == first;
    ++marks;
  }
  return marks >= 3 && equal;
}

std::uint32_t columns_of(std::string_view blanks) {
  std::uint32_t n = 0;
  for (auto const c : blanks) n = c == '\t' ? (n / 8 + 1) * 8 : n + 1;
  return n;
}

}  // namespace vanthu
