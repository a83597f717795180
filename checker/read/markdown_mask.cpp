#include <algorithm>

#include "read/inline_marks.hpp"
#include "read/line_facts.hpp"
#include "read/markdown.hpp"
#include "read/plain_bytes.hpp"
#include "read/raw_lines.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

constexpr std::size_t max_columns = 64;  // of a table: md4c fills up each row

bool is_ascii_punctuation(char c) { return (c > ' ' && c < '0') || (c > '9' && c < 'A') || (c > 'Z' && c < 'a') || (c > 'z' && c < 0x7F); }

class Masker {
 public:
  explicit Masker(std::string_view text)
      : text_(text),
        copy_(text),
        marks_(text, {'\\', '*', '_', '~', ']'}),
        may_have_fences_(text.find("```") != std::string_view::npos || text.find("~~~") != std::string_view::npos) {}

  std::string run() {
    for (auto const c : {'\f', '\v'})
      for (auto at = copy_.find(c); at != std::string::npos; at = copy_.find(c, at + 1)) copy_[at] = '\n';
    auto const start = end_of_front_matter();
    blank_out({0, offset32(start)});
    auto const unwrap = most_text_is_fenced(start);
    char fence = 0;
    Span last{}, before_last{};  // lines
    for (auto at = start; at < copy_.size();) {
      auto const end = end_of_line(at);
      auto const line = trimmed(text_, {offset32(at), offset32(end)});
      auto const mark = may_have_fences_ ? fence_mark(without_containers(slice(text_, line), true)) : '\0';
      auto const is_fence = mark != 0 && (fence == 0 || fence == mark);
      if (is_fence) fence = fence == 0 ? mark : '\0';
      if (is_fence || (fence != 0 && !unwrap))
        blank_out(line);
      else if (!is_plain(line))
        mask_line(line, last, before_last, end);
      before_last = last;
      last = trimmed(copy_, line);
      at = end + 1;
    }
    return std::move(copy_);
  }

 private:
  std::size_t end_of_line(std::size_t at) const { return std::min(copy_.find('\n', at), copy_.size()); }
  void blank_out(Span span) {
    std::replace_if(
        copy_.begin() + span.begin, copy_.begin() + span.end, [](char c) { return c != '\n'; }, ' ');
  }
  void put_letters(std::size_t begin, std::size_t end) {
    std::fill(copy_.begin() + static_cast<std::ptrdiff_t>(begin), copy_.begin() + static_cast<std::ptrdiff_t>(end), 'x');
  }

  // Nothing to mask: no marks, and it starts as no drawn line and no row of a table does, not even behind marks of quotes.
  bool is_plain(Span line) {
    if (line.empty()) return true;
    switch (text_[line.begin]) {
      case '-':
      case '=':
      case '|':
      case ':':
      case '>':
      case '\xE2': return false;  // of "–"
      default: return next_mark(line.begin, line.end) == line.end;
    }
  }

  void mask_line(Span line, Span last, Span before_last, std::size_t end) {
    auto const words = without_containers(slice(text_, line), false);
    if (words.empty()) return;
    auto const begin = line.end - offset32(words.size());
    if (is_table_delimiter(words)) {
      if (end < end_of_table_ || !is_table(last, words, end)) blank_out({begin, line.end});
      return;
    }
    if (words.find_first_not_of(words[0] == '=' ? "=" : "-") == std::string_view::npos) {
      auto const next = end < copy_.size() ? trimmed(text_, {offset32(end + 1), offset32(end_of_line(end + 1))}) : Span{};
      if (next.empty() && before_last.empty() && underlines_heading(slice(text_, last), words.size())) return;
      if (words.size() < 3) return put_letters(begin, line.end);  // an empty item
    }
    if (is_rule(words)) return blank_out({begin, line.end});
    mask_marks({begin, line.end});
  }

