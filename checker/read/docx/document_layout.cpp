#include "read/docx/document_layout.hpp"

#include <algorithm>
#include <vector>

#include "read/docx/frames.hpp"
#include "read/docx/places.hpp"
#include "read/docx/rule_lines.hpp"
#include "read/docx/sections.hpp"
#include "read/docx/shown_text.hpp"

namespace vanthu::docx {
namespace {

constexpr std::uint32_t longest_stamp = 64;  // bytes: nothing longer stands in a frame that matters

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
std::vector<SectionSource> section_sources(WalkedText const& walked, std::vector<std::uint32_t> const& paragraphs) {
  std::vector<SectionSource> out;
  std::uint32_t block = 0;
  for (std::uint32_t i = 0; i < walked.sections.size(); ++i) {
    while (block < paragraphs.size() && walked.paragraphs[paragraphs[block]].section < i) ++block;
    out.push_back({walked.sections[i], block});
  }
  return out;
}

SectionContext section_context(Package const& package, Formatting& formatting) {
  SectionContext out;
  out.part = [&](std::string_view relationship) {
    auto const found = package.edges.find(relationship);
    return found == package.edges.end() ? pugi::xml_node() : found->second.root();
  };
  out.paragraph = [&](pugi::xml_node paragraph) { return formatting.paragraph(paragraph.child("w:pPr")).format; };
  out.characters = [&](pugi::xml_node paragraph, pugi::xml_node run) {
    auto const look = formatting.characters(formatting.paragraph(paragraph.child("w:pPr")), run.child("w:rPr"));
    return look.ascii < formatting.formats().size() ? formatting.formats()[look.ascii] : CharacterFormat{};
  };
  out.even_and_odd = is_on(package.settings.root().child("w:evenAndOddHeaders"));
  return out;
}

// Between the margins; 0 where the page is set in columns or its paper is not told.
std::int32_t text_width(Section const& section, pugi::xml_node properties) {
  if (integer(properties.child("w:cols").attribute("w:num")).value_or(1) > 1) return 0;
  return std::max(section.width - section.left - section.right, 0);
}

std::vector<LineParagraph> line_paragraphs(WalkedText const& walked, std::vector<std::uint32_t> const& paragraphs) {
  std::vector<LineParagraph> out;
  out.reserve(walked.paragraphs.size());
  for (auto const& paragraph : walked.paragraphs) out.push_back({paragraph.node, 0, 0});
  for (std::uint32_t block = 0; block < paragraphs.size(); ++block) {
    auto& paragraph = out[paragraphs[block]];
    if (paragraph.blocks++ == 0) paragraph.first_block = block;
  }
  return out;
}

}  // namespace

Layout layout_of(Document const& document, WalkedText const& walked, Package const& package, Formatting& formatting) {
  Layout layout;
  layout.formats = formatting.formats();
  if (layout.formats.empty()) layout.formats.emplace_back();
  layout.runs = format_runs(document, walked);
  auto const starts = paragraphs_of_blocks(document, walked);
  layout.sections = sections(section_sources(walked, starts), section_context(package, formatting));
  for (auto const start : starts) {
    auto const& paragraph = walked.paragraphs[start];
    bool const placed = bool(paragraph.node.child("w:pPr").child("w:framePr"));  // elsewhere on the page
    auto const column = paragraph.region == Region::body && !placed && paragraph.section < layout.sections.size()
                            ? text_width(layout.sections[paragraph.section], walked.sections[paragraph.section])
                            : 0;
    layout.blocks.push_back({.format = paragraph.look.format,
                             .region = paragraph.region,
                             .section = paragraph.section,
                             .width = paragraph.cell == 0 ? column : walked.cells[paragraph.cell - 1].width});
    auto const block = layout.blocks.size() - 1;
    if (block < document.blocks.size() && document.blocks[block].span.size() <= longest_stamp)
      layout.blocks.back().framed = framed(paragraph, walked);
  }
  set_places(layout, document, walked, starts, formatting);
  layout.rule_lines = rule_lines(line_paragraphs(walked, starts), document, layout);
  return layout;
}

}  // namespace vanthu::docx
