#include "report/line_sides.hpp"

#include <algorithm>

#include "read/font_text.hpp"
#include "read/source_text.hpp"
#include "text/unicode.hpp"

namespace vanthu::report {
namespace {

constexpr std::size_t tab_width = 4;

bool has_no_shape(char32_t c) {
  if (c >= 0x20 && c < 0x7F) return false;
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

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

bool goes_on(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80; }

// Where the code point before byte `at` starts; `at` > 0.
std::size_t previous(Document const& document, std::size_t at) {
  if (document.encoding == Encoding::windows1258 || document.encoding == Encoding::windows1252) return at - 1;
  if (is_utf16(document.encoding)) {
    auto const unit = at < 2 ? 0 : at - 2;
    auto end = unit < 2 ? at : unit - 2;  // behind a pair of surrogates that starts there
    if (unit >= 2) next_in_source(document.source, document.encoding, end);
    return unit >= 2 && end == at ? unit - 2 : unit;
  }
  auto start = at - 1;
  while (start > 0 && at - start < 4 && goes_on(document.source[start])) --start;
  return start;
}

// Bytes of the letter at `at` where it is one of those that most texts are made of: one column wide and its own shape. 0 for others.
std::size_t plain_size(std::string const& source, std::size_t at) {  // ends with a '\0' that is no part of it
  auto const byte = static_cast<unsigned char>(source[at]);
  if (byte < 0x80) return byte >= 0x20 && byte < 0x7F ? 1 : 0;
  if (byte >= 0xC3 && byte <= 0xCB) return goes_on(source[at + 1]) ? 2 : 0;  // U+00C0 to U+02FF
  auto const of_vietnamese = byte == 0xE1 && (static_cast<unsigned char>(source[at + 1]) & 0xFCU) == 0xB8;
  return of_vietnamese && goes_on(source[at + 2]) ? 3 : 0;  // U+1E00 to U+1EFF
}

bool ends_line(char32_t c) { return c == '\n' || c == '\r'; }

std::size_t columns_of(char32_t c) { return c == '\t' ? tab_width : display_width(shape_of(c)); }

Side plain_after(std::string const& source, std::size_t at, std::size_t limit) {
  Side out;
  for (; at < source.size() && out.columns <= limit; ++out.columns) {
    auto const size = plain_size(source, at);
    if (size == 0) break;
    at += size;
  }
  out.reached = at;
  out.plain = at == source.size() || out.columns > limit || ends_line(static_cast<unsigned char>(source[at]));
  return out;
}

Side plain_before(std::string const& source, std::size_t line_start, std::size_t at, std::size_t limit) {
  Side out;
  for (; at > line_start && out.columns <= limit; ++out.columns) {
    auto begin = at - 1;
    while (begin > line_start && goes_on(source[begin])) --begin;
    if (plain_size(source, begin) != at - begin) break;
    at = begin;
  }
  out.reached = at;
  out.plain = at == line_start || out.columns > limit;
  return out;
}

}  // namespace

char32_t shape_of(char32_t c) {
  if (c == '\v') return U'↵';  // a line broken inside a paragraph of a DOCX
  return has_no_shape(c) ? U'\uFFFD' : c;
}

Side side_after(Document const& document, std::size_t at, std::size_t limit) {
  if (is_plain_utf8(document))
    if (auto out = plain_after(document.source, at, limit); out.plain) return out;
  Side out;
  out.plain = false;
  auto const place = at;
  while (at < document.source.size()) {
    auto const begin = at;
    auto const c = next_shown(document, at).first;
    if (ends_line(c)) break;
    auto const width = columns_of(c);
    if (width == 0 && !out.cells.empty()) {
      out.cells.back().end = static_cast<std::uint32_t>(at);
      continue;
    }
    if (out.columns > limit) break;
    out.add(begin, at, width);
  }
  out.reached = out.cells.empty() ? place : out.cells.back().end;
  return out;
}

Side side_before(Document const& document, std::size_t line_start, std::size_t at, std::size_t limit) {
  if (is_plain_utf8(document))
    if (auto out = plain_before(document.source, line_start, at, limit); out.plain) return out;
  Side out;
  out.plain = false;
  auto end = at;
  for (auto left = 4 * limit; left > 0 && at > line_start && out.columns <= limit; --left) {
    at = std::max(previous(document, at), line_start);
    auto next = at;
    auto const width = columns_of(next_shown(document, next).first);
    if (width == 0) continue;
    out.add(at, end, width);
    end = at;
  }
  if (end > at) out.add(at, end, 0);
  out.reached = at;
  return out;
}

std::size_t end_of_letters(Document const& document, std::size_t line_start, std::size_t at) {
  if (at == line_start) return at;
  auto const last = previous(document, at);
  auto next = last;
  return ends_line(next_shown(document, next).first) ? last : at;
}

Part part_after(std::string const& source, Side const& side, std::size_t at, std::size_t most) {
  if (side.plain && side.columns <= most) return {side.reached, side.columns};
  Part out{at, 0};
  if (side.plain)
    for (; out.columns < most; ++out.columns) out.edge += plain_size(source, out.edge);
  for (auto const& cell : side.cells) {
    if (out.columns + cell.width > most) break;
    out = {cell.end, out.columns + cell.width};
  }
  return out;
}
Part part_before(std::string const& source, Side const& side, std::size_t at, std::size_t most) {
  if (side.plain && side.columns <= most) return {side.reached, side.columns};
  Part out{at, 0};
  if (side.plain)
    for (; out.columns < most; ++out.columns)
      while (goes_on(source[--out.edge])) continue;
  for (auto const& cell : side.cells) {
    if (out.columns + cell.width > most) break;
    out = {cell.begin, out.columns + cell.width};
  }
  return out;
}

std::size_t columns_up_to(std::string const& source, Side const& after, std::size_t at, std::size_t end) {
  if (after.plain) return code_points(std::string_view(source).substr(at, std::min(end, after.reached) - at));
  std::size_t out = 0;
  for (auto const& cell : after.cells) {
    if (cell.begin >= end) break;
    out += cell.width;
  }
  return out;
}

void append_shown(std::string& out, Document const& document, Side const& side, std::size_t from, std::size_t to) {
  if (side.plain) {
    out.append(document.source, from, to - from);
    return;
  }
  for (auto at = from; at < to;) {
    auto const [c, mark] = next_shown(document, at);
    if (c == '\t')
      out.append(tab_width, ' ');
    else
      append_utf8(out, shape_of(c));
    if (mark != 0) append_utf8(out, mark);
  }
}

}  // namespace vanthu::report
