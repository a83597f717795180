// Which conditional parts of a table's style a cell has (ECMA-376 Part 1, 17.7.6, 17.4.56).
#pragma once
#include <array>
#include <cstdint>
#include <pugixml.hpp>
#include <string_view>

#include "read/docx/formatting.hpp"

namespace vanthu::docx {

// In the order in which Word applies them: each wins over those before it.
enum TablePart : std::uint8_t {
  whole_table,
  odd_rows,
  even_rows,
  odd_columns,
  even_columns,
  first_column,
  last_column,
  first_row,
  last_row,
  top_left,
  top_right,
  bottom_left,
  bottom_right,
};
constexpr std::array<std::string_view, 13> table_part_names = {  // w:type of w:tblStylePr
    "wholeTable", "band1Horz", "band2Horz", "band1Vert", "band2Vert", "firstCol", "lastCol",
    "firstRow",   "lastRow",   "nwCell",    "neCell",    "swCell",    "seCell"};

// What w:tblLook switches on.
struct ConditionalParts {
  bool first_row = false, last_row = false, first_column = false, last_column = false;
  bool row_bands = true, column_bands = true;
  friend auto operator<=>(ConditionalParts const&, ConditionalParts const&) = default;
};

// `look`: w:tblLook; null where a table has none.
ConditionalParts conditional_parts(pugi::xml_node look);

// A bit (1 << TablePart) for each part that the cell has. `row_band`, `column_band`: rows and columns in a band, at least 1.
std::uint16_t parts_of(CellPlace const& place, ConditionalParts const& parts, std::uint32_t row_band, std::uint32_t column_band);

}  // namespace vanthu::docx
