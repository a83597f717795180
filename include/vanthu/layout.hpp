// What only a format with a layout can tell (DOCX): how the text looks once every style is resolved, pages, drawn lines.
// Facts, never judgments. Lengths are twips (1/1440 inch; 1 mm = 56.69), sizes of letters half-points, as the format stores them.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "vanthu/span.hpp"

namespace vanthu {

// Of letters, after docDefaults, styles, theme, toggles and direct formatting (ECMA-376 Part 1, 17.7.2).
struct CharacterFormat {
  std::string font;         // of Latin letters; "Times New Roman" where nothing names one, as Word has it
  std::uint16_t size = 20;  // half-points
  bool bold = false;
  bool italic = false;
  bool underline = false;
  bool strike = false;
  bool caps = false;  // shown in capitals, stored as typed
  bool small_caps = false;
  bool raised = false;                 // superscript or subscript
  std::optional<std::uint32_t> color;  // 0xRRGGBB; nothing: automatic, which is black on white paper
  friend bool operator==(CharacterFormat const&, CharacterFormat const&) = default;
};

enum class Alignment : std::uint8_t { left, center, right, justify };
enum class LineRule : std::uint8_t { multiple, exact, at_least };

struct ParagraphFormat {
  Alignment alignment = Alignment::left;
  std::int32_t left = 0, right = 0;  // indents
  std::int32_t first_line = 0;       // of the first line beyond `left`; negative: hanging
  std::int32_t before = 0, after = 0;
  LineRule line_rule = LineRule::multiple;
  std::int32_t line = 240;    // 240ths of a line where `multiple`, else twips
  bool contextual = false;    // no space between paragraphs of the same style
  std::uint32_t style = 0;    // number of its style in the file: the same number, the same style
  bool border_below = false;  // a line of its own along its lower edge
  bool on_grid = true;        // its lines stand on the grid of the page where that has one
  bool boxed = false;         // lines of its own along all four edges
  friend bool operator==(ParagraphFormat const&, ParagraphFormat const&) = default;
};

// Part of Document::text in one format. A label that only the numbering knows has the format of its label.
struct FormatRun {
  Span span;
  std::uint32_t format = 0;  // index into Layout::formats
};

enum class Region : std::uint8_t { body, table, text_box, footnote };

// Of the block with the same index.
struct BlockLayout {
  ParagraphFormat format;
  Region region = Region::body;
  std::uint32_t section = 0;  // index into Layout::sections
  std::int32_t width = 0;     // of the column or cell it stands in; 0: not known
  std::uint32_t table = 0;    // number of the table it stands in, from 1; 0: in none
  std::uint32_t row = 0;      // of that table, from 0
  // From the top of its cell to its first line, and from the last line above it in the same cell or body; as far as the heights of lines
  // can be told without setting the page. Nothing where they cannot, where cells are merged, turned or not filled from the top, and for
  // `space_above` where nothing stands above. Empty paragraphs between count; a line break leaves no space.
  std::optional<std::int32_t> top = {}, space_above = {};
  std::optional<bool> framed = {};  // lines are drawn around it: of its own, of its cell or box; nothing where it is not sure
};

enum class PagePart : std::uint8_t { none, header, footer };

// Where the PAGE field of a section stands.
struct PageNumber {
  PagePart part = PagePart::none;
  Alignment alignment = Alignment::left;
  bool on_first_page = false;  // shown on the section's first page
  bool arabic = true;
  std::optional<std::int32_t> start;  // counts from here; nothing: goes on
  CharacterFormat format;
};

struct Section {
  std::int32_t width = 0, height = 0;  // of the paper; 0: not told
  std::int32_t top = 0, bottom = 0, left = 0, right = 0;
  bool landscape = false;
  std::int32_t line_pitch = 0;  // of the grid that lines stand on; 0: none
  std::uint32_t first_block = 0;
  PageNumber page_number;
};

enum class RuleLineKind : std::uint8_t { border, shape, underline, characters };

// A line drawn below a block.
struct RuleLine {
  std::uint32_t block = 0;  // the one above it
  RuleLineKind kind = RuleLineKind::shape;
  std::int32_t length = 0;  // twips; 0: not known
};

struct Layout {
  std::vector<CharacterFormat> formats;  // each once
  std::vector<FormatRun> runs;           // ascending; cover every block without gaps
  std::vector<BlockLayout> blocks;       // one for each of Document::blocks
  std::vector<Section> sections;         // in order; one at least
  std::vector<RuleLine> rule_lines;      // ascending by block
};

}  // namespace vanthu
