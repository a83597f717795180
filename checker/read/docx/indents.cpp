#include "read/docx/indents.hpp"

#include "read/docx/values.hpp"

namespace vanthu::docx {
namespace {

std::string_view either(pugi::xml_node node, std::string_view name, std::string_view other) {
  auto const value = attribute(node, name);
  return value.empty() ? attribute(node, other) : value;
}

}  // namespace

std::optional<Length> length(std::string_view hundredths, std::string_view twips_value) {
  if (auto const value = integer(hundredths); value && *value != 0) return Length{*value, true};
  if (auto const value = twips(twips_value)) return Length{*value, false};
  return std::nullopt;
}

Indents read_indents(pugi::xml_node node) {
  Indents result;
  if (!node) return result;
  result.left = length(either(node, "startChars", "leftChars"), either(node, "start", "left"));
  result.right = length(either(node, "endChars", "rightChars"), either(node, "end", "right"));
  result.first_line = length(attribute(node, "firstLineChars"), attribute(node, "firstLine"));
  if (auto hanging = length(attribute(node, "hangingChars"), attribute(node, "hanging"))) {
    hanging->value = -hanging->value;
    result.first_line = hanging;
  }
  return result;
}

void lay_over(Indents& lower, Indents const& upper) {
  if (upper.left) lower.left = upper.left;
  if (upper.right) lower.right = upper.right;
  if (upper.first_line) lower.first_line = upper.first_line;
}

}  // namespace vanthu::docx
