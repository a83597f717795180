// Settings of one document: default, [check], the [[overrides]] that apply, the command line. The last one that says something wins.
#include "config/policy.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "config/codes.hpp"
#include "engine/override.hpp"
#include "engine/pack_file.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

std::vector<std::string> owned(TomlValue const& value) {
  auto const views = strings_of(value);
  return {views.begin(), views.end()};
}

bool names(TomlValue const& list, std::string_view item) {
  auto const all = strings_of(list);
  return std::find(all.begin(), all.end(), item) != all.end();
}

void add_overrides(std::vector<RuleOverride>& out, ConfigFile const& file, std::vector<RuleTable> const& rules) {
  for (auto const& rule : rules) out.push_back({rule.code, rule.table, &file.source});
}

std::vector<RuleOverride> overrides_everywhere(Config const& config) {
  std::vector<RuleOverride> out;
  for (auto const& file : config.files) add_overrides(out, *file, file->top.rules);
  return out;
}

// What the command line selects is not left out by a file: `--select VD103` beats `ignore = ["VD1"]`.
void heed_selection(std::vector<std::string>& ignore, std::vector<std::string> const& selected) {
  std::erase_if(ignore, [&](std::string const& left_out) {
    return std::any_of(selected.begin(), selected.end(), [&](std::string const& code) { return code.starts_with(left_out); });
  });
}

Suppression suppression_of(SourcedTable const& ignore) {
  Suppression out;
  out.origin = SuppressionOrigin::config;
  out.file = ignore.file->source.name;
  out.line = ignore.table->place.line;
  out.column = ignore.table->place.column;
  if (auto const* code = ignore.table->find("code")) out.codes = owned(code->value);
  if (auto const* reason = ignore.table->find("reason")) out.reason = reason->value.string;
  if (auto const* text = ignore.table->find("text")) out.text = text->value.string;
  if (auto const* until = ignore.table->find("until")) out.until = until->value.date;
  return out;
}

Office office_of(Config const& config) {
  auto const text = [&](std::string_view name) {
    auto const found = setting_of(config, ConfigSection::issuer, name);
    return found ? to_nfc(found.setting->value.string) : std::string();
  };
  Office out{text("name"), text("symbol"), text("place"), {}};
  if (auto const units = setting_of(config, ConfigSection::issuer, "units"))
    for (auto const unit : strings_of(units.setting->value)) out.units.push_back(to_nfc(unit));
  return out;
}

}  // namespace

House::House(Config config, CommandLine given) : config_(std::move(config)), given_(std::move(given)) {
  overrides_ = overrides_of(config_);
  ignores_ = ignores_of(config_);
  by_type_ = std::any_of(overrides_.begin(), overrides_.end(), [](auto const& o) { return o.table->find("types") != nullptr; });
  if (config_.errors.empty()) judge();
}

// Each override by itself on top of what holds everywhere.
void House::judge() {
  check_codes(config_, given_.language.value_or(given_.machine_language));
  if (!config_.errors.empty()) return;
  auto const everywhere = overrides_everywhere(config_);
  auto const try_out = [&](std::vector<RuleOverride> const& overrides) {
    auto result = override_rules(config_.rules, overrides, given_.language.value_or(given_.machine_language));
    auto const* errors = std::get_if<std::vector<PackError>>(&result);
    if (errors != nullptr) config_.errors.insert(config_.errors.end(), errors->begin(), errors->end());
    return errors == nullptr;
  };
  if (!everywhere.empty() && !try_out(everywhere)) return;
  for (auto const& [file, table] : overrides_) {
    if (table->rules.empty()) continue;
    auto overrides = everywhere;
    add_overrides(overrides, *file, table->rules);
    try_out(overrides);
  }
}

std::vector<bool> House::by_path(std::string_view path) const {
  std::vector<bool> out(overrides_.size() + ignores_.size(), true);
  if (out.empty()) return out;
  auto const composed = to_nfc(path);
  for (std::size_t i = 0; i < overrides_.size(); ++i)
    if (auto const* paths = overrides_[i].table->find("paths")) out[i] = covers(*overrides_[i].file, paths->value, composed);
  for (std::size_t i = 0; i < ignores_.size(); ++i)
    if (auto const* only = ignores_[i].table->find("path")) out[overrides_.size() + i] = covers(*ignores_[i].file, only->value, composed);
  return out;
}

std::shared_ptr<Policy const> House::policy(std::vector<bool> const& by_path, std::string_view type) const {
  auto applies = by_path;
  if (by_type_)
    for (std::size_t i = 0; i < overrides_.size(); ++i)
      if (auto const* types = overrides_[i].table->find("types")) applies[i] = applies[i] && names(types->value, type);
  std::scoped_lock const lock(mutex_);
  auto const [at, fresh] = policies_.try_emplace(applies);
  if (fresh) at->second = make(applies);
  return at->second;
}

std::optional<RuleSet> House::rules_for(std::vector<bool> const& applies) const {
  std::vector<bool> changing(overrides_.size());
  auto overrides = overrides_everywhere(config_);
  for (std::size_t i = 0; i < overrides_.size(); ++i)
    if (applies[i] && !overrides_[i].table->rules.empty()) {
      changing[i] = true;
      add_overrides(overrides, *overrides_[i].file, overrides_[i].table->rules);
    }
  if (overrides.empty()) return config_.rules;
  auto const [at, fresh] = rules_.try_emplace(changing);
  if (fresh) {
    auto result = override_rules(config_.rules, overrides);
    if (auto* rules = std::get_if<RuleSet>(&result)) at->second = std::move(*rules);
  }
  return at->second;
}

std::shared_ptr<Policy const> House::make(std::vector<bool> const& applies) const {
  auto rules = rules_for(applies);
  if (!rules) return nullptr;
  auto const setting = [&](std::string_view name) -> TomlValue const* {
    for (auto i = overrides_.size(); i-- > 0;)
      if (applies[i])
        if (auto const* found = overrides_[i].table->find(name)) return &found->value;
    auto const found = setting_of(config_, ConfigSection::check, name);
    return found ? &found.setting->value : nullptr;
  };
  CheckOptions options;
  auto fail_on = Severity::error;
  options.language = given_.machine_language;
  options.date = given_.date;
  options.today = given_.today;
  options.registry = given_.registry;
  options.office = office_of(config_);
  if (auto const* lang = setting("lang")) options.language = language_named(lang->string);
  if (auto const* stage = setting("stage")) options.stage = stage_named(stage->string);
  if (auto const* select = setting("select")) options.select = owned(*select);
  if (auto const* ignore = setting("ignore")) options.ignore = owned(*ignore);
  if (auto const* level = setting("fail-on")) fail_on = severity_named(level->string);

  options.language = given_.language.value_or(options.language);
  options.stage = given_.stage.value_or(options.stage);
  if (given_.select) {
    options.select = *given_.select;
    heed_selection(options.ignore, *given_.select);
  }
  options.ignore = given_.ignore.value_or(options.ignore);
  for (std::size_t i = 0; i < ignores_.size(); ++i)
    if (applies[overrides_.size() + i]) options.suppressions.push_back(suppression_of(ignores_[i]));
  return std::make_shared<Policy const>(Policy{std::move(*rules), std::move(options), given_.fail_on.value_or(fail_on)});
}

}  // namespace vanthu
