#include "read/docx/table_style.hpp"

#include <charconv>

#include "read/docx/values.hpp"

namespace vanthu::docx {

ConditionalParts conditional_parts(pugi::xml_node look) {
  ConditionalParts parts;
  std::uint32_t bits = 0;
  auto const value = attribute(look, "val");
  std::from_chars(value.data(), value.data() + value.size(), bits, 16);
  auto const flag = [&](std::string_view name, std::uint32_t bit) {
    auto const own = attribute(look, name);
    return own.empty() ? (bits & bit) != 0 : on_off(own);
  };
  parts.first_row = flag("firstRow", 0x20);
  parts.last_row = flag("lastRow", 0x40);
  parts.first_column = flag("firstColumn", 0x80);
  parts.last_column = flag("lastColumn", 0x100);
  parts.row_bands = !flag("noHBand", 0x200);
  parts.column_bands = !flag("noVBand", 0x400);
  return parts;
}

std::uint16_t parts_of(CellPlace const& place, ConditionalParts const& parts, std::uint32_t row_band, std::uint32_t column_band) {
  auto const top = parts.first_row && (place.row == 0 || place.header);
  auto const bottom = parts.last_row && place.row + 1 == place.rows && !top;
  auto const left = parts.first_column && place.column == 0;
  auto const right = parts.last_column && place.column + 1 == place.columns && !left;
  std::uint32_t result = 1U << whole_table;
  auto const add = [&](TablePart part, bool has) { result |= has ? 1U << part : 0U; };
  if (parts.row_bands && !top && !bottom) {
    auto const even = (place.row - (parts.first_row ? 1 : 0)) / row_band % 2 == 1;
    add(even ? even_rows : odd_rows, true);
  }
  if (parts.column_bands && !left && !right) {
    auto const even = (place.column - (parts.first_column ? 1 : 0)) / column_band % 2 == 1;
    add(even ? even_columns : odd_columns, true);
  }
  add(first_column, left);
  add(last_column, right);
  add(first_row, top);
  add(last_row, bottom);
  add(top_left, top && left);
  add(top_right, top && right);
  add(bottom_left, bottom && left);
  add(bottom_right, bottom && right);
  return static_cast<std::uint16_t>(result);
}

}  // namespace vanthu::docx
