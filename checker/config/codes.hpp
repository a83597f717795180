// Codes that a configuration names, against the rules that exist.
#pragma once
#include "config/config.hpp"

namespace vanthu {

// Adds to `config.errors` an entry for each code in select, ignore, [rules] and [[ignore]] that is no code and no beginning of one (in
// [rules]: no code; in [[ignore]]: no name of a rule either). Words in `language`.
void check_codes(Config& config, Language language);

// `có phải là "VD103"?`: the code or name nearest to one that does not exist; may be empty.
std::string nearest_rule(RuleSet const& rules, std::string_view given, ConfigWords words);

}  // namespace vanthu
