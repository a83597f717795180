// Codes that the user named, against those that exist.
#pragma once
#include <string>
#include <string_view>

#include "cli/options.hpp"
#include "engine/rule_set.hpp"

namespace vanthu::cli {

// True for a code and for the beginning of one.
bool is_known(RuleSet const& rules, std::string_view given);

// `không có quy tắc "VD108" (có phải là "VD103"?)`.
std::string no_such_rule(RuleSet const& rules, std::string_view given, Language language);

}  // namespace vanthu::cli
