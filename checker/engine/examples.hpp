// The examples of rules are their first tests: only the rule runs; `bad` gives one finding whose fix gives `good`, `good` gives none.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/rule_set.hpp"

namespace vanthu {

struct ExampleResult {
  std::string code;
  std::size_t number = 0;  // from 1, in the order of the pack
  std::string problem;     // several lines for people, English; empty: as it should be

  bool passed() const { return problem.empty(); }
};

// Every example of every rule for which `wanted` holds, in the order of the rules. Rules that need what no reader gives are left out.
std::vector<ExampleResult> run_examples(RuleSet const& rules, std::function<bool(Rule const&)> const& wanted);

}  // namespace vanthu
