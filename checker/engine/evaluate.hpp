// Rules on facts: what applies is judged, what is judged and wrong is a diagnostic.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "engine/rule_set.hpp"
#include "engine/suppression_node.hpp"
#include "vanthu/check.hpp"

namespace vanthu {

struct Evaluated {
  std::vector<Diagnostic> diagnostics;  // in no particular order; check() sorts
  RuleCounts rules;
  std::vector<Ran> ran;  // by index of RuleSet::rules()
};

// A document and by what it is judged.
struct Subject {
  RuleSet const& rules;
  Document const& document;
  Facts const& facts;
  CheckOptions const& options;
};

// One for each, in their order: all are taken through one form of rules before the next.
std::vector<Evaluated> evaluate(std::span<Subject const> subjects);
Evaluated evaluate(RuleSet const& rules, Document const& document, Facts const& facts, CheckOptions const& options);

// Likewise, but only the rules on `suppression`, which evaluate() has no nodes for.
std::vector<Diagnostic> evaluate_suppressions(RuleSet const& rules, Document const& document, Facts const& facts,
                                              CheckOptions const& options, std::span<SuppressionNode const> nodes);

// Sorts by place, then by code; of equal findings one stays.
void order(std::vector<Diagnostic>& diagnostics);

// What is said of a further place of a finding, where the rule has no words of its own.
std::string_view also_here(Language language);

// The date that rules go by: the one asked for, else the document's own, else today's.
Date date_in_force(Facts const& facts, CheckOptions const& options);

}  // namespace vanthu
