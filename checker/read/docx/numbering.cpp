#include "read/docx/numbering.hpp"

#include <algorithm>
#include <unordered_map>

#include "read/docx/numeral.hpp"
#include "read/docx/symbols.hpp"
#include "read/docx/values.hpp"
#include "text/unicode.hpp"

namespace vanthu::docx {
namespace {

// A label longer than this is no work of Word, and would be repeated before each item.
constexpr std::size_t longest_text = 255;
constexpr int longest_chain_of_links = 8;

struct List {
  std::array<Level, 9> levels{};
  std::uint16_t defined = 0;  // a bit for each level
  std::uint32_t family = 0;
};

pugi::xml_node number_format(pugi::xml_node level) {
  if (auto const node = element(level, "numFmt")) return node;
  auto const alternatives = element(level, "AlternateContent");
  if (auto const node = element(element(alternatives, "Choice"), "numFmt")) return node;
  return element(element(alternatives, "Fallback"), "numFmt");
}

Level read_level(pugi::xml_node node) {
  Level level;
  for (auto const child : node) {
    auto const name = local_name(child.name());
    auto const value = attribute(child, "val");
    if (name == "start") level.start = integer(value).value_or(0);
    if (name == "lvlText") level.text = value.substr(0, longest_text);
    if (name == "suff") level.suffix = value == "space" ? Suffix::space : value == "nothing" ? Suffix::nothing : Suffix::tab;
    if (name == "lvlRestart") level.restart = integer(value);
    if (name == "isLgl") level.legal = on_off(child);
    if (name == "pStyle") level.style = value;
    if (name == "pPr") level.paragraph_properties = child;
    if (name == "rPr") level.run_properties = child;
  }
  auto const format = number_format(node);
  level.number_format = attribute(format, "val");
  if (level.number_format == "custom") level.number_format = attribute(format, "format");
  return level;
}

void read_levels(pugi::xml_node parent, List& list) {
  for (auto const node : parent) {
    auto const overriding = local_name(node.name()) == "lvlOverride";
    if (!overriding && local_name(node.name()) != "lvl") continue;
    auto const index = integer(attribute(node, "ilvl"));
    if (!index || *index < 0 || *index > 8) continue;
    auto& level = list.levels[static_cast<std::size_t>(*index)];
    auto const own = overriding ? element(node, "lvl") : node;
    if (own) {
      level = read_level(own);
      list.defined = static_cast<std::uint16_t>(list.defined | 1U << *index);
    }
    if (!overriding) continue;
    if (auto const start = integer(attribute(element(node, "startOverride"), "val"))) {
      level.start = *start;
      level.starts_over = true;
    }
  }
}

std::string_view label_font(Level const& level) {
  auto const fonts = element(level.run_properties, "rFonts");
  auto const font = attribute(fonts, "hAnsi");
  return font.empty() ? attribute(fonts, "ascii") : font;
}

}  // namespace

struct Numbering::State {
  std::unordered_map<std::string_view, pugi::xml_node> families;  // w:abstractNum by its id
  std::unordered_map<std::int32_t, pugi::xml_node> lists;         // w:num by its id
  std::unordered_map<std::string_view, std::string_view> styles;  // numbering style → w:numId
  std::unordered_map<std::string_view, std::uint32_t> family_numbers;
  std::unordered_map<std::int32_t, std::unique_ptr<List>> read;

  // The abstractNum that has the levels: lists of a numbering style name another one (17.9.21).
  pugi::xml_node family_with_levels(std::string_view id) const {
    for (auto hops = 0; hops < longest_chain_of_links; ++hops) {
      auto const family = families.find(id);
      if (family == families.end()) return {};
      auto const link = attribute(element(family->second, "numStyleLink"), "val");
      if (link.empty()) return family->second;
      auto const style = styles.find(link);
      auto const number = style == styles.end() ? std::nullopt : integer(style->second);
      auto const list = number ? lists.find(*number) : lists.end();
      if (list == lists.end()) return family->second;
      id = attribute(element(list->second, "abstractNumId"), "val");
    }
    return {};
  }

