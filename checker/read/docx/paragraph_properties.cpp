#include "read/docx/paragraph_properties.hpp"

#include <algorithm>

#include "read/docx/values.hpp"

namespace vanthu::docx {
namespace {

// Of two attributes for one length, that in characters or lines goes first unless it is 0 (17.3.1.12, 17.3.1.33).
std::optional<Length> length(std::string_view hundredths, std::string_view in_twips) {
  if (auto const value = integer(hundredths); value && *value != 0) return Length{*value, true};
  if (auto const value = twips(in_twips)) return Length{*value, false};
  return std::nullopt;
}

std::string_view either(pugi::xml_node node, std::string_view name, std::string_view other) {
  auto const value = attribute(node, name);
  return value.empty() ? attribute(node, other) : value;
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

void read_list(pugi::xml_node node, Numbering const& numbering, std::string_view style, ParagraphProperties& properties) {
  if (auto const list = integer(attribute(element(node, "numId"), "val"))) properties.list = list;
  if (auto const level = integer(attribute(element(node, "ilvl"), "val"))) properties.list_level = level;
  if (!style.empty() && properties.list)
    if (auto const linked = numbering.level_of_style(*properties.list, style)) properties.list_level = linked;
  properties.with_list = properties.indents;
  auto const item = list_item(properties, numbering);
  if (!item) return;
  auto const* level = numbering.level(*item);
  if (level) lay_over(properties.with_list, read_indents(element(level->paragraph_properties, "ind")));
}

void read_spacing(pugi::xml_node node, ParagraphProperties& properties) {
  if (auto const before = length(attribute(node, "beforeLines"), attribute(node, "before"))) properties.before = before;
  if (auto const after = length(attribute(node, "afterLines"), attribute(node, "after"))) properties.after = after;
  if (auto const value = attribute(node, "beforeAutospacing"); !value.empty()) properties.before_automatic = on_off(value);
  if (auto const value = attribute(node, "afterAutospacing"); !value.empty()) properties.after_automatic = on_off(value);
  auto const line = twips(attribute(node, "line"));
  if (!line) return;
  auto const rule = attribute(node, "lineRule");
  properties.line = std::abs(*line);
  properties.line_rule = rule == "exact" || *line < 0 ? LineRule::exact : rule == "atLeast" ? LineRule::at_least : LineRule::multiple;
}

bool draws_line(pugi::xml_node border) {
  auto const kind = attribute(border, "val");
  return !kind.empty() && kind != "nil" && kind != "none";
}

Alignment alignment(std::string_view written, bool right_to_left) {
  if (written == "center") return Alignment::center;
  auto const leading = right_to_left ? Alignment::right : Alignment::left;
  auto const trailing = right_to_left ? Alignment::left : Alignment::right;
  if (written.empty() || written == "left" || written == "start" || written == "numTab") return leading;
  if (written == "right" || written == "end") return trailing;
  return Alignment::justify;  // both, distribute and the kinds of other scripts
}

}  // namespace

void lay_over(ParagraphProperties& properties, pugi::xml_node node, Numbering const& numbering, std::string_view style) {
  Indents indents;
  for (auto const child : node) {
    auto const name = local_name(child.name());
    if (name == "jc") {
      properties.alignment = attribute(child, "val");
    } else if (name == "ind") {
      indents = read_indents(child);
    } else if (name == "spacing") {
      read_spacing(child, properties);
    } else if (name == "numPr") {
      read_list(child, numbering, style, properties);
    } else if (name == "contextualSpacing") {
      properties.contextual = on_off(child);
    } else if (name == "bidi") {
      properties.right_to_left = on_off(child);
    } else if (name == "pBdr") {
      if (auto const bottom = element(child, "bottom")) properties.border_below = draws_line(bottom);
    }
  }
  lay_over(properties.indents, indents);
  lay_over(properties.with_list, indents);
}

std::optional<ListItem> list_item(ParagraphProperties const& properties, Numbering const& numbering) {
  if (!properties.list || *properties.list <= 0) return std::nullopt;
  ListItem const item{*properties.list, std::clamp(properties.list_level.value_or(0), 0, 8)};
  return numbering.level(item) ? std::optional(item) : std::nullopt;
}

ParagraphFormat paragraph_format(ParagraphProperties const& properties, bool in_list, std::int32_t character, std::int32_t automatic) {
  auto const of = [](std::optional<Length> const& length, std::int32_t unit) {
    if (!length) return 0;
    return length->hundredths ? static_cast<std::int32_t>(std::int64_t{length->value} * unit / 100) : length->value;
  };
  auto const& indents = in_list ? properties.with_list : properties.indents;
  ParagraphFormat format;
  format.alignment = alignment(properties.alignment, properties.right_to_left);
  format.left = of(indents.left, character);
  format.right = of(indents.right, character);
  format.first_line = of(indents.first_line, character);
  format.before = properties.before_automatic ? automatic : of(properties.before, 240);
  format.after = properties.after_automatic ? automatic : of(properties.after, 240);
  format.line_rule = properties.line_rule;
  format.line = properties.line.value_or(240);
  format.contextual = properties.contextual;
  format.border_below = properties.border_below;
  return format;
}

}  // namespace vanthu::docx
