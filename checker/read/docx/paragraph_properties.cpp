#include "read/docx/paragraph_properties.hpp"

#include <algorithm>
#include <cstdlib>

#include "read/docx/values.hpp"

namespace vanthu::docx {
namespace {

std::optional<bool> said_on_off(std::string_view value) { return value.empty() ? std::nullopt : std::optional(on_off(value)); }

void read_spacing(pugi::xml_node node, ParagraphProperties& properties) {
  properties.before = length(attribute(node, "beforeLines"), attribute(node, "before"));
  properties.after = length(attribute(node, "afterLines"), attribute(node, "after"));
  properties.before_automatic = said_on_off(attribute(node, "beforeAutospacing"));
  properties.after_automatic = said_on_off(attribute(node, "afterAutospacing"));
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

bool draws_box(pugi::xml_node borders) {
  auto const side = [&](std::string_view name, std::string_view other) {
    auto const there = element(borders, name);
    return draws_line(there ? there : element(borders, other));
  };
  return side("top", {}) && side("bottom", {}) && side("left", "start") && side("right", "end");
}

Alignment alignment(std::string_view written, bool right_to_left) {
  if (written == "center") return Alignment::center;
  auto const leading = right_to_left ? Alignment::right : Alignment::left;
  auto const trailing = right_to_left ? Alignment::left : Alignment::right;
  if (written.empty() || written == "left" || written == "start" || written == "numTab") return leading;
  if (written == "right" || written == "end") return trailing;
  return Alignment::justify;  // both, distribute and the kinds of other scripts
}

template <typename Value>
void take(std::optional<Value>& lower, std::optional<Value> const& upper) {
  if (upper) lower = upper;
}

}  // namespace

ParagraphProperties read_paragraph_properties(pugi::xml_node node) {
  ParagraphProperties properties;
  for (auto const child : node) {
    auto const name = local_name(child.name());
    if (name == "jc") {
      properties.alignment = attribute(child, "val");
    } else if (name == "ind") {
      properties.indents = read_indents(child);
    } else if (name == "spacing") {
      read_spacing(child, properties);
    } else if (name == "numPr") {
      properties.names_list = true;
      properties.list = integer(attribute(element(child, "numId"), "val"));
      properties.level = integer(attribute(element(child, "ilvl"), "val"));
    } else if (name == "contextualSpacing") {
      properties.contextual = on_off(child);
    } else if (name == "snapToGrid") {
      properties.on_grid = on_off(child);
    } else if (name == "bidi") {
      properties.right_to_left = on_off(child);
    } else if (name == "pBdr") {
      if (auto const bottom = element(child, "bottom")) properties.border_below = draws_line(bottom);
      properties.boxed = draws_box(child);
    }
  }
  return properties;
}

void lay_over(ParagraphLevels& lower, ParagraphProperties const& upper, Numbering const& numbering, std::string_view style) {
  auto& said = lower.said;
  if (upper.names_list) {
    take(said.list, upper.list);
    take(said.level, upper.level);
    if (!style.empty() && said.list)
      if (auto const linked = numbering.level_of_style(*said.list, style)) said.level = linked;
    lower.with_list = said.indents;
    if (auto const item = list_item(said, numbering)) lay_over(lower.with_list, numbering.level(*item)->indents);
  }
  lay_over(said.indents, upper.indents);
  lay_over(lower.with_list, upper.indents);
  take(said.alignment, upper.alignment);
  take(said.right_to_left, upper.right_to_left);
  take(said.before, upper.before);
  take(said.after, upper.after);
  take(said.before_automatic, upper.before_automatic);
  take(said.after_automatic, upper.after_automatic);
  take(said.contextual, upper.contextual);
  take(said.border_below, upper.border_below);
  take(said.boxed, upper.boxed);
  take(said.on_grid, upper.on_grid);
  if (!upper.line) return;
  said.line = upper.line;
  said.line_rule = upper.line_rule;
}

std::optional<ListItem> list_item(ParagraphProperties const& properties, Numbering const& numbering) {
  if (!properties.list || *properties.list <= 0) return std::nullopt;
  ListItem const item{*properties.list, std::clamp(properties.level.value_or(0), 0, 8)};
  return numbering.level(item) ? std::optional(item) : std::nullopt;
}

ParagraphFormat paragraph_format(ParagraphLevels const& levels, bool in_list, std::int32_t character, std::int32_t automatic) {
  auto const of = [](std::optional<Length> const& length, std::int32_t unit) {
    if (!length) return 0;
    return length->hundredths ? static_cast<std::int32_t>(std::int64_t{length->value} * unit / 100) : length->value;
  };
  auto const& said = levels.said;
  auto const& indents = in_list ? levels.with_list : said.indents;
  ParagraphFormat format;
  format.alignment = alignment(said.alignment.value_or(""), said.right_to_left.value_or(false));
  format.left = of(indents.left, character);
  format.right = of(indents.right, character);
  format.first_line = of(indents.first_line, character);
  format.before = said.before_automatic.value_or(false) ? automatic : of(said.before, 240);
  format.after = said.after_automatic.value_or(false) ? automatic : of(said.after, 240);
  format.line_rule = said.line_rule;
  format.line = said.line.value_or(240);
  format.contextual = said.contextual.value_or(false);
  format.border_below = said.border_below.value_or(false);
  format.boxed = said.boxed.value_or(false);
  format.on_grid = said.on_grid.value_or(true);
  return format;
}

}  // namespace vanthu::docx