  List const* list(std::int32_t number) {
    auto const known = read.find(number);
    if (known != read.end()) return known->second.get();
    auto& result = read[number];
    auto const found = lists.find(number);
    if (found == lists.end()) return nullptr;
    auto const id = attribute(element(found->second, "abstractNumId"), "val");
    auto const family = family_with_levels(id);
    if (!family) return nullptr;
    result = std::make_unique<List>();
    result->family = family_numbers.try_emplace(id, static_cast<std::uint32_t>(family_numbers.size())).first->second;
    read_levels(family, *result);
    read_levels(found->second, *result);
    return result.get();
  }
};

Numbering::Numbering(pugi::xml_node numbering, pugi::xml_node styles) : state_(std::make_unique<State>()) {
  auto links = false;
  for (auto const node : numbering) {
    auto const name = local_name(node.name());
    if (name == "abstractNum") {
      state_->families.try_emplace(attribute(node, "abstractNumId"), node);
      links = links || element(node, "numStyleLink");
    } else if (name == "num") {
      if (auto const id = integer(attribute(node, "numId"))) state_->lists.try_emplace(*id, node);
    }
  }
  if (!links) return;
  for (auto const node : styles)
    if (local_name(node.name()) == "style" && attribute(node, "type") == "numbering")
      state_->styles.try_emplace(attribute(node, "styleId"), attribute(element(element(element(node, "pPr"), "numPr"), "numId"), "val"));
}

Numbering::~Numbering() = default;

Level const* Numbering::level(ListItem item) const {
  auto const* list = item.level < 0 || item.level > 8 ? nullptr : state_->list(item.list);
  if (!list || !(list->defined >> item.level & 1U)) return nullptr;
  return &list->levels[static_cast<std::size_t>(item.level)];
}

std::optional<std::int32_t> Numbering::level_of_style(std::int32_t list, std::string_view style) const {
  auto const* found = style.empty() ? nullptr : state_->list(list);
  if (!found) return std::nullopt;
  auto const level = std::ranges::find(found->levels, style, &Level::style);
  if (level == found->levels.end()) return std::nullopt;
  return static_cast<std::int32_t>(level - found->levels.begin());
}

std::optional<std::uint32_t> Numbering::family(std::int32_t list) const {
  auto const* found = state_->list(list);
  return found ? std::optional(found->family) : std::nullopt;
}

namespace {

// The text of a level with the numbers of the levels it names.
std::string label_text(Numbering const& numbering, ListItem item, Level const& level, std::array<std::int32_t, 9> const& values) {
  auto const bullet = level.number_format == "bullet";
  auto const font = bullet ? label_font(level) : std::string_view{};
  std::string shown;
  for (std::size_t at = 0; at < level.text.size();) {
    auto const digit = level.text[at] == '%' && at + 1 < level.text.size() ? level.text[at + 1] : '\0';
    if (bullet || digit < '1' || digit > '9') {
      auto const character = next_code_point(level.text, at);
      append_utf8(shown, bullet ? symbol(font, character) : character);
      continue;
    }
    at += 2;
    auto const named = digit - '1';
    if (named > item.level) continue;
    auto const* other = numbering.level({item.list, named});
    auto const format = !other || (level.legal && other->number_format != "none") ? "decimal" : other->number_format;
    shown += numeral(values[static_cast<std::size_t>(named)], format);
  }
  return shown;
}

}  // namespace

Label ListCounters::next(ListItem item) {
  auto const* level = numbering_->level(item);
  if (!level) return {};
  auto& family = families_[*numbering_->family(item.list)];
  auto const at = static_cast<std::size_t>(item.level);
  auto& started_over = started_over_[item.list];
  auto const start_over = level->starts_over && !(started_over >> at & 1U);
  family.value[at] = !family.running[at] || start_over ? level->start : std::min(family.value[at] + 1, 32767);
  family.running[at] = true;
  started_over |= 1U << at;
  for (std::int32_t deeper = item.level + 1; deeper < 9; ++deeper) {
    auto const* other = numbering_->level({item.list, deeper});
    if (!other || !other->restart || item.level < *other->restart) family.running[static_cast<std::size_t>(deeper)] = false;
  }
  auto values = family.value;
  for (std::int32_t above = 0; above < item.level; ++above) {
    auto const* other = numbering_->level({item.list, above});
    if (other && !family.running[static_cast<std::size_t>(above)]) values[static_cast<std::size_t>(above)] = other->start;
  }
  return {label_text(*numbering_, item, *level, values), level->suffix};
}

}  // namespace vanthu::docx
