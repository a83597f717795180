#include "read/raw_lines.hpp"

#include <algorithm>
#include <cstring>

#include "read/plain_bytes.hpp"

namespace vanthu {
namespace {

// Has a bit of each byte set where that byte and the one beside it are blanks; never of the last byte. Also of bytes next to such, at
// times.
std::uint64_t double_blanks(char const* eight) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, eight, 8);
  auto const singles = bytes ^ 0x2020202020202020U;                     // 0 where a blank stands
  auto const pairs = singles | singles >> 8U | 0xFF00000000000000U;     // 0 where one stands beside another
  return (pairs - 0x0101010101010101U) & ~pairs & 0x8080808080808080U;  // where a byte is 0
}

// The first of two blanks side by side; text.size() where there are none.
std::size_t find_double_blank(std::string_view text, std::size_t at) {
  for (; at + 15 <= text.size(); at += 14)
    if ((double_blanks(text.data() + at) | double_blanks(text.data() + at + 7)) != 0) break;
  return std::min(text.find("  ", at), text.size());
}

}  // namespace

std::vector<SourceLine> find_lines(std::string_view text) {
  std::vector<SourceLine> lines;
  lines.reserve(std::min<std::size_t>(text.size() / 64 + 1, 1024));  // as many as there mostly are; an odd text is given no more than this
  SourceLine pending;                                                // what is known of the next line that holds something
  bool page_break = false;
  RareBytes<3> ends(text, {'\n', '\f', '\v'});
  for (std::size_t at = 0; at < text.size();) {
    auto const end = ends.next(at, text.size());
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

// "---", "* * *", "______"; also the dashes that are drawn under a header.
bool is_rule(std::string_view line) {
  std::size_t marks = 0;
  bool equal = true;
  char first = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (is_blank(line[i])) continue;
    auto const dash = line[i] == '\xE2' ? line.substr(i, 3) : std::string_view{};
    if (dash == "–" || dash == "—" || dash == "─") {
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

std::vector<Span> find_blank_runs(std::string_view text) {
  std::vector<Span> runs;
  RareBytes<1> tabs(text, {'\t'});
  auto blanks = find_double_blank(text, 0);
  for (std::size_t end = 0;;) {
    if (blanks < end) blanks = find_double_blank(text, end);
    auto begin = tabs.next(end, blanks);
    if (begin == text.size()) return runs;
    while (begin > end && text[begin - 1] == ' ') --begin;
    end = std::min(text.find_first_not_of(" \t", begin), text.size());
    runs.push_back({offset32(begin), offset32(end)});
  }
}

std::uint32_t columns_of(std::string_view blanks) {
  std::uint32_t n = 0;
  for (auto const c : blanks) n = c == '\t' ? (n / 8 + 1) * 8 : n + 1;
  return n;
}

}  // namespace vanthu
