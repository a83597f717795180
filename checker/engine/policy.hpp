// By what a document is judged: the rules as a house has them, and how they are run. Immutable; shared between documents and threads.
#pragma once
#include "engine/rule_set.hpp"
#include "vanthu/check.hpp"

namespace vanthu {

struct Policy {
  RuleSet rules;
  CheckOptions options;
  Severity fail_on = Severity::error;  // a finding of this severity or a graver one makes the check fail
};

}  // namespace vanthu
