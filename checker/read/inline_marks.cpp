#include "read/inline_marks.hpp"

#include <algorithm>
#include <array>

#include "read/raw_lines.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

constexpr std::size_t max_lines_of_emphasis = 8;

bool is_word(char c) { return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }
bool is_ascii_punctuation(char c) { return static_cast<unsigned char>(c) > 0x20 && static_cast<unsigned char>(c) < 0x7F && !is_word(c); }

// A run of * or _ that may open or close emphasis.
struct Opener {
  Span span;
  std::size_t line = 0;
  bool open = false;
};

class MarkFinder {
 public:
  MarkFinder(std::string_view text, bool markdown) : text_(text), markdown_(markdown) {}

  // A paragraph's lines are given one after the other; end_paragraph() between two paragraphs.
  void scan(Span line) {
    line_ = line;
    ++line_number_;
    code_run_missing_ = {};
    brackets_.clear();
    for (auto at = line.begin; at < line.end;) at = scan_at(at);
  }
  void end_paragraph() { openers_ = {}; }

  InlineMarks take() {
    std::sort(result_.marks.begin(), result_.marks.end(), [](Mark const& a, Mark const& b) { return a.span.begin < b.span.begin; });
    // A link's address may hold marks of its own: the longer one that comes first wins.
    std::uint32_t end = 0;
    std::erase_if(result_.marks, [&](Mark const& mark) {
      if (mark.span.begin < end) return true;
      end = mark.span.end;
      return false;
    });
    auto const by_place = [](auto const& a, auto const& b) { return a.begin < b.begin; };
    std::sort(result_.emphasized.begin(), result_.emphasized.end(), by_place);
    std::sort(result_.anomalies.begin(), result_.anomalies.end(), [](auto const& a, auto const& b) { return a.span.begin < b.span.begin; });
    return std::move(result_);
  }

 private:
  std::string_view rest(std::uint32_t at) const { return text_.substr(at, line_.end - at); }
  char before(std::uint32_t at) const { return at > line_.begin ? text_[at - 1] : ' '; }
  char after(std::uint32_t at) const { return at < line_.end ? text_[at] : ' '; }
  void drop(Span span, std::string_view with = {}) { result_.marks.push_back({span, with}); }

  // Looks at the character at `at`; gives where to look next.
  std::uint32_t scan_at(std::uint32_t at) {
    switch (text_[at]) {
      case '*':
      case '_':
        return emphasis(at);
      case '^':
        return superscript(at);
      default:
        break;
    }
    if (!markdown_) return at + 1;
    switch (text_[at]) {
      case '\\':
        if (!is_ascii_punctuation(after(at + 1))) {
          if (at + 1 == line_.end) drop({at, at + 1});  // a hard break
          return at + 1;
        }
        drop({at, at + 1});
        return at + 2;
      case '`':
        return code(at);
      case '<':
        return tag(at);
      case '&':
        return entity(at);
      case '[':
        brackets_.push_back(at);
        return at + 1;
      case ']':
        return link(at);
      default:
        return at + 1;
    }
  }

  // Whether the character before (after) a mark is a letter or digit; dashes and quotation marks are none, though not ASCII.
  bool word_before(std::uint32_t at) const {
    if (at == line_.begin) return false;
    auto begin = at - 1;
    while (begin > line_.begin && (static_cast<unsigned char>(text_[begin]) & 0xC0) == 0x80) --begin;
    return word_after(begin);
  }
  bool word_after(std::uint32_t at) const {
    if (at >= line_.end) return false;
    auto next = std::size_t{at};
    auto const c = next_code_point(text_, next);
    return is_letter(c) || is_digit(c);
  }

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

  // "^{NH}"
  std::uint32_t superscript(std::uint32_t at) {
    if (after(at + 1) != '{') return at + 1;
    auto const close = rest(at).substr(0, 60).find('}');
    if (close == std::string_view::npos || close < 3) return at + 1;
    auto const end = offset32(at + close);
    drop({at, at + 2});
    drop({end, end + 1});
    result_.anomalies.push_back({AnomalyKind::ocr_mark, {at + 2, end}});
    return at + 2;
  }

