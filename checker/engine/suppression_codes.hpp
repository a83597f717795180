// Codes as suppressions give them: codes of rules, beginnings of codes, names of rules.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/evaluate.hpp"
#include "vanthu/suppression.hpp"

namespace vanthu {

// True when `code` is the rule's code, its beginning or the rule's name.
bool names(std::string_view code, std::string_view rule_code, std::string_view rule_name);

// Known, and judged: a rule by its full code or name ran; of a beginning of codes one ran and none was left out by the choice of this run.
// `ran` is Evaluated::ran.
CodeUse use_of(std::string_view code, RuleSet const& rules, std::vector<Ran> const& ran);

// The rule that was perhaps meant by a code that names none; empty when none is near.
std::string nearest_rule(std::string_view code, RuleSet const& rules);

// `today` may be unknown: then nothing is.
bool is_expired(std::optional<Date> until, Date today);

}  // namespace vanthu
