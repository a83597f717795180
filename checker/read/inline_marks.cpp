#include "read/inline_marks.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "read/plain_bytes.hpp"
#include "read/raw_lines.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

constexpr std::size_t max_lines_of_emphasis = 8;

// A run of * or _ that may open or close emphasis.
struct Opener {
  Span span;
  std::size_t line = 0;
  bool open = false;
};

class MarkFinder {
 public:
  explicit MarkFinder(std::string_view text) : text_(text), marks_(text, {'*', '_', '^'}) {}

  // A paragraph's lines are given one after the other; end_paragraph() between two paragraphs.
  void scan(Span line) {
    line_ = line;
    ++line_number_;
    for (auto at = next_mark(line.begin); at < line.end; at = next_mark(at)) at = text_[at] == '^' ? superscript(at) : emphasis(at);
  }
  void end_paragraph() { openers_ = {}; }

  MarkedLines take() {
    auto const by_begin = [](auto const& a, auto const& b) { return a.span.begin < b.span.begin; };
    std::sort(result_.marks.begin(), result_.marks.end(), by_begin);
    std::sort(result_.emphasized.begin(), result_.emphasized.end(), [](Span a, Span b) { return a.begin < b.begin; });
    std::sort(result_.anomalies.begin(), result_.anomalies.end(), by_begin);
    return std::move(result_);
  }

 private:
  std::uint32_t next_mark(std::uint32_t at) { return offset32(marks_.next(at, line_.end)); }
  char before(std::uint32_t at) const { return at > line_.begin ? text_[at - 1] : ' '; }
  char after(std::uint32_t at) const { return at < line_.end ? text_[at] : ' '; }
  bool word_before(std::uint32_t at) const { return at > line_.begin && word_ends_at(text_, at); }
  bool word_after(std::uint32_t at) const { return at < line_.end && word_starts_at(text_, at); }
  void drop(Span span) { result_.marks.push_back({span, {}}); }

  // Looks at the run of marks at `at`; gives where to look next.
  std::uint32_t emphasis(std::uint32_t at) {
    auto const c = text_[at];
    auto end = at;
    while (end < line_.end && text_[end] == c) ++end;
    auto const length = end - at;
    if (length > 3) return end;
    auto const prev = before(at), next = after(end);
    if (prev == '(' && next == ')') return end;   // "(*)" is a footnote sign
    auto const strict = c == '_' || length == 1;  // never inside words
    auto const flank = [&](char inside, bool word_inside, bool word_outside) {
      if (is_blank(inside)) return false;
      if (word_outside) return !strict && word_inside;
      return c == '*' || word_inside || std::string_view("()[]\"'.,;:?!").find(inside) != std::string_view::npos;
    };
    auto const closes = flank(prev, word_before(at), word_after(end));
    auto const opens = flank(next, word_after(end), word_before(at));
    auto& slot = openers_[(c == '*' ? 0 : 3) + length - 1];
    if (closes && slot.open && line_number_ - slot.line < max_lines_of_emphasis && has_content(slot.span.end, at)) {
      Span const content{slot.span.end, at};
      drop(slot.span);
      drop({at, end});
      result_.emphasized.push_back(content);
      result_.anomalies.push_back({AnomalyKind::emphasis, content});
      auto const opened = slot.span.begin;
      for (auto& other : openers_)
        if (other.open && other.span.begin >= opened) other.open = false;
    } else if (opens) {
      slot = {{at, end}, line_number_, true};
    }
    return end;
  }

  bool has_content(std::uint32_t begin, std::uint32_t end) const {
    // Looks at both ends only: what lies between was scanned already.
    return begin < end && (text_[begin] != '*' || text_[end - 1] != '*');
  }

  std::uint32_t superscript(std::uint32_t at) {
    auto const content = superscript_at(text_, at, line_.end);
    if (content.empty()) return at + 1;
    drop({at, content.begin});
    drop({content.end, content.end + 1});
    result_.anomalies.push_back({AnomalyKind::ocr_mark, content});
    return content.begin;
  }

  std::string_view text_;
  RareBytes<3> marks_;
  Span line_;
  std::size_t line_number_ = 0;
  std::array<Opener, 6> openers_;  // the last one of each kind: * ** *** _ __ ___
  MarkedLines result_;
};

bool starts_item(std::string_view line) {
  return line.size() > 1 && std::string_view("-+*").find(line[0]) != std::string_view::npos && is_blank(line[1]);
}

}  // namespace

MarkedLines find_inline_marks(std::string_view text, std::vector<SourceLine> lines) {
  MarkFinder finder(text);
  for (auto const& line : lines) {
    if (line.blank_lines > 0 || line.rule || line.page_break || starts_item(slice(text, line.span))) finder.end_paragraph();
    finder.scan(line.span);
  }
  auto result = finder.take();
  result.lines = std::move(lines);
  return result;
}

Span superscript_at(std::string_view text, std::uint32_t at, std::uint32_t end) {
  auto const rest = text.substr(at, std::min<std::size_t>(end - at, 60));
  if (!rest.starts_with("^{")) return {};
  auto const close = rest.find('}');
  return close == std::string_view::npos ? Span{} : Span{at + 2, at + offset32(close)};
}

bool word_ends_at(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return word_starts_at(text, at);
}

bool word_starts_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  auto const c = next_code_point(text, at);
  return is_letter(c) || is_digit(c);
}

}  // namespace vanthu
