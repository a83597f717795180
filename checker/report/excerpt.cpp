#include "report/excerpt.hpp"

#include <algorithm>

#include "read/source_text.hpp"
#include "report/line_sides.hpp"
#include "text/unicode.hpp"

namespace vanthu::report {
namespace {

constexpr std::string_view ellipsis = "…";

std::size_t byte_order_mark(Document const& document) {
  std::size_t at = 0;
  return !document.source.empty() && next_in_source(document.source, document.encoding, at) == 0xFEFF ? at : 0;
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

  auto const& source = document.source;
  auto const line_end = end_of_letters(document, line_start, begin);
  auto const before = side_before(document, line_start, line_end, width), after = side_after(document, begin, width);
  auto const starts_inside = before.reached > line_start;  // more stands before it than fits
  auto const marked = columns_up_to(source, after, begin, end);
  auto keep_left = before.columns;
  if (starts_inside || before.columns + after.columns > width) {
    auto const needed = std::min(marked, width * 3 / 4);
    auto const tail = after.columns - marked;
    if (starts_inside || before.columns + needed + 1 > width) {
      auto const room = width - needed - 2;  // beside the mark and two "…"
      keep_left = tail < room / 2 ? room + 1 - tail : room / 2;
    }
  }

  Excerpt out;
  auto const left = part_before(source, before, line_end, keep_left);
  if (starts_inside || left.columns < before.columns) {
    out.text = ellipsis;
    out.indent = 1;
  }
  append_shown(out.text, document, before, left.edge, line_end);
  out.indent += left.columns;
  auto const room = out.indent + after.columns <= width ? after.columns : width - std::min(width, out.indent + 1);
  auto const right = part_after(source, after, begin, room);
  append_shown(out.text, document, after, begin, right.edge);
  if (right.edge < after.reached) out.text += ellipsis;
  out.marked = std::max<std::size_t>(std::min(right.columns, marked), 1);
  return out;
}

void append_printable(std::string& out, std::string_view text) {
  std::size_t done = 0;  // what lies between it and the place looked at is shown as it is
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] >= 0x20 && text[at] < 0x7F) {
      ++at;
      continue;
    }
    auto const begin = at;
    auto const c = next_code_point(text, at);
    if (c > 0xAD && unicode::find(c) != nullptr) continue;  // it has a shape
    out.append(text, done, begin - done);
    done = at;
    if (c == '\n' || c == '\r' || c == '\t')
      out += ' ';
    else
      append_utf8(out, shape_of(c));
  }
  out.append(text, done);
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_printable(out, text);
  return out;
}

}  // namespace vanthu::report