  // Whether md4c can have the table with these rows: cells beyond those of its delimiter would be lost. Looks at each row once.
  bool is_table(Span head, std::string_view delimiter, std::size_t end) {
    auto const columns = cells_of(delimiter);
    auto widest = cells_of(slice(text_, head));
    while (end < copy_.size()) {
      auto const next = end_of_line(end + 1);
      auto const row = slice(text_, trimmed(text_, {offset32(end + 1), offset32(next)}));
      end = next;
      if (row.empty()) break;
      widest = std::max(widest, cells_of(row));
    }
    end_of_table_ = end;
    return widest <= columns && columns <= max_columns;
  }

  static std::size_t cells_of(std::string_view row) {
    row = without_containers(row, false);
    if (row.starts_with('|')) row.remove_prefix(1);
    if (row.ends_with('|')) row.remove_suffix(1);
    std::size_t bars = 0;
    for (std::size_t i = 0; i < row.size(); ++i)
      if (row[i] == '|' && (i == 0 || row[i - 1] != '\\')) ++bars;
    return bars + 1;
  }

  // Converters draw the line as long as the heading. Other lines are drawn below Tiêu ngữ or above a name, and are of any length.
  static bool underlines_heading(std::string_view heading, std::size_t length) {
    auto const width = code_points(heading);
    if (width < 3 || length + 2 < width || length > width + 2) return false;
    auto const facts = line_facts(heading);
    return !facts.complete && !facts.recipients && !facts.name_like && facts.start != LineStart::bullet &&
           std::string_view("#|>").find(heading[0]) == std::string_view::npos && facts.end != LineEnd::semicolon;
  }

  void mask_marks(Span line) {
    mask_definition(line);
    for (auto at = next_mark(line.begin, line.end); at < line.end; at = next_mark(at, line.end)) {
      switch (text_[at]) {
        case '\\':
          if (at + 1 == line.end) copy_[at] = ' ';  // a hard break; each line is one of its own anyway
          at += at + 1 < line.end && is_ascii_punctuation(text_[at + 1]) ? 2 : 1;
          break;
        case '*':
        case '_':
        case '~': at = mask_run(line, at); break;
        default: mask_link(line, at++);
      }
    }
  }

  std::uint32_t next_mark(std::uint32_t at, std::uint32_t end) { return offset32(marks_.next(at, end)); }

  std::uint32_t mask_run(Span line, std::uint32_t at) {
    auto const c = text_[at];
    auto end = at;
    while (end < line.end && text_[end] == c) ++end;
    auto const before = slice(text_, {line.begin, at}), after = slice(text_, {end, line.end});
    auto const word_before = word_ends_at(before, before.size()), word_after = word_starts_at(after, 0);
    // What can stand at the inner side of a mark: no blank, no slash or dash of a form that is to be filled in.
    static constexpr std::string_view inner = "()[]\"'.,;:?!*_`~<>\\";
    auto const closes = word_before || (!before.empty() && inner.find(before.back()) != std::string_view::npos) || before.ends_with("”") ||
                        before.ends_with("’") || before.ends_with("…");
    auto const opens = word_after || (!after.empty() && inner.find(after.front()) != std::string_view::npos) || after.starts_with("“") ||
                       after.starts_with("‘") || after.starts_with("…");
    auto const blank_form = !closes && !opens;
    auto const none = (before.ends_with('(') && after.starts_with(')')) ||         // "(*)"
                      (c == '*' && end - at == 1 && word_before && word_after) ||  // "3*4"
                      (c == '*' && end - at > 1 && blank_form) ||                  // "/****/"
                      (c == '_' && (end - at > 3 || blank_form)) ||                // "____/UBND", "/__/"
                      (c == '~' && end - at == 1);                                 // "~5"
    if (none) put_letters(at, end);
    return end;
  }

