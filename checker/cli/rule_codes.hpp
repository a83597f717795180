// Codes that the user named, against those that exist.
#pragma once
#include <string>
#include <string_view>

#include "cli/options.hpp"
#include "engine/rule_set.hpp"

namespace vanthu::cli {

// What to say about the first entry of --select or --ignore that is no code and no beginning of one; empty when all are.
std::string unknown_code(RuleSet const& rules, Options const& options);

// `không có quy tắc "VD108" (có phải là "VD103"?)`.
std::string no_such_rule(RuleSet const& rules, std::string_view given, Language language);

}  // namespace vanthu::cli
