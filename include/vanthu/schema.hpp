// The names under which rules and JSON see the facts: one table, read by the rule loader (types), the recognizers (which fields
// they may set), `vanthu parse` and the documentation.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

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

// Fields that a component of this kind can have, besides `text` (string: its text) which every node has.
std::span<FieldDef const> component_fields(ComponentKind kind);

// The name of a field as the static string of the table; asserts that the kind has it.
std::string_view field_name(ComponentKind kind, std::string_view name);

// Names that Citation::defects can hold, with what each means.
std::span<FieldDef const> citation_defects();

}  // namespace vanthu