  // "[tên cơ quan](1)" is no link: an address has one of these signs.
  void mask_link(Span line, std::uint32_t at) {
    if (at + 1 >= line.end || text_[at + 1] != '(') return;
    auto const rest = text_.substr(at + 2, line.end - at - 2).substr(0, max_address);
    if (rest.substr(0, rest.find_first_of("() ")).find_first_of("/.#:@<") == std::string_view::npos) put_letters(at + 1, at + 2);
  }

  // "[1]: https://a.vn" goes; "[^1]: 30/2020/NĐ-CP" is text.
  void mask_definition(Span line) {
    if (slice(text_, line).find('[') == std::string_view::npos) return;
    auto const words = without_containers(slice(text_, line), true);
    auto const colon = words.find("]:");
    if (!words.starts_with('[') || colon == std::string_view::npos) return;
    auto const at = line.end - words.size() + colon + 1;
    if (words.substr(colon, max_address).find("://") == std::string_view::npos) put_letters(at, at + 1);
  }

  std::size_t end_of_front_matter() const {
    auto end = end_of_line(0);
    if (slice(text_, trimmed(text_, {0, offset32(end)})) != "---") return 0;
    for (int n = 0; n < 1000 && end < text_.size(); ++n) {
      auto const at = end + 1;
      end = end_of_line(at);
      auto const line = slice(text_, trimmed(text_, {offset32(std::min(at, text_.size())), offset32(end)}));
      if (n == 0 && line.find(':') == std::string_view::npos) return 0;  // a rule line, not front matter
      if (line == "---" || line == "...") return std::min(end + 1, text_.size());
    }
    return 0;
  }

  // OCR tools wrap a whole page into one fence: then it is no code.
  bool most_text_is_fenced(std::size_t from) const {
    if (!may_have_fences_) return false;
    std::size_t inside = 0, outside = 0;
    char fence = 0;
    for (auto at = from; at < text_.size();) {
      auto const end = end_of_line(at);
      auto const line = slice(text_, trimmed(text_, {offset32(at), offset32(end)}));
      if (auto const mark = fence_mark(without_containers(line, true)); mark != 0 && (fence == 0 || fence == mark))
        fence = fence == 0 ? mark : '\0';
      else
        (fence != 0 ? inside : outside) += line.size();
      at = end + 1;
    }
    return inside > outside;
  }

  static constexpr std::size_t max_address = 2048;

  std::string_view text_;
  std::string copy_;
  RareBytes<5> marks_;
  bool may_have_fences_;
  std::size_t end_of_table_ = 0;  // the last one that was looked at
};

// Bytes of the bullet or label that the line starts with; 0 when there is none.
std::size_t item_size(std::string_view line) {
  std::size_t n = 0;
  while (n < line.size() && n < 9 && line[n] >= '0' && line[n] <= '9') ++n;
  if (n == line.size() || std::string_view(n == 0 ? "-+*" : ".)").find(line[n]) == std::string_view::npos) return 0;
  ++n;
  return n == line.size() || is_blank(line[n]) ? n : 0;
}

}  // namespace

std::string mask_markdown(std::string_view text) { return Masker(text).run(); }

std::string_view without_containers(std::string_view line, bool items) {
  for (;;) {
    auto const blanks = line.find_first_not_of(" \t");
    if (blanks == std::string_view::npos) return {};
    line.remove_prefix(blanks);
    auto const size = line[0] == '>' ? 1 : items ? item_size(line) : 0;
    if (size == 0) return line;
    line.remove_prefix(size);
  }
}

char fence_mark(std::string_view line) {
  if (line.starts_with("```") && line.find('`', line.find_first_not_of('`')) == std::string_view::npos) return '`';
  return line.starts_with("~~~") ? '~' : '\0';
}

bool is_table_delimiter(std::string_view line) {
  return !line.empty() && std::string_view("|-: \t").find(line[0]) != std::string_view::npos && line.find('-') != std::string_view::npos &&
         line.find('|') != std::string_view::npos && line.find_first_not_of("|-: \t") == std::string_view::npos;
}

}  // namespace vanthu
