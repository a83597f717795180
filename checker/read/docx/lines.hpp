// Lines of a Word document for the stages that make blocks of them: which stand side by side, which in a table.
#pragma once
#include <vector>

#include "read/docx/shown_text.hpp"
#include "read/markup.hpp"

namespace vanthu::docx {

// Lines that hold something, drawn ones left out. A table whose lines are not drawn, of three columns at most, puts text side by side, and
// so does any that holds Quốc hiệu, Tiêu ngữ, place and date or "Nơi nhận": its cells are columns, the last of a row the right one. A table
// of one column is a frame around paragraphs. All others hold data.
//
// A paragraph is told to stand apart from the one before, but in such columns and where both are centred: there people start a new
// paragraph to start a new line.
std::vector<SourceLine> source_lines(WalkedText const& walked, ShownText const& shown);

}  // namespace vanthu::docx
