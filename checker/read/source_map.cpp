// From Document::text to the file: offsets, lines, columns.
#include <algorithm>

#include "read/source_text.hpp"
#include "vanthu/document.hpp"

namespace vanthu {
namespace {

bool is_linear(SourceMap::Piece const& piece) { return piece.text.size() == piece.source.end - piece.source.begin; }

// Where the text offset `at` of this piece stands; inside an atomic piece there is only its begin and its end.
std::uint32_t source_of_begin(SourceMap::Piece const& piece, std::uint32_t at) {
  if (at <= piece.text.begin) return piece.source.begin;
  return is_linear(piece) ? piece.source.begin + (at - piece.text.begin) : piece.source.begin;
}
std::uint32_t source_of_end(SourceMap::Piece const& piece, std::uint32_t at) {
  if (at >= piece.text.end) return piece.source.end;
  return is_linear(piece) ? piece.source.begin + (at - piece.text.begin) : piece.source.end;
}

}  // namespace

void SourceMap::append(Span text, SourceRange source) {
  Piece const piece{text, source};
  if (pieces_.empty()) {
    pieces_.reserve(64);  // about what a page has
  } else {
    auto& last = pieces_.back();
    if (last.text.end == text.begin && last.source.end == source.begin && is_linear(last) && is_linear(piece)) {
      last.text.end = text.end;
      last.source.end = source.end;
      return;
    }
    if (!is_linear(piece) && last.source == source && last.text.end == text.begin) {  // the rest of an atomic piece
      last.text.end = text.end;
      return;
    }
  }
  pieces_.push_back(piece);
}

SourceRange SourceMap::to_source(Span span) const {
  if (pieces_.empty()) return {};
  // The last piece that begins before the span's end: what stands there ends the range.
  auto const after = std::partition_point(pieces_.begin(), pieces_.end(), [&](Piece const& p) { return p.text.begin < span.end; });
  // The first piece that ends after the span's begin.
  auto const first = std::partition_point(pieces_.begin(), pieces_.end(), [&](Piece const& p) { return p.text.end <= span.begin; });
  if (span.empty()) {  // a place belongs to what stands just before it, at the start of a paragraph to what follows
    if (after != pieces_.begin() && (after - 1)->text.end >= span.end) {
      auto const at = source_of_end(*(after - 1), span.end);
      return {at, at};
    }
    auto const at = first != pieces_.end() ? source_of_begin(*first, span.begin) : pieces_.back().source.end;
    return {at, at};
  }
  auto const begin = first != pieces_.end() ? source_of_begin(*first, span.begin) : pieces_.back().source.end;
  auto const end = after != pieces_.begin() ? source_of_end(*(after - 1), span.end) : pieces_.front().source.begin;
  if (begin > end) return {end, end};  // nothing of the span has a counterpart
  return {begin, end};
}

Position Document::position(std::uint32_t source_offset) const {
  auto const offset = std::min(source_offset, static_cast<std::uint32_t>(source.size()));
  auto const next = std::upper_bound(line_starts.begin(), line_starts.end(), offset);
  auto const line = static_cast<std::uint32_t>(next - line_starts.begin());
  auto const start = line == 0 ? 0 : line_starts[line - 1];
  auto const bom = start == 0 ? bom_size(source, encoding) : 0;
  auto const column = code_points_before(*this, offset) - code_points_before(*this, std::min(offset, start + bom));
  return {offset, std::max(line, 1U), column + 1};
}

std::size_t Document::block_at(std::uint32_t at) const {
  auto const next = std::partition_point(blocks.begin(), blocks.end(), [&](Block const& b) { return b.span.end < at; });
  if (next == blocks.end() || next->span.begin > at) return blocks.size();
  return static_cast<std::size_t>(next - blocks.begin());
}

}  // namespace vanthu
