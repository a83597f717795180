// Which tables are drawn. One with lines holds data, one without only puts text side by side.
#pragma once
#include <pugixml.hpp>
#include <string>
#include <unordered_set>

namespace vanthu::docx {

// Table styles with borders, by id, each with what it is based on (ECMA-376 Part 1, 17.7.4.3). Chains that never end say nothing.
class RuledStyles {
 public:
  // `styles`: root of the part; may be null.
  explicit RuledStyles(pugi::xml_node styles);

  // The style that a w:tblPr names; the document's default one where it names none.
  bool is_ruled(pugi::xml_node table_properties) const;

 private:
  std::unordered_set<std::string> ruled_;
  std::string default_;
};

// Whether a table (w:tbl) has borders, of its own or by its style.
bool has_borders(pugi::xml_node table, RuledStyles const& styles);

// Whether a cell (w:tc) shows two drawn edges at least: a single one is a line below a header. `table`: whether its table has borders.
bool is_ruled(pugi::xml_node cell, bool table);

}  // namespace vanthu::docx