  std::uint32_t code(std::uint32_t at) {
    auto end = at;
    while (end < line_.end && text_[end] == '`') ++end;
    auto const length = end - at;
    if (length > 2 || code_run_missing_[length - 1]) return end;
    auto const run = text_.substr(at, length);
    auto const close = rest(end).find(run);
    if (close == std::string_view::npos) {
      code_run_missing_[length - 1] = true;
      return end;
    }
    drop({at, end});
    auto const closing = offset32(end + close);
    drop({closing, closing + length});
    return closing + length;
  }

  // An HTML tag; block-level ones end the line.
  std::uint32_t tag(std::uint32_t at) {
    auto name = at + 1;
    if (after(name) == '/') ++name;
    auto end = name;
    while (end < line_.end && end - name < 12 && is_word(text_[end]) && static_cast<unsigned char>(text_[end]) < 0x80) ++end;
    if (end == name || (text_[name] >= '0' && text_[name] <= '9')) return at + 1;
    if (end < line_.end && !is_blank(text_[end]) && text_[end] != '/' && text_[end] != '>') return at + 1;
    auto const close = rest(end).find_first_of("<>");
    if (close == std::string_view::npos || text_[end + close] == '<') return at + 1;
    auto const tag_end = offset32(end + close + 1);
    auto const tag_name = to_lower(text_.substr(name, end - name));
    static constexpr std::string_view inline_tags[] = {"b",   "i", "u",    "em",    "strong", "span",  "sup",
                                                       "sub", "a", "font", "small", "mark",   "center"};
    auto const is_inline = std::find(std::begin(inline_tags), std::end(inline_tags), tag_name) != std::end(inline_tags);
    drop({at, tag_end}, is_inline ? "" : "\v");
    return tag_end;
  }

  std::uint32_t entity(std::uint32_t at) {
    static constexpr std::pair<std::string_view, std::string_view> entities[] = {
        {"&nbsp;", " "}, {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&#160;", " "}, {"&apos;", "'"}};
    for (auto const& [name, with] : entities) {
      if (!rest(at).starts_with(name)) continue;
      drop({at, offset32(at + name.size())}, with);
      return offset32(at + name.size());
    }
    return at + 1;
  }

  // "[text](address)" keeps its text; "![text](address)" goes whole.
  std::uint32_t link(std::uint32_t at) {
    if (brackets_.empty()) return at + 1;
    auto const open = brackets_.back();
    brackets_.pop_back();
    if (after(at + 1) != '(') return at + 1;
    auto const close = rest(at + 2).find_first_of("()[] ");
    auto const address = rest(at + 2).substr(0, close);
    if (close == std::string_view::npos || address.find_first_of("/.#:@") == std::string_view::npos) return at + 1;
    auto end = offset32(at + 2 + close);
    if (text_[end] == ' ') {  // a title
      auto const quote = rest(end).find("\")");
      if (after(end + 1) != '"' || quote == std::string_view::npos || quote > 300) return at + 1;
      end += offset32(quote) + 1;
    }
    if (text_[end] != ')') return at + 1;
    if (before(open) == '!') {
      drop({open - 1, end + 1});
    } else {
      drop({open, open + 1});
      drop({at, end + 1});
    }
    return end + 1;
  }

  std::string_view text_;
  bool markdown_;
  Span line_;
  std::size_t line_number_ = 0;
  std::array<Opener, 6> openers_;  // the last one of each kind: * ** *** _ __ ___
  std::array<bool, 2> code_run_missing_{};
  std::vector<std::uint32_t> brackets_;
  InlineMarks result_;
};

bool starts_item(std::string_view line) {
  return line.size() > 1 && std::string_view("-+*").find(line[0]) != std::string_view::npos && is_blank(line[1]);
}

}  // namespace

InlineMarks find_inline_marks(std::string_view text, std::vector<SourceLine> const& lines, Format format) {
  MarkFinder finder(text, format == Format::markdown);
  for (auto const& line : lines) {
    if (line.blank_lines > 0 || line.rule || line.page_break || line.kind != BlockKind::paragraph || starts_item(slice(text, line.span)))
      finder.end_paragraph();
    finder.scan(line.span);
    if (line.kind != BlockKind::paragraph) finder.end_paragraph();
  }
  return finder.take();
}

}  // namespace vanthu
