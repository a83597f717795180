#include "report/excerpt.hpp"

#include <algorithm>
#include <numeric>
#include <span>
#include <vector>

#include "read/font_text.hpp"
#include "read/source_text.hpp"
#include "text/unicode.hpp"

namespace vanthu::report {
namespace {

constexpr std::size_t tab_width = 4;
constexpr std::string_view ellipsis = "…";

// What stands in one place on the screen: a letter and the marks combined with it.
struct Cell {
  std::uint32_t begin = 0, end = 0;  // byte offsets in the source
  std::size_t width = 0;
};

std::size_t width_of(std::span<Cell const> cells) {
  return std::accumulate(cells.begin(), cells.end(), std::size_t{0}, [](std::size_t sum, Cell const& c) { return sum + c.width; });
}

bool has_no_shape(char32_t c) {
  if (c >= 0x20 && c < 0x7F) return false;
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

char32_t shape_of(char32_t c) {
  if (c == '\v') return U'↵';  // a line broken inside a paragraph of a DOCX
  return has_no_shape(c) ? U'\uFFFD' : c;
}

// Letters and signs of Vietnamese text: they have a shape, one column wide.
bool is_common(char32_t c) { return (c >= 0x20 && c < 0x7F) || (c > 0xAD && unicode::find(c) != nullptr); }
bool is_ascii_letter_or_sign(char byte) { return byte >= 0x20 && byte < 0x7F; }

std::size_t columns_of(char32_t c) { return is_common(c) ? 1 : display_width(shape_of(c)); }

// UTF-8 that shows what it holds, as nearly every file does.
bool is_plain_utf8(Document const& document) {
  return (document.encoding == Encoding::utf8 || document.encoding == Encoding::utf8_bom) && document.font_texts.empty();
}

// The character that starts at `at`, which moves past it, as a reader sees it.
ShownLetter next_shown(Document const& document, std::size_t& at) {
  if (is_plain_utf8(document)) return {next_code_point(document.source, at), 0};
  auto const begin = at;
  auto const c = next_in_source(document.source, document.encoding, at);
  auto const* part = font_text_at(document.font_texts, begin);
  return part ? shown_in_font(part->page, part->capitals, c) : ShownLetter{c, 0};
}

bool is_utf16(Encoding encoding) { return encoding == Encoding::utf16le || encoding == Encoding::utf16be; }

// Where the code point before byte `at` starts; `at` > 0.
std::size_t previous(Document const& document, std::size_t at) {
  if (document.encoding == Encoding::windows1258 || document.encoding == Encoding::windows1252) return at - 1;
  if (is_utf16(document.encoding)) {
    auto const unit = at < 2 ? 0 : at - 2;
    auto end = unit < 2 ? at : unit - 2;  // behind a pair of surrogates that starts there
    if (unit >= 2) next_in_source(document.source, document.encoding, end);
    return unit >= 2 && end == at ? unit - 2 : unit;
  }
  auto const is_tail = [&](std::size_t i) { return (static_cast<unsigned char>(document.source[i]) & 0xC0) == 0x80; };
  auto start = at - 1;
  while (start > 0 && at - start < 4 && is_tail(start)) --start;
  return start;
}

std::size_t byte_order_mark(Document const& document) {
  std::size_t at = 0;
  return !document.source.empty() && next_in_source(document.source, document.encoding, at) == 0xFEFF ? at : 0;
}

// The cells of [from, to); stops early once `limit` columns are passed.
std::vector<Cell> cells(Document const& document, std::size_t from, std::size_t to, std::size_t limit) {
  std::vector<Cell> out;
  out.reserve(std::min(to - from, limit + 1));
  bool const utf8 = is_plain_utf8(document);
  std::size_t columns = 0;
  while (from < to) {
    auto const begin = from;
    if (utf8 && is_ascii_letter_or_sign(document.source[from])) {
      if (columns > limit) break;
      ++columns;
      out.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(++from), 1});
      continue;
    }
    auto const c = utf8 ? next_code_point(document.source, from) : next_shown(document, from).first;
    if (c == '\n' || c == '\r') break;
    Cell const cell{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(from), c == '\t' ? tab_width : columns_of(c)};
    if (cell.width == 0 && !out.empty()) {
      out.back().end = cell.end;
      continue;
    }
    if (columns > limit) break;
    columns += cell.width;
    out.push_back(cell);
  }
  return out;
}

// In UTF-8 most letters start and go on with bytes that no tab and nothing without a shape has.
bool is_plain(char byte) {
  auto const b = static_cast<unsigned char>(byte);
  return b >= 0x20 && b != 0x7F && b != 0xC2 && b != 0xE2 && b != 0xEF;
}

// Source bytes [from, to) as they are shown.
void append(std::string& out, Document const& document, std::size_t from, std::size_t to) {
  bool const utf8 = is_plain_utf8(document);
  for (auto at = from; at < to;) {
    auto plain_end = at;
    while (utf8 && plain_end < to && is_plain(document.source[plain_end])) ++plain_end;
    if (plain_end > at) {
      out.append(document.source, at, plain_end - at);
      at = plain_end;
      continue;
    }
    auto const [c, mark] = next_shown(document, at);
    if (c == '\t')
      out.append(tab_width, ' ');
    else
      append_utf8(out, shape_of(c));
    if (mark != 0) append_utf8(out, mark);
  }
}

// Start of the last stretch of the line before `at` that takes more than `columns` columns; of a line full of marks a part of it.
std::size_t walk_back(Document const& document, std::size_t line_start, std::size_t at, std::size_t columns) {
  bool const utf8 = is_plain_utf8(document);
  std::size_t taken = 0;
  for (auto left = 4 * columns; left > 0 && at > line_start && taken <= columns; --left) {
    if (utf8 && is_ascii_letter_or_sign(document.source[at - 1])) {
      --at;
      ++taken;
      continue;
    }
    at = previous(document, at);
    auto next = at;
    taken += columns_of(utf8 ? next_code_point(document.source, next) : next_shown(document, next).first);
  }
  return std::max(at, line_start);
}

}  // namespace

