#include "read/docx/docx.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "read/blocks.hpp"
#include "read/docx/document_layout.hpp"
#include "read/docx/lines.hpp"
#include "read/docx/package.hpp"
#include "read/docx/shown_text.hpp"
#include "read/docx/symbols.hpp"
#include "read/docx/walk.hpp"
#include "read/legacy.hpp"
#include "read/raw_lines.hpp"
#include "read/source_text.hpp"
#include "text/code_pages.hpp"
#include "text/unicode.hpp"
#include "text/word_index.hpp"

namespace vanthu::docx {
namespace {

// Small letters as the capitals that are shown, where they take as many bytes; all of Vietnamese do.
void capitalize(std::string& text, Span span) {
  std::string capital;
  for (std::size_t at = span.begin; at < span.end;) {
    auto const begin = at;
    auto const c = next_code_point(text, at);
    if (!is_lower(c)) continue;
    capital.clear();
    append_utf8(capital, to_upper(c));
    if (capital.size() == at - begin) text.replace(begin, capital.size(), capital);
  }
}

// What is typed for fonts of old code pages: by the names of the fonts; where these say nothing, by the words alone.
std::vector<FontText> find_font_texts(WalkedText const& walked, std::vector<CharacterFormat> const& formats) {
  std::vector<std::optional<FontPage>> pages;  // of the formats
  for (auto const& format : formats) pages.push_back(code_page_of_font(format.font));
  if (pages.empty()) pages.emplace_back();  // text outside of all runs
  std::vector<FontText> named;
  for (std::size_t i = 0; i < walked.runs.size(); ++i) {
    auto const& page = pages[walked.runs[i].look.other];
    auto const end = i + 1 < walked.runs.size() ? walked.runs[i + 1].begin : offset32(walked.source.size());
    if (page) named.push_back({{walked.runs[i].begin, end}, page->page, page->capitals});
  }
  if (!named.empty()) return believed_font_texts(walked.source, std::move(named));
  auto const page = find_font_encoding(walked.source, Encoding::utf8);
  return page ? lines_in_font(walked.source, Encoding::utf8, *page) : std::vector<FontText>{};
}

// Text in a symbol font as what is drawn, where that takes the three bytes of the private use area; nearly all does.
void draw_symbols(std::string& text, Span span, std::string_view font) {
  std::string drawn;
  auto const next = [&](std::size_t at) { return std::string_view(text).substr(0, span.end).find('\xEF', at); };
  for (auto at = next(span.begin); at != std::string_view::npos; at = next(at)) {
    auto const begin = at;
    drawn.clear();
    append_utf8(drawn, symbol(font, next_code_point(text, at)));
    if (drawn.size() == at - begin) text.replace(begin, drawn.size(), drawn);
  }
}

// Whether the font draws signs in place of letters.
bool is_symbol_font(std::string_view font) { return font == "Symbol" || font.starts_with("Wingdings") || font == "Webdings"; }

// Shows what is formatted as capitals or drawn as symbols, and finds what stands out.
std::vector<Span> apply_formats(std::vector<CharacterFormat> const& formats, WalkedText const& walked, MappedText& text) {
  std::vector<Span> emphasized;
  each_part(text.map, walked, [&](Span span, RunFormat const& look) {
    auto const& format = formats[look.other];
    if (format.caps) capitalize(text.text, span);
    if (is_symbol_font(format.font)) draw_symbols(text.text, span, format.font);
    if (!format.bold && !format.italic) return;
    if (!emphasized.empty() && emphasized.back().end == span.begin)
      emphasized.back().end = span.end;
    else
      emphasized.push_back(span);
  });
  return emphasized;
}

// The empty place at the end of the last block that begins before a byte of the source.
Span end_before(Document const& document, std::uint32_t source) {
  auto const& blocks = document.blocks;
  auto const behind = std::partition_point(blocks.begin(), blocks.end(), [&](Block const& block) {
    return document.map.to_source({block.span.begin, block.span.begin}).begin < source;
  });
  if (behind == blocks.begin()) return {0, 0};
  return {std::prev(behind)->span.end, std::prev(behind)->span.end};
}

}  // namespace

std::variant<Document, ReadError> read_docx(std::string_view bytes, std::string_view name, ReadOptions const& options) {
  auto opened = open_package(bytes, options.max_memory);
  if (auto* error = std::get_if<ReadError>(&opened)) return std::move(*error);
  auto& package = std::get<Package>(opened);
  Formatting formatting({package.styles.root(), package.numbering.root(), package.theme.root(), package.settings.root()});
  auto met = walk(package, formatting);
  if (!met) return too_large();
  auto& walked = *met;

  auto font_texts = find_font_texts(walked, formatting.formats());
  auto shown = shown_text(walked, font_texts);
  Unmarked unmarked;
  unmarked.lines = source_lines(walked, shown);
  if (!formatting.formats().empty()) unmarked.emphasized = apply_formats(formatting.formats(), walked, shown.text);
  unmarked.text = std::move(shown.text);
  unmarked.blank_runs = find_blank_runs(unmarked.text.text);
  auto paragraphs = build_paragraphs(unmarked);
  if (paragraphs.blocks.empty()) return ReadError{"empty", "tài liệu không có chữ nào", "the document has no text"};

  Document document;
  document.name = name;
  document.format = Format::docx;
  document.text = std::move(paragraphs.text.text);
  document.map = std::move(paragraphs.text.map);
  document.anomalies = std::move(paragraphs.text.anomalies);
  document.blocks = std::move(paragraphs.blocks);
  document.words = index_words(document.text);
  document.source = std::move(walked.source);
  document.font_texts = std::move(font_texts);
  document.line_starts = find_line_starts(document.source, document.encoding);
  document.code_point_counts = count_code_points(document.source, document.encoding);
  for (auto const at : walked.not_read) document.anomalies.push_back({AnomalyKind::not_read, end_before(document, at)});
  if (!walked.not_read.empty())
    std::stable_sort(document.anomalies.begin(), document.anomalies.end(),
                     [](Anomaly const& a, Anomaly const& b) { return a.span.begin < b.span.begin; });
  document.layout = layout_of(document, walked, package, formatting);
  return document;
}

}  // namespace vanthu::docx
