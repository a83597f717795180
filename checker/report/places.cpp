#include "report/places.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "read/source_text.hpp"
#include "text/column_units.hpp"
#include "text/unicode.hpp"

namespace vanthu::report {
namespace {

bool is_utf8(Encoding encoding) { return encoding == Encoding::utf8 || encoding == Encoding::utf8_bom; }

std::string decoded(std::string_view bytes, Encoding encoding) {
  if (is_utf8(encoding)) return std::string(bytes);
  std::string out;
  for (std::size_t at = 0; at < bytes.size();) append_utf8(out, next_in_source(bytes, encoding, at));
  return out;
}

}  // namespace

Place place_of(Document const& document, SourceRange range) { return {document.position(range.begin), document.position(range.end)}; }

std::string place_text(Document const& document, Position at, Language language) {
  auto const vi = language == Language::vi;
  if (document.format == Format::docx)
    return fmt::format("{} {}, {} {}", vi ? "đoạn" : "paragraph", at.line, vi ? "ký tự" : "character", at.column);
  return fmt::format("{} {}, {} {}", vi ? "dòng" : "line", at.line, vi ? "cột" : "column", at.column);
}

std::string placed_message(Document const& document, Diagnostic const& diagnostic, Language language) {
  if (document.format != Format::docx) return diagnostic.message;
  auto const at = document.position(source_range(document, diagnostic).begin);
  return fmt::format("{}: {}", place_text(document, at, language), diagnostic.message);
}

std::string stored_text(Document const& document, SourceRange range) {
  return decoded(slice(document.source, Span{range.begin, range.end}), document.encoding);
}

std::string edit_text(Document const& document, std::string_view bytes) { return decoded(bytes, document.encoding); }

std::uint32_t code_point_offset(Document const& document, std::uint32_t offset) {
  auto const bom = bom_size(document.source, document.encoding);
  return code_points_before(document, std::max(offset, bom)) - (bom != 0 ? 1 : 0);
}

Utf8Columns::Utf8Columns(Document const& document) : document_(document) {
  if (is_utf8(document.encoding)) return;
  std::uint32_t bytes = 0;
  known_.push_back({0, 0});
  for (std::size_t at = 0; at < document.source.size();) {
    bytes += units_of(next_in_source(document.source, document.encoding, at), ColumnUnit::utf8_bytes);
    if (at - known_.back().offset >= code_point_stride) known_.push_back({static_cast<std::uint32_t>(at), bytes});
  }
}

std::uint32_t Utf8Columns::bytes_before(std::uint32_t offset) const {
  if (known_.empty()) return offset;
  auto const next = std::partition_point(known_.begin(), known_.end(), [&](Known const& k) { return k.offset <= offset; });
  auto [from, bytes] = *(next - 1);
  for (std::size_t at = from; at < offset;)
    bytes += units_of(next_in_source(document_.source, document_.encoding, at), ColumnUnit::utf8_bytes);
  return bytes;
}

std::pair<std::uint32_t, std::uint32_t> Utf8Columns::at(std::uint32_t offset) const {
  auto const here = document_.position(offset);
  auto const start = document_.line_starts.empty() ? 0 : document_.line_starts[here.line - 1];
  auto const text_start = start == 0 ? bom_size(document_.source, document_.encoding) : start;
  auto const end = std::max(here.offset, text_start);
  return {here.line, bytes_before(end) - bytes_before(text_start) + 1};
}

}  // namespace vanthu::report
