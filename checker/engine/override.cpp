// Changes of rules: each finds its rule and is loaded on top of it.
#include "engine/override.hpp"

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
      return file.report(code,
                         file.say()("ở đây quy tắc gọi bằng mã; \"{}\" là tên",
                                    "a rule is named by its code here, and \"{}\" is the name of one", code.name),
                         file.say()("viết {}", "write {}", rule.code));
  }
  auto hint = suggestion(code.name, codes, file.say().language);
  if (code.name.starts_with("CH")) hint = file.say()("quy tắc mới viết ở [{}]", "a new rule stands in [{}]", code.name);
  file.report(code, file.say()("không có quy tắc {} để thay đổi", "there is no rule {} to change", code.name), std::move(hint));
}

}  // namespace

void override_rule(PackFile& file, TomlKey const& code, TomlValue const& table, RuleBuilder& builder) {
  auto& rules = builder.data.rules;
  auto const rule = std::find_if(rules.begin(), rules.end(), [&](Rule const& r) { return r.code == code.name; });
  if (rule == rules.end()) return report_unknown(file, code, builder.data);
  if (!file.is(table, TomlKind::table, code.name)) return;
  *rule = change_rule(file, code, table, *rule, builder);
}

std::variant<RuleSet, std::vector<PackError>> override_rules(RuleSet const& base, std::vector<RuleOverride> const& overrides,
                                                             Language language) {
  std::vector<PackError> errors;
  RuleBuilder builder(base.data());
  std::map<PackSource const*, PackFile> files;
  for (auto const& change : overrides) {
    auto& file = files.try_emplace(change.source, *change.source, errors, language).first->second;
    override_rule(file, change.code, change.table, builder);
  }
  if (!errors.empty()) return errors;
  return RuleSet::from_bytes(to_bytes(builder.data));
}

}  // namespace vanthu
