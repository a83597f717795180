// The rules that ship: packs of rules/**/*.toml, loaded and type-checked when the program was built.
#pragma once
#include "engine/rule_set.hpp"

namespace vanthu {

RuleSet builtin_rules();

}  // namespace vanthu
