#include "read/raw_lines.hpp"

#include <algorithm>
#include <optional>

namespace vanthu {
namespace {

// Only rule characters, three at least: "---", "* * *", "______". In text also what is drawn under a header.
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

// "|---|:--:|"
bool is_table_delimiter(std::string_view line) {
  return line.find('-') != std::string_view::npos && line.find('|') != std::string_view::npos &&
         line.find_first_not_of("|-: \t") == std::string_view::npos;
}

// "```" or "~~~", at least three; nothing when it is none.
char fence_mark(std::string_view line) {
  if (line.starts_with("```") && line.find('`', line.find_first_not_of('`')) == std::string_view::npos) return '`';
  return line.starts_with("~~~") ? '~' : '\0';
}

class LineFinder {
 public:
  LineFinder(std::string_view text, Format format) : text_(text), markdown_(format == Format::markdown) {}

  std::vector<SourceLine> run() {
    std::size_t at = 0;
    if (markdown_) {
      at = skip_front_matter();
      pending_.row = static_cast<std::uint32_t>(std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
      fences_hold_the_text_ = most_text_is_fenced(at);
    }
    bool page_break = false;
    while (at < text_.size()) {
      auto const end = std::min(text_.find_first_of("\n\f\v", at), text_.size());
      auto const line = trimmed(text_, {offset32(at), offset32(end)});
      if (page_break) pending_.page_break = true;
      pending_.indent = columns({offset32(at), line.begin});
      if (line.empty()) {
        if (end < text_.size() && text_[end] == '\n' && !page_break) ++pending_.blank_lines;
      } else {
        take(line);
      }
      page_break = end < text_.size() && text_[end] == '\f';
      if (end < text_.size() && text_[end] == '\n') ++pending_.row;
      at = end + 1;
    }
    return std::move(lines_);
  }

 private:
  std::string_view text_of(Span span) const { return slice(text_, span); }

  std::uint32_t columns(Span blanks) const {
    std::uint32_t n = 0;
    for (auto i = blanks.begin; i < blanks.end; ++i) n = text_[i] == '\t' ? (n / 8 + 1) * 8 : n + 1;
    return n;
  }

  void take(Span line) {
    if (markdown_) {
      if (auto const mark = fence_mark(text_of(line)); mark != 0 && (fence_ == 0 || fence_ == mark)) {
        fence_ = fence_ == 0 ? mark : '\0';
        pending_.rule = true;
        return;
      }
      if (fence_ != 0 && !fences_hold_the_text_) return;
      while (text_[line.begin] == '>') {
        line = trimmed(text_, {line.begin + 1, line.end});
        if (line.empty()) {
          ++pending_.blank_lines;
          return;
        }
      }
    }
    if (is_rule(text_of(line))) {
      pending_.rule = true;
      return;
    }
    if (markdown_ && text_[line.begin] == '|') {
      take_cells(line);
      return;
    }
    if (auto const level = markdown_ ? heading_level(line) : 0; level != 0) {
      line = trimmed(text_, {line.begin + level, line.end});
      auto end = line.end;
      while (end > line.begin && text_[end - 1] == '#') --end;
      if (end == line.begin || is_blank(text_[end - 1])) line = trimmed(text_, {line.begin, end});
      if (line.empty()) return;
      pending_.level = static_cast<std::uint8_t>(level);
      push(line, BlockKind::heading);
      return;
    }
    push(line, BlockKind::paragraph);
  }

  std::uint32_t heading_level(Span line) const {
    std::uint32_t n = 0;
    while (line.begin + n < line.end && text_[line.begin + n] == '#') ++n;
    return n <= 6 && (line.begin + n == line.end || is_blank(text_[line.begin + n])) ? n : 0;
  }

  void take_cells(Span line) {
    if (is_table_delimiter(text_of(line))) return;
    auto begin = line.begin + 1;
    std::uint32_t number = 0;
    for (auto i = begin; i <= line.end; ++i) {
      if (i < line.end && (text_[i] != '|' || text_[i - 1] == '\\')) continue;
      auto const cell = trimmed(text_, {begin, i});
      pending_.cell = number++;
      if (!cell.empty()) push(cell, BlockKind::table_cell);
      begin = i + 1;
    }
    pending_.cell = 0;
  }

  void push(Span span, BlockKind kind) {
    auto line = pending_;
    line.span = span;
    line.kind = kind;
    lines_.push_back(line);
    auto const row = pending_.row;
    pending_ = {};
    pending_.row = row;
  }

  std::size_t skip_front_matter() const {
    auto const end_of = [&](std::size_t at) { return std::min(text_.find('\n', at), text_.size()); };
    auto end = end_of(0);
    if (text_of(trimmed(text_, {0, offset32(end)})) != "---") return 0;
    for (int n = 0; n < 1000 && end < text_.size(); ++n) {
      auto const at = end + 1;
      end = end_of(at);
      auto const line = text_of(trimmed(text_, {offset32(std::min(at, text_.size())), offset32(end)}));
      if (n == 0 && line.find(':') == std::string_view::npos) return 0;  // a rule line, not front matter
      if (line == "---" || line == "...") return std::min(end + 1, text_.size());
    }
    return 0;
  }

  // OCR tools wrap a whole page into one fence: then it is no code.
  bool most_text_is_fenced(std::size_t from) const {
    std::size_t inside = 0, outside = 0;
    char fence = 0;
    for (auto at = from; at < text_.size();) {
      auto const end = std::min(text_.find('\n', at), text_.size());
      auto const line = text_of(trimmed(text_, {offset32(at), offset32(end)}));
      if (auto const mark = fence_mark(line); mark != 0 && (fence == 0 || fence == mark))
        fence = fence == 0 ? mark : '\0';
      else
        (fence != 0 ? inside : outside) += line.size();
      at = end + 1;
    }
    return inside > outside;
  }

  std::string_view text_;
  bool markdown_;
  bool fences_hold_the_text_ = false;
  char fence_ = 0;
  SourceLine pending_;  // what is known of the next line that holds something
  std::vector<SourceLine> lines_;
};

}  // namespace

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\v' || c == '\f'; }

Span trimmed(std::string_view text, Span span) {
  while (span.begin < span.end && is_blank(text[span.begin])) ++span.begin;
  while (span.begin < span.end && is_blank(text[span.end - 1])) --span.end;
  return span;
}

std::vector<SourceLine> find_lines(std::string_view text, Format format) { return LineFinder(text, format).run(); }

}  // namespace vanthu
