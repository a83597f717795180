// Rules on facts: what applies is judged, what is judged and wrong is a diagnostic.
#pragma once
#include <vector>

#include "engine/rule_set.hpp"
#include "vanthu/check.hpp"

namespace vanthu {

struct Evaluated {
  std::vector<Diagnostic> diagnostics;  // in no particular order; check() sorts
  RuleCounts rules;
};

Evaluated evaluate(RuleSet const& rules, Document const& document, Facts const& facts, CheckOptions const& options);

// The date that rules go by: the one asked for, else the document's own, else today's.
Date date_in_force(Facts const& facts, CheckOptions const& options);

}  // namespace vanthu
