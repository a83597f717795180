// Rules changed by those who use them: `[rules.CODE]` of vanthu.toml and of packs, with any field of the rule but its code, name and form.
#pragma once
#include <variant>
#include <vector>

#include "engine/load.hpp"
#include "engine/pack_file.hpp"
#include "engine/toml.hpp"

namespace vanthu {

struct RuleOverride {
  TomlKey code;                        // as written: "VD103", and where
  TomlValue table;                     // what stands in [rules.VD103]
  PackSource const* source = nullptr;  // the file in which it stands, for errors; must outlive the call
};

// `base` with the overrides made one after the other; the last one of a field wins. Each is type-checked in the context of its rule, as the
// loader of packs does it: errors have places in the override's own file. They are in `language` and in the order of the overrides; there
// is at least one.
//   * A partial `message` (only vi) keeps the other language where both still have the same placeholders, else that is an error.
//   * `options` and `fix` change only the keys that they name. `add_phrases`, `remove_phrases` beside `phrases`.
//   * Where what the rule finds may differ (when, expect, phrases, options, types …), its examples are dropped unless new ones are given.
//   * `reason` is required where a rule with a mandatory clause gets a lower severity or is switched off.
std::variant<RuleSet, std::vector<PackError>> override_rules(RuleSet const& base, std::vector<RuleOverride> const& overrides,
                                                             Language language = Language::en);

// The same on rules that are being loaded; problems go to `file`.
void override_rule(PackFile& file, TomlKey const& code, TomlValue const& table, RuleBuilder& builder);

}  // namespace vanthu
