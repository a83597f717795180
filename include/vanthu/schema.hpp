// The names under which rules and JSON see the facts: one table, read by the rule loader (types), the recognizers (which fields
// they may set), `vanthu parse` and the documentation.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "vanthu/document.hpp"
#include "vanthu/facts.hpp"

namespace vanthu {

enum class ValueType : std::uint8_t { boolean, integer, string, date, list };
std::string_view to_string(ValueType type);

struct FieldDef {
  std::string_view name;
  ValueType type;
  std::string_view doc;  // English, one line: shown by the loader's suggestions and in docs
};

// What a rule can look at (`on`). The component kinds come first, in the order and with the numbers of ComponentKind.
enum class NodeKind : std::uint8_t {
  citation = static_cast<int>(ComponentKind::copy_form) + 1,
  date,
  outline,
  reference,
  recipient,
  addressee,
  document,
  anomaly,
  section,    // needs a layout, as does
  paragraph,  // this one
  suppression
};
constexpr std::size_t node_kinds = static_cast<std::size_t>(NodeKind::suppression) + 1;
constexpr NodeKind node_kind(ComponentKind kind) { return static_cast<NodeKind>(kind); }
constexpr bool is_component(NodeKind kind) { return kind < NodeKind::citation; }
// There are nodes of it only where the document has a layout: a rule on it needs one.
constexpr bool is_of_layout(NodeKind kind) { return kind == NodeKind::section || kind == NodeKind::paragraph; }

struct NodeDef {
  std::string_view name;                    // "place-date", "citation"
  std::span<FieldDef const> fields;         // besides `text` (string: what it covers), which every node has
  std::span<std::string_view const> parts;  // places inside it that have a name; for a component its fields are its parts
};

// Every kind of node, indexed by NodeKind.
std::span<NodeDef const> node_defs();
inline NodeDef const& node_def(NodeKind kind) { return node_defs()[static_cast<std::size_t>(kind)]; }

// All that a string field of this kind of node can hold, or a list field's items: the names of an enumeration, the slugs of types, the
// defects of a citation. Empty: anything.
std::vector<std::string_view> field_values(NodeKind kind, std::string_view field);

std::string_view to_string(AnomalyKind kind);
std::string_view to_string(Region region);        // "text-box"
std::string_view to_string(Alignment alignment);  // "center"
std::string_view to_string(Format format);        // "markdown"
std::string_view to_string(Encoding encoding);    // "UTF-8", with a BOM or without

// Fields that a component of this kind can have, besides `text` (string: its text) which every node has.
std::span<FieldDef const> component_fields(ComponentKind kind);

// The name of a field as the static string of the table; asserts that the kind has it.
std::string_view field_name(ComponentKind kind, std::string_view name);

// Names that Citation::defects can hold, with what each means.
std::span<FieldDef const> citation_defects();

}  // namespace vanthu
