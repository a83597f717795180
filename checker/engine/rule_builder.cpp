// What rules share, stored once.
#include "engine/rule_builder.hpp"

namespace vanthu {

RuleBuilder::RuleBuilder(RuleData base) : data(std::move(base)) {
  for (std::uint32_t i = 0; i < data.strings.size(); ++i) strings_.emplace(data.strings[i], i);
  for (std::uint32_t i = 0; i < data.patterns.size(); ++i) patterns_.emplace(data.patterns[i], i);
}

std::string_view RuleBuilder::keep(std::string text) { return kept_.emplace_back(std::move(text)); }

ExprIndex RuleBuilder::add(Expr expr) {
  data.expressions.push_back(expr);
  return static_cast<ExprIndex>(data.expressions.size() - 1);
}

std::uint32_t RuleBuilder::string(std::string_view text) {
  if (auto const found = strings_.find(text); found != strings_.end()) return found->second;
  data.strings.push_back(keep(std::string(text)));
  auto const index = static_cast<std::uint32_t>(data.strings.size() - 1);
  strings_.emplace(data.strings.back(), index);
  return index;
}

std::uint32_t RuleBuilder::pattern(std::string_view text) {
  if (auto const found = patterns_.find(text); found != patterns_.end()) return found->second;
  data.patterns.push_back(keep(std::string(text)));
  auto const index = static_cast<std::uint32_t>(data.patterns.size() - 1);
  patterns_.emplace(data.patterns.back(), index);
  return index;
}

std::uint32_t RuleBuilder::list(std::vector<std::string_view> items) {
  data.lists.push_back({{}, {}, std::move(items)});
  return static_cast<std::uint32_t>(data.lists.size() - 1);
}

}  // namespace vanthu
