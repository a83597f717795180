#include "read/docx/styles.hpp"

#include <algorithm>

#include "read/docx/values.hpp"

namespace vanthu::docx {
namespace {

// Deeper chains than this are no work of Word, which stops at 11.
constexpr std::size_t deepest_chain = 32;

StyleType type_of(std::string_view name) {
  if (name == "character") return StyleType::character;
  if (name == "table") return StyleType::table;
  if (name == "numbering") return StyleType::numbering;
  return StyleType::paragraph;
}

}  // namespace

Styles::Styles(pugi::xml_node styles) {
  for (auto const node : styles) {
    auto const name = local_name(node.name());
    if (name == "docDefaults") {
      paragraph_defaults_ = element(element(node, "pPrDefault"), "pPr");
      run_defaults_ = element(element(node, "rPrDefault"), "rPr");
    }
    if (name != "style") continue;
    Style style{attribute(node, "styleId"), type_of(attribute(node, "type")), node, attribute(element(node, "basedOn"), "val")};
    auto const index = static_cast<std::uint32_t>(styles_.size());
    auto const is_default = attribute(node, "default");
    if (!is_default.empty() && on_off(is_default)) defaults_[static_cast<std::size_t>(style.type)] = index;
    by_id_.try_emplace(style.id, index);
    styles_.push_back(style);
  }
}

std::optional<std::uint32_t> Styles::named(std::string_view id, StyleType type) const {
  auto const found = by_id_.find(id);
  if (id.empty() || found == by_id_.end() || styles_[found->second].type != type) return std::nullopt;
  return found->second;
}

std::optional<std::uint32_t> Styles::find(std::string_view id, StyleType type) const {
  auto const found = named(id, type);
  return found ? found : defaults_[static_cast<std::size_t>(type)];
}

std::vector<std::uint32_t> Styles::chain(std::uint32_t style) const {
  std::vector<std::uint32_t> result;
  for (std::optional<std::uint32_t> next = style; next && result.size() < deepest_chain;) {
    if (std::ranges::find(result, *next) != result.end()) break;
    result.push_back(*next);
    auto const& at = styles_[*next];
    next = named(at.base, at.type);
  }
  std::ranges::reverse(result);
  return result;
}

}  // namespace vanthu::docx
