// Documents with a layout that is made by hand: nothing here reads a file.
#pragma once
#include <string>
#include <vector>

#include "text/word_index.hpp"
#include "vanthu/document.hpp"

namespace vanthu::test {

struct Piece {
  std::string text;
  CharacterFormat format;
};

struct LaidOut {
  std::vector<Piece> pieces;
  ParagraphFormat format = {};
  Region region = Region::body;
  std::int32_t width = 9354;  // of its column; 0: not known
};

inline CharacterFormat letters(std::uint16_t half_points = 28, bool bold = false, bool italic = false) {
  CharacterFormat out;
  out.font = "Times New Roman";
  out.size = half_points;
  out.bold = bold;
  out.italic = italic;
  return out;
}

// One block a paragraph, one section of A4 with the margins of Nghị định 30/2020/NĐ-CP, 9354 twips between them.
inline Document laid_out(std::vector<LaidOut> const& paragraphs) {
  Document document;
  document.format = Format::docx;
  auto& layout = document.layout.emplace();
  Section page;
  page.width = 11906;
  page.height = 16838;
  page.top = page.bottom = 1134;
  page.left = 1701;
  page.right = 851;
  layout.sections.push_back(page);
  document.line_starts.push_back(0);
  for (auto const& paragraph : paragraphs) {
    Block block;
    block.span.begin = static_cast<std::uint32_t>(document.text.size());
    for (auto const& piece : paragraph.pieces) {
      auto const begin = static_cast<std::uint32_t>(document.text.size());
      document.text += piece.text;
      layout.runs.push_back({{begin, static_cast<std::uint32_t>(document.text.size())}, static_cast<std::uint32_t>(layout.formats.size())});
      layout.formats.push_back(piece.format);
    }
    block.span.end = static_cast<std::uint32_t>(document.text.size());
    document.text += '\n';
    document.line_starts.push_back(static_cast<std::uint32_t>(document.text.size()));
    document.blocks.push_back(block);
    BlockLayout of;
    of.format = paragraph.format;
    of.region = paragraph.region;
    of.width = paragraph.width;
    layout.blocks.push_back(of);
  }
  document.source = document.text;
  auto const all = static_cast<std::uint32_t>(document.text.size());
  document.map.append({0, all}, {0, all});
  document.words = index_words(document.text);
  return document;
}

}  // namespace vanthu::test
