// Marks inside running text: emphasis, links, tags, escapes, superscripts of OCR.
#pragma once
#include <string_view>
#include <vector>

#include "read/markup.hpp"

namespace vanthu {

struct Mark {
  Span span;              // what goes
  std::string_view with;  // what stands there instead; "\v" ends the line
};

struct InlineMarks {
  std::vector<Mark> marks;         // ascending, not overlapping
  std::vector<Span> emphasized;    // what stood inside emphasis
  std::vector<Anomaly> anomalies;  // emphasis and ocr_mark: spans of what stood inside the marks
};

// `lines` as find_lines() gave them for `text`. Emphasis is paired inside a paragraph: lines without a blank line between them.
InlineMarks find_inline_marks(std::string_view text, std::vector<SourceLine> const& lines, Format format);

}  // namespace vanthu
