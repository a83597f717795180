#include "read/docx/ruled_tables.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vanthu::docx {
namespace {

struct Style {
  std::string based_on;
  std::optional<bool> ruled;
  bool seen = false;
};

bool is_drawn(pugi::xml_node border) {
  std::string_view const kind = border.attribute("w:val").value();
  return !kind.empty() && kind != "nil" && kind != "none";
}

// Whether any border is drawn; nothing where none is named.
std::optional<bool> any_drawn(pugi::xml_node borders) {
  if (!borders) return std::nullopt;
  auto const edges = borders.children();
  return std::any_of(edges.begin(), edges.end(), is_drawn);
}

// An edge of a cell: as the cell says, else as the table does.
bool edge_drawn(pugi::xml_node borders, char const* edge, char const* other_name, bool table) {
  auto own = borders.child(edge);
  if (!own) own = borders.child(other_name);
  return own ? is_drawn(own) : table;
}

}  // namespace

RuledStyles::RuledStyles(pugi::xml_node styles) {
  std::unordered_map<std::string, Style> all;
  for (auto const style : styles.children("w:style")) {
    if (std::string_view(style.attribute("w:type").value()) != "table") continue;
    std::string const id = style.attribute("w:styleId").value();
    if (style.attribute("w:default").as_bool()) default_ = id;
    all.try_emplace(
        id, Style{style.child("w:basedOn").attribute("w:val").value(), any_drawn(style.child("w:tblPr").child("w:tblBorders")), false});
  }
  // The nearest style on the way to the root that says something decides; what it decides is kept for all on the way.
  std::vector<Style*> way;
  for (auto& [id, style] : all) {
    way.clear();
    auto* at = &style;
    while (at != nullptr && !at->ruled && !at->seen) {
      at->seen = true;
      way.push_back(at);
      auto const next = all.find(at->based_on);
      at = next == all.end() ? nullptr : &next->second;
    }
    auto const ruled = at != nullptr && at->ruled.value_or(false);
    for (auto* one : way) one->ruled = ruled;
    if (*style.ruled) ruled_.insert(id);
  }
}

bool RuledStyles::is_ruled(pugi::xml_node table_properties) const {
  auto const style = table_properties.child("w:tblStyle").attribute("w:val");
  return ruled_.contains(style ? std::string(style.value()) : default_);
}

bool has_borders(pugi::xml_node table, RuledStyles const& styles) {
  auto const properties = table.child("w:tblPr");
  return any_drawn(properties.child("w:tblBorders")).value_or(styles.is_ruled(properties));
}

bool is_ruled(pugi::xml_node cell, bool table) {
  auto const borders = cell.child("w:tcPr").child("w:tcBorders");
  return edge_drawn(borders, "w:top", "w:top", table) + edge_drawn(borders, "w:bottom", "w:bottom", table) +
             edge_drawn(borders, "w:left", "w:start", table) + edge_drawn(borders, "w:right", "w:end", table) >=
         2;
}

}  // namespace vanthu::docx
