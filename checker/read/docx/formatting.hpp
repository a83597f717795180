// Formatting of a Word document as Word resolves it (ECMA-376 Part 1, 17.7.2): defaults of the document, table style with its conditional
// parts, numbering, paragraph style, character style, direct formatting; toggle properties as 17.7.3 has them.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <string_view>
#include <vector>

#include "read/docx/numbering.hpp"
#include "vanthu/layout.hpp"

namespace vanthu::docx {

// Root elements of the parts; any may be null. The documents they belong to must outlive what is made of them.
struct FormattingParts {
  pugi::xml_node styles, numbering, theme, settings;
};

// A table, or a cell of one, as far as its style is concerned; a number that Formatting gave out.
enum class TableLook : std::uint32_t {};
enum class CellLook : std::uint32_t { outside = 0 };  // not in a table

// Where a cell stands: rows of its table, cells of its row, both from 0.
struct CellPlace {
  std::uint32_t row = 0, rows = 1;
  std::uint32_t column = 0, columns = 1;
  bool header = false;  // of a row with w:tblHeader
};

// A paragraph with everything but its own runs resolved.
struct StyledParagraph {
  ParagraphFormat format;
  std::optional<ListItem> item;  // its list and level, from w:pPr or its style
  std::uint32_t letters = 0;     // for Formatting::characters
};

// Formats of the characters of a run, as indices into Formatting::formats: Word may take another font for each of three groups of
// characters (17.3.2.26). Nearly always all three are the same.
struct RunFormat {
  std::uint32_t ascii = 0;  // U+0000 … U+007F
  std::uint32_t other = 0;  // Vietnamese letters among them
  std::uint32_t east_asian = 0;
  bool hidden = false;  // w:vanish: not shown
  friend bool operator==(RunFormat const&, RunFormat const&) = default;
};

// Resolves what it is asked and keeps what was asked, so that a paragraph or run costs about its own direct formatting. Never fails: what
// is missing, malformed or cyclic is as if it were not there. Not for several threads at once.
class Formatting {
 public:
  explicit Formatting(FormattingParts const& parts);
  ~Formatting();
  Formatting(Formatting&&) noexcept;
  Formatting& operator=(Formatting&&) noexcept;

  // The table with this w:tblPr (null: none) and its style, w:tblLook included.
  TableLook table(pugi::xml_node table_properties);
  // A cell of it; a nested table's cell has only its own table's style.
  CellLook cell(TableLook table, CellPlace const& place);

  // The paragraph with this w:pPr (null: none).
  StyledParagraph paragraph(pugi::xml_node paragraph_properties, CellLook cell = CellLook::outside);

  // The run of that paragraph with this w:rPr (null: none).
  RunFormat characters(StyledParagraph const& paragraph, pugi::xml_node run_properties);

  // The label of a list item: the format of the paragraph's mark (w:rPr in its w:pPr), over it what the level says. Of a paragraph
  // without item: of its mark.
  RunFormat label(StyledParagraph const& paragraph, pugi::xml_node paragraph_properties);

  Numbering const& numbering() const;

  // Every format given out so far, each once. For Layout::formats.
  std::vector<CharacterFormat> const& formats() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Adds the parts of `text` to `runs` with their formats, the first at `offset` of Document::text; what has the format of the last run and
// follows it makes that one longer. Nothing is added for an empty text.
void append_runs(std::vector<FormatRun>& runs, RunFormat const& format, std::string_view text, std::size_t offset);

}  // namespace vanthu::docx
