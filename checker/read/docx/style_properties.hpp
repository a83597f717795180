// What a style says by itself, read once.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <pugixml.hpp>

#include "read/docx/paragraph_properties.hpp"
#include "read/docx/run_properties.hpp"
#include "read/docx/table_style.hpp"

namespace vanthu::docx {

struct StyleProperties {
  ParagraphProperties paragraph;
  RunProperties run;
};

struct FullStyle {
  StyleProperties own;
  std::map<TablePart, StyleProperties> parts;          // w:tblStylePr of a table style
  std::optional<std::uint32_t> row_band, column_band;  // rows and columns of a band, at least 1
};

// `node`: w:style.
FullStyle read_style(pugi::xml_node node, Theme const& theme, FontNames& fonts);

}  // namespace vanthu::docx
