// The rules in force: packs that ship, and those of files that the user named.
#pragma once
#include <string>
#include <variant>
#include <vector>

#include "engine/rule_set.hpp"
#include "vanthu/diagnostic.hpp"

namespace vanthu::cli {

// The shipped rules with the packs of these files beside them. Else the exit status: 3 when a file cannot be read, 2 when a pack is wrong;
// what is wrong has then been printed.
std::variant<RuleSet, int> rules_with(std::vector<std::string> const& files, Language language);

}  // namespace vanthu::cli
