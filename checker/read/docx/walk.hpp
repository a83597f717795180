// A Word document as a reader meets it: its paragraphs one after the other, with the text that is shown and where each stands.
// ECMA-376 Part 1, 17.2 to 17.4 (paragraphs, tables), 17.13.5 (tracked changes), 17.16 (fields).
#pragma once
#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "read/docx/formatting.hpp"
#include "read/docx/package.hpp"
#include "vanthu/document.hpp"

namespace vanthu::docx {

struct WalkedTable {
  pugi::xml_node node;        // w:tbl
  std::uint32_t parent = 0;   // the cell that it stands in, as WalkedParagraph::cell
  std::uint32_t columns = 0;  // most cells in one row
  std::uint32_t rows = 0;     // that are shown
  bool ruled = false;         // most of its cells have drawn edges
};

struct WalkedCell {
  pugi::xml_node node;               // w:tc
  std::uint32_t table = 0;           // index into WalkedText::tables
  std::uint32_t row = 0, index = 0;  // among the rows and the cells of its row that are shown, from 0
  std::uint32_t in_row = 0;          // cells of its row that are shown
  std::int32_t width = 0;            // twips; 0: not known
  bool ruled = false;                // two of its edges at least are drawn
};

struct WalkedParagraph {
  pugi::xml_node node;        // w:p
  SourceRange source;         // its line, without the '\n'
  std::uint32_t cell = 0;     // index into WalkedText::cells, plus one; 0: in none
  std::uint32_t section = 0;  // index into WalkedText::sections
  Region region = Region::body;
  bool joined = false;        // its end is not shown: the next one goes on in the same line
  StyledParagraph look = {};  // of the line, which is that of its last paragraph
  std::string label = {};     // what its list shows before it: "1.", "a)"; empty: nothing
  bool label_blank = true;    // a tab or blank stands behind the label
  RunFormat label_look = {};
};

// Text of one look, in one paragraph.
struct WalkedRun {
  std::uint32_t begin = 0;      // byte in the source; it ends where the next one begins
  std::uint32_t paragraph = 0;  // index into WalkedText::paragraphs
  RunFormat look;               // indices into Formatting::formats()
};

struct WalkedText {
  std::string source;  // as Document::source
  std::vector<WalkedParagraph> paragraphs;
  std::vector<WalkedRun> runs;  // ascending
  std::vector<WalkedTable> tables;
  std::vector<WalkedCell> cells;
  std::vector<std::uint32_t> not_read;   // where documents inside the document stand (w:altChunk, w:subDoc): bytes of `source`
  std::vector<pugi::xml_node> sections;  // w:sectPr of each; the last may be null
};

// Reading order: as in the file, a text box behind the paragraph that it is anchored in, footnotes and endnotes behind all else in the
// order of their signs. Left out is what is not shown: deleted text, the old place of moved text, hidden text, what a field is made from,
// cells that another one covers, all but one of the alternatives for other programs. Headers, footers and comments are not part of it.
// Linear in the document; nodes live as long as the package. `formatting` is that of the package, whose budget pays for text, paragraphs
// and runs; nothing where it does not suffice.
std::optional<WalkedText> walk(Package& package, Formatting& formatting);

}  // namespace vanthu::docx
