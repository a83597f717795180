// Lines of the text without their markup: what Markdown, OCR and typing habits put around words is taken out here.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "read/mapped_text.hpp"

namespace vanthu {

// A line that holds something. Several stand on one row of the file when it is a table row or has <br> in it.
struct SourceLine {
  Span span;                              // in Unmarked::text, blanks at both ends left out
  BlockKind kind = BlockKind::paragraph;  // paragraph, heading or table_cell
  std::uint8_t level = 0;                 // of a heading
  bool page_break = false;                // a form feed stands before it
  bool rule = false;                      // a drawn line stands before it
  std::uint32_t row = 0;                  // line of the file, from 0
  std::uint32_t blank_lines = 0;          // before it
  std::uint32_t indent = 0;               // columns before it
  std::uint32_t cell = 0;                 // of a table row: which one, from 0
  std::optional<Column> column = {};      // where the file itself tells it
  bool apart = false;                     // where the file itself tells that it does not go on with the line before
};

struct Mark {
  Span span;         // what goes
  std::string with;  // what stands there instead
};

// What the two formats are brought to: lines, and the marks inside them.
struct MarkedLines {
  std::vector<SourceLine> lines;   // ascending; spans in the text that holds the marks
  std::vector<Mark> marks;         // ascending, not overlapping, each inside a line
  std::vector<Span> emphasized;    // what stood inside emphasis; ascending, may nest
  std::vector<Anomaly> anomalies;  // emphasis and ocr_mark: spans of what stood inside the marks; ascending
};

struct Unmarked {
  MappedText text;  // '\n' after each line; what stood between two lines is mapped to it
  std::vector<SourceLine> lines;
  std::vector<Span> blank_runs;  // of the text: find_blank_runs()
  std::vector<Span> emphasized;  // parts of the text that stood inside bold or italic marks; ascending, may nest
};

// `text` is what decode() gave, without comments.
Unmarked take_out_markup(MappedText text, Format format);

}  // namespace vanthu
