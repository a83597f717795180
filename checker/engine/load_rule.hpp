// One rule of a pack: its TOML table, checked in every part, as a Rule.
#pragma once
#include <optional>

#include "engine/pack_file.hpp"

namespace vanthu {

// Reports what is wrong in `[pack.defaults]`, whose keys stand for the same key of each rule.
void check_defaults(PackFile& file, TomlValue const& table);

// `defaults` may be null. Always gives a rule; when problems were reported it is not to be used.
Rule load_rule(PackFile& file, TomlKey const& code, TomlValue const& table, TomlValue const* defaults, RuleBuilder& builder);

// `base` with the keys of `table` in the place of its own; those that make it what it is (code, name, form) cannot be changed. The same
// errors as of load_rule(), and one where a mandatory clause is set aside without a reason.
Rule change_rule(PackFile& file, TomlKey const& code, TomlValue const& table, Rule const& base, RuleBuilder& builder);

// Name of a pack, rule, list: lower-case words joined by hyphens.
bool is_kebab_case(std::string_view name);
// "VD103": two capitals, three digits.
bool is_code(std::string_view name);

// A table with exactly `vi` and `en`, both strings that are not empty. Nothing when that is not so, which is then reported.
std::optional<Localized<TomlValue const*>> both_languages(PackFile& file, TomlValue const& value, std::string_view what);

// Likewise where one of them is enough; null: not there, or no string, which is then reported.
Localized<TomlValue const*> any_language(PackFile& file, TomlValue const& value, std::string_view what);

}  // namespace vanthu
