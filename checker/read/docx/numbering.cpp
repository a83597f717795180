#include "read/docx/numbering.hpp"

#include <algorithm>
#include <unordered_map>

#include "read/docx/values.hpp"

namespace vanthu::docx {
namespace {

// A label longer than this is no work of Word, and would be repeated before each item.
constexpr std::size_t longest_text = 255;
constexpr int longest_chain_of_links = 8;

struct Levels {
  std::array<Level, 9> level{};
  std::uint16_t defined = 0;  // a bit for each
};

struct List {
  std::shared_ptr<Levels const> levels;  // shared by the lists of a family that override nothing
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
    if (name == "pPr") level.indents = read_indents(element(child, "ind"));
    if (name == "rPr") level.run_properties = child;
  }
  auto const fonts = element(level.run_properties, "rFonts");
  level.font = attribute(fonts, "hAnsi");
  if (level.font.empty()) level.font = attribute(fonts, "ascii");
  auto const format = number_format(node);
  level.number_format = attribute(format, "val");
  if (level.number_format == "custom") level.number_format = attribute(format, "format");
  return level;
}

// The w:lvl and w:lvlOverride in `parent`, over what `levels` has.
void read_levels(pugi::xml_node parent, Levels& levels) {
  for (auto const node : parent) {
    auto const overriding = local_name(node.name()) == "lvlOverride";
    if (!overriding && local_name(node.name()) != "lvl") continue;
    auto const index = integer(attribute(node, "ilvl"));
    if (!index || *index < 0 || *index > 8) continue;
    auto& level = levels.level[static_cast<std::size_t>(*index)];
    auto const own = overriding ? element(node, "lvl") : node;
    if (own) {
      level = read_level(own);
      levels.defined = static_cast<std::uint16_t>(levels.defined | 1U << *index);
    }
    if (!overriding) continue;
    if (auto const start = integer(attribute(element(node, "startOverride"), "val"))) {
      level.start = *start;
      level.starts_over = true;
    }
  }
}

}  // namespace

struct Numbering::State {
  // A w:abstractNum or w:num and the id that it leads on to: the style of a w:numStyleLink, the w:abstractNum of a list.
  struct Definition {
    pugi::xml_node node;
    std::string_view next;
  };
  std::unordered_map<std::string_view, Definition> families;
  std::unordered_map<std::int32_t, Definition> lists;
  std::unordered_map<std::string_view, std::string_view> styles;  // numbering style → w:numId
  std::unordered_map<std::string_view, std::uint32_t> family_numbers;
  std::unordered_map<void const*, std::shared_ptr<Levels const>> levels;  // of a w:abstractNum
  std::unordered_map<std::int32_t, List> read;

  // The abstractNum that has the levels: lists of a numbering style name another one (17.9.21).
  pugi::xml_node family_with_levels(std::string_view id) const {
    for (auto hops = 0; hops < longest_chain_of_links; ++hops) {
      auto const family = families.find(id);
      if (family == families.end()) return {};
      if (family->second.next.empty()) return family->second.node;
      auto const style = styles.find(family->second.next);
      auto const number = style == styles.end() ? std::nullopt : integer(style->second);
      auto const list = number ? lists.find(*number) : lists.end();
      if (list == lists.end()) return family->second.node;
      id = list->second.next;
    }
    return {};
  }

  std::shared_ptr<Levels const> levels_of(pugi::xml_node family) {
    auto& known = levels[family.internal_object()];
    if (known) return known;
    auto const result = std::make_shared<Levels>();
    read_levels(family, *result);
    return known = result;
  }

  List const* list(std::int32_t number) {
    auto const [known, added] = read.try_emplace(number);
    auto& list = known->second;
    if (!added) return list.levels ? &list : nullptr;
    auto const found = lists.find(number);
    if (found == lists.end()) return nullptr;
    auto const& [node, id] = found->second;
    auto const family = family_with_levels(id);
    if (!family) return nullptr;
    list.family = family_numbers.try_emplace(id, static_cast<std::uint32_t>(family_numbers.size())).first->second;
    list.levels = levels_of(family);
    if (element(node, "lvlOverride")) {
      auto const own = std::make_shared<Levels>(*list.levels);
      read_levels(node, *own);
      list.levels = own;
    }
    return &list;
  }
};

Numbering::Numbering(pugi::xml_node numbering, pugi::xml_node styles) : state_(std::make_unique<State>()) {
  auto links = false;
  for (auto const node : numbering) {
    auto const name = local_name(node.name());
    if (name == "abstractNum") {
      auto const link = attribute(element(node, "numStyleLink"), "val");
      state_->families.try_emplace(attribute(node, "abstractNumId"), State::Definition{node, link});
      links = links || !link.empty();
    } else if (name == "num") {
      if (auto const id = integer(attribute(node, "numId")))
        state_->lists.try_emplace(*id, State::Definition{node, attribute(element(node, "abstractNumId"), "val")});
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
  if (!list || !(list->levels->defined >> item.level & 1U)) return nullptr;
  return &list->levels->level[static_cast<std::size_t>(item.level)];
}

std::optional<std::int32_t> Numbering::level_of_style(std::int32_t list, std::string_view style) const {
  auto const* found = style.empty() ? nullptr : state_->list(list);
  if (!found) return std::nullopt;
  auto const& levels = found->levels->level;
  auto const level = std::ranges::find(levels, style, &Level::style);
  if (level == levels.end()) return std::nullopt;
  return static_cast<std::int32_t>(level - levels.begin());
}

std::optional<std::uint32_t> Numbering::family(std::int32_t list) const {
  auto const* found = state_->list(list);
  return found ? std::optional(found->family) : std::nullopt;
}

}  // namespace vanthu::docx