Excerpt excerpt(Document const& document, SourceRange range, std::size_t width) {
  width = std::max<std::size_t>(width, 20);
  auto const size = document.source.size();
  auto const begin = std::min<std::size_t>(range.begin, size);
  auto const end = std::clamp<std::size_t>(range.end, begin, size);
  auto const& starts = document.line_starts;
  auto const next_line = std::upper_bound(starts.begin(), starts.end(), begin);
  auto const line_start = next_line - starts.begin() > 1 ? std::size_t{*(next_line - 1)} : byte_order_mark(document);

  auto const start = walk_back(document, line_start, begin, width);
  auto before = cells(document, start, begin, size);
  auto after = cells(document, begin, size, width);
  auto const left = width_of(before);
  std::size_t right = 0, marked = 0;
  for (auto const& cell : after) {
    right += cell.width;
    if (cell.begin < end) marked = right;
  }
  auto const starts_inside = start > line_start;  // more stands before it than fits
  auto keep_left = left;
  if (starts_inside || left + right > width) {
    auto const needed = std::min(marked, width * 3 / 4);
    auto const tail = right - marked;
    if (starts_inside || left + needed + 1 > width) {
      auto const room = width - needed - 2;  // beside the mark and two "…"
      keep_left = tail < room / 2 ? room + 1 - tail : room / 2;
    }
  }

  Excerpt out;
  auto first = before.end();
  for (std::size_t kept = 0; first != before.begin() && kept + std::prev(first)->width <= keep_left; --first)
    kept += std::prev(first)->width;
  if (starts_inside || first != before.begin()) {
    out.text = ellipsis;
    out.indent = 1;
  }
  if (first != before.end()) append(out.text, document, first->begin, before.back().end);
  out.indent += width_of({first, before.end()});
  auto columns = out.indent;
  std::size_t shown = 0;
  auto const fits_whole = columns + right <= width;
  auto shown_end = begin;
  for (auto const& cell : after) {
    if (!fits_whole && columns + cell.width > width - 1) break;
    columns += cell.width;
    shown_end = cell.end;
    if (cell.begin < end) shown += cell.width;
  }
  append(out.text, document, begin, shown_end);
  if (!after.empty() && shown_end < after.back().end) out.text += ellipsis;
  out.marked = std::max<std::size_t>(shown, 1);
  return out;
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t done = 0;  // what lies between it and the place looked at is shown as it is
  for (std::size_t at = 0; at < text.size();) {
    auto const begin = at;
    auto const c = next_code_point(text, at);
    if (is_common(c)) continue;
    out.append(text, done, begin - done);
    done = at;
    if (c == '\n' || c == '\r' || c == '\t')
      out += ' ';
    else
      append_utf8(out, shape_of(c));
  }
  out.append(text, done);
  return out;
}

}  // namespace vanthu::report
