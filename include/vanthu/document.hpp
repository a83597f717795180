// The one value that every reader makes: canonical text, its blocks, the way back to the file.
// After read() a Document never changes.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vanthu/layout.hpp"
#include "vanthu/span.hpp"

namespace vanthu {

enum class Format : std::uint8_t { text, markdown, docx };
// windows1252: bytes that are text only together with Document::font_texts.
enum class Encoding : std::uint8_t { utf8, utf8_bom, utf16le, utf16be, windows1258, windows1252 };

// Encodings of Vietnamese text from before Unicode, each with fonts of its own.
enum class CodePage : std::uint8_t { windows1258, tcvn3, vni };

// A place for people and machines: byte offset in the file, line and column from 1, column in Unicode code points of the file.
// Lines end at LF, CRLF or CR.
struct Position {
  std::uint32_t offset = 0;
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  friend constexpr bool operator==(Position, Position) = default;
};

// The only bridge from Document::text to the file.
class SourceMap {
 public:
  // Text bytes [text.begin, text.end) came from file bytes [source.begin, source.end). When both have the same length the
  // bytes correspond one to one; otherwise the piece is atomic (a composed letter, a joined line end). Pieces are added in
  // ascending order of text *and* of source; text or source between two pieces has no counterpart.
  struct Piece {
    Span text;
    SourceRange source;
  };

  void append(Span text, SourceRange source);  // merges with the piece before where that is linear too
  std::vector<Piece> const& pieces() const { return pieces_; }

  // The file bytes of a span. Marks that the reader took out at either end are left out ("**Số**" gives "Số");
  // an empty span maps to an empty range.
  SourceRange to_source(Span span) const;

 private:
  std::vector<Piece> pieces_;
};

enum class BlockKind : std::uint8_t {
  paragraph,   // running text; hard wraps joined
  heading,     // Markdown heading; `level` 1-6
  list_item,   // starts with a bullet of its own ("- ", "+ ", "* "); the bullet is part of the text, always as "- " or "+ "
  table_cell,  // one cell of a table
};

// Where a block stood when a line of the source holds two columns side by side (header, signature block).
enum class Column : std::uint8_t { whole, left, right };

// One logical paragraph: a line of Document::text without its '\n'.
struct Block {
  Span span;
  BlockKind kind = BlockKind::paragraph;
  Column column = Column::whole;
  std::uint8_t level = 0;  // heading level; 0 elsewhere
  // Number (from 0) of the source line it starts on: blocks side by side share it. Lines that hold only a Directive do not count.
  std::uint32_t row = 0;
  std::uint32_t last_row = 0;    // source line it ends on
  bool blank_before = false;     // a blank line, a rule line or the start of the file stands before it
  std::uint16_t emphasized = 0;  // percent of its letters that stood inside bold or italic marks
};

// What rules no longer see in the canonical text but may want to report.
enum class AnomalyKind : std::uint8_t {
  decomposed,      // letters stored decomposed (NFD)
  no_break_space,  // U+00A0 and other blanks that are not U+0020
  invisible,       // U+200B, U+FEFF inside, soft hyphen, direction marks
  eth,             // U+00D0 for U+0110 (Ð for Đ), folded in the text
  foreign_letter,  // a look-alike from another script
  odd_dash,        // U+2011 (non-breaking hyphen) folded to '-' in the text; other dashes stay as they are
  emphasis,        // ** or * or _ taken out
  ocr_mark,        // ^{…} taken out
  space_run,       // more than one blank, kept as one
  line_join,       // two source lines joined into one paragraph here (span: the joining blank, empty where joined without one)
  cell_split,      // one source line cut into two blocks here
  not_read,        // a document inside the document stands behind this empty place and is not read (w:altChunk)
};

struct Anomaly {
  AnomalyKind kind;
  Span span;  // in Document::text
};

// A run of letters and digits. Words that fold to the same text (letter case, place of the tone mark: "Hoà", "hòa") have the same hash;
// words with the same hash nearly always fold to the same text.
struct Word {
  Span span;
  std::uint32_t hash = 0;
};

// "<!-- vanthu: … -->": a word to this program. It is no part of the text.
struct Directive {
  std::string text;    // what stands between "vanthu:" and "-->", NFC, without the blanks at its ends
  SourceMap map;       // from `text` to the file
  SourceRange source;  // from "<!--" to "-->"
  // The blocks that it speaks of: the one it stands in or behind on a line; alone on a line the next one. Of a table all cells of the
  // row, above a table the whole. Empty where no block follows.
  Span covers;
};

// A part of the file that was typed for fonts of an old code page (TCVN3: .VnTime; VNI: VNI-Times). In Unicode its letters are others:
// "Céng hßa x· héi". Document::text has what such a font shows.
struct FontText {
  SourceRange source;
  CodePage page = CodePage::tcvn3;
  bool capitals = false;  // the font shows capitals for small letters too (.VnTimeH)
};

struct Document {
  std::string name;  // as the caller gave it; never opened
  Format format = Format::text;
  Encoding encoding = Encoding::utf8;
  std::vector<FontText> font_texts;  // ascending, apart from each other; none where all letters are Unicode's
  // The file's bytes, for positions and excerpts. Of docx the text of its paragraphs as stored, UTF-8, one a line in document order, '\v'
  // for a line break inside: a line is a paragraph, a column a character of it.
  std::string source;
  std::string text;                   // NFC UTF-8; one block a line, '\n' after each; single blanks; marks taken out
  std::vector<Block> blocks;          // ascending, without gaps but the '\n'
  std::vector<Word> words;            // of `text`, ascending
  std::vector<Anomaly> anomalies;     // ascending by span.begin
  std::vector<Directive> directives;  // in the order of the file
  SourceMap map;
  std::optional<Layout> layout;                  // docx only
  std::vector<std::uint32_t> line_starts;        // byte offsets in `source`, first is 0 (after a BOM: still 0)
  std::vector<std::uint32_t> code_point_counts;  // of `source`, at every 1024th byte: makes position() quick in very long lines

  // Where a span of `text` stands in the file. Columns count code points of the file (NFD letters count their marks); a BOM counts nothing.
  Position position(std::uint32_t source_offset) const;
  // Index into `blocks` of the block that holds text offset `at` (its '\n' counts as its own); blocks.size() when there is none.
  std::size_t block_at(std::uint32_t at) const;
};

}  // namespace vanthu
