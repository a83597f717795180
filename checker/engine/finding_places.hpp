// One finding at several places, as rules with phrases and with `once` make them: cut into one finding a place, and put together again.
#pragma once
#include <vector>

#include "engine/rule_set.hpp"
#include "vanthu/diagnostic.hpp"

namespace vanthu {

// Each place gets a finding of its own, with the edits that are made there; a cause stays with the first. What comes out is in order(), and
// to be joined again: Diagnostic::related holds the words about a further place.
void split_places(std::vector<Diagnostic>& diagnostics, RuleSet const& rules, Language language);

// The places of one finding together again, those that are suppressed for one reason apart from the others.
void join_places(std::vector<Diagnostic>& diagnostics, RuleSet const& rules, Language language);

}  // namespace vanthu
