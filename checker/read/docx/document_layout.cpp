#include "read/docx/document_layout.hpp"

#include <algorithm>
#include <vector>

#include "read/docx/shown_text.hpp"

namespace vanthu::docx {
namespace {

// Cover the text without gaps: what has no counterpart in the file looks as what follows it, at the end as what stands before.
std::vector<FormatRun> format_runs(Document const& document, WalkedText const& walked) {
  std::vector<FormatRun> runs;
  std::string_view const text = document.text;
  std::uint32_t at = 0;
  RunFormat last;
  each_part(document.map, walked, [&](Span span, RunFormat const& look) {
    append_runs(runs, look, slice(text, {at, span.end}), at);
    at = span.end;
    last = look;
  });
  append_runs(runs, last, text.substr(std::min<std::size_t>(at, text.size())), at);
  return runs;
}

// For each block the paragraph it begins in.
std::vector<std::uint32_t> paragraphs_of_blocks(Document const& document, WalkedText const& walked) {
  std::vector<std::uint32_t> out;
  out.reserve(document.blocks.size());
  std::uint32_t paragraph = 0;
  for (auto const& block : document.blocks) {
    auto const source = document.map.to_source({block.span.begin, block.span.begin}).begin;
    while (paragraph + 1 < walked.paragraphs.size() && walked.paragraphs[paragraph].source.end < source) ++paragraph;
    out.push_back(paragraph);
  }
  return out;
}

// Where each section begins: at its first block, or where that would be.
std::vector<Section> sections_of(WalkedText const& walked, std::vector<std::uint32_t> const& paragraphs) {
  std::vector<Section> out(walked.sections.size());
  std::uint32_t block = 0;
  for (std::uint32_t i = 0; i < out.size(); ++i) {
    while (block < paragraphs.size() && walked.paragraphs[paragraphs[block]].section < i) ++block;
    out[i].first_block = block;
  }
  return out;
}

}  // namespace

Layout layout_of(Document const& document, WalkedText const& walked, Package const&, Formatting& formatting) {
  Layout layout;
  layout.formats = formatting.formats();
  if (layout.formats.empty()) layout.formats.emplace_back();
  layout.runs = format_runs(document, walked);
  auto const starts = paragraphs_of_blocks(document, walked);
  for (auto const start : starts) {
    auto const& paragraph = walked.paragraphs[start];
    layout.blocks.push_back({.format = paragraph.look.format,
                             .region = paragraph.region,
                             .section = paragraph.section,
                             .width = paragraph.cell == 0 ? 0 : walked.cells[paragraph.cell - 1].width});
  }
  layout.sections = sections_of(walked, starts);
  return layout;
}

}  // namespace vanthu::docx
