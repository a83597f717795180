#include "read/docx/style_properties.hpp"

#include <algorithm>

#include "read/docx/values.hpp"

namespace vanthu::docx {
namespace {

std::optional<std::uint32_t> band(pugi::xml_node table_properties, std::string_view name) {
  auto const size = integer(attribute(element(table_properties, name), "val"));
  return size && *size > 0 ? std::optional(static_cast<std::uint32_t>(*size)) : std::nullopt;
}

StyleProperties read(pugi::xml_node node, Theme const& theme, FontNames& fonts) {
  StyleProperties result{read_paragraph_properties(element(node, "pPr")), {}};
  read_run_properties(element(node, "rPr"), theme, fonts, result.run);
  return result;
}

}  // namespace

FullStyle read_style(pugi::xml_node node, Theme const& theme, FontNames& fonts) {
  FullStyle style;
  if (attribute(element(node, "name"), "val") == "Normal Table") return style;  // Word goes by this name, not by what is said there
  style.own = read(node, theme, fonts);
  for (auto const child : node) {
    auto const name = local_name(child.name());
    if (name == "tblPr") {
      style.row_band = band(child, "tblStyleRowBandSize");
      style.column_band = band(child, "tblStyleColBandSize");
    }
    if (name != "tblStylePr") continue;
    auto const part = std::ranges::find(table_part_names, attribute(child, "type"));
    if (part == table_part_names.end()) continue;
    auto const number = static_cast<TablePart>(part - table_part_names.begin());
    if (!style.parts.contains(number)) style.parts.emplace(number, read(child, theme, fonts));
  }
  return style;
}

}  // namespace vanthu::docx
