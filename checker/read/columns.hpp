// Two columns that stand on one line of the file (header, signature block) cut into cells.
#pragma once
#include <vector>

#include "read/line_facts.hpp"
#include "read/markup.hpp"
#include "read/print_width.hpp"

namespace vanthu {

// A line, or one of the two cells of a line.
struct Cell {
  SourceLine line;  // span and indent are the cell's own
  LineFacts facts;
  PrintWidth print;  // once it was asked for
  Column column = Column::whole;
  bool table_row = false;  // several wide gaps: a row of a drawn table
  bool split = false;      // the right cell of a line that was cut
};

// `types`: type_name_letters(). A type's name stands below the header's columns.
std::vector<Cell> split_columns(Unmarked const& source, std::vector<std::string> const& types);

}  // namespace vanthu
