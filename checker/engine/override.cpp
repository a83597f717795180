// Changes of rules: each finds its rule and is loaded on top of it.
#include "engine/override.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engine/blob.hpp"
#include "engine/load_rule.hpp"
#include "engine/suggest.hpp"

namespace vanthu {
namespace {

void report_unknown(PackFile& file, TomlKey const& code, RuleData const& data) {
  std::vector<std::string_view> codes;
  for (auto const& rule : data.rules) {
    codes.push_back(rule.code);
    if (rule.name == code.name)
      return file.report(code, fmt::format("a rule is named by its code here, and \"{}\" is the name of one", code.name),
                         fmt::format("write {}", rule.code));
  }
  file.report(code, fmt::format("there is no rule {} to change", code.name), suggestion(code.name, codes));
}

}  // namespace

void override_rule(PackFile& file, TomlKey const& code, TomlValue const& table, RuleBuilder& builder) {
  auto& rules = builder.data.rules;
  auto const rule = std::find_if(rules.begin(), rules.end(), [&](Rule const& r) { return r.code == code.name; });
  if (rule == rules.end()) return report_unknown(file, code, builder.data);
  if (!file.is(table, TomlKind::table, code.name)) return;
  *rule = change_rule(file, code, table, *rule, builder);
}

std::variant<RuleSet, std::vector<PackError>> override_rules(RuleSet const& base, std::vector<RuleOverride> const& overrides) {
  std::vector<PackError> errors;
  RuleBuilder builder(base.data());
  std::map<PackSource const*, PackFile> files;
  for (auto const& change : overrides) {
    auto& file = files.try_emplace(change.source, *change.source, errors).first->second;
    override_rule(file, change.code, change.table, builder);
  }
  if (!errors.empty()) return errors;
  return RuleSet::from_bytes(to_bytes(builder.data));
}

}  // namespace vanthu
