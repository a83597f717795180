// The last step of check(), for callers that take several documents through each step together.
#pragma once
#include <span>

#include "vanthu/check.hpp"

namespace vanthu {

struct ToJudge {
  Checked& checked;
  RuleSet const& rules;
  CheckOptions const& options;
};

// Judges documents that have been read and recognized: fills in all of `checked` but those two.
void judge(std::span<ToJudge const> documents);

// What is said where a ChoosePolicy gives none.
ReadError no_policy();

}  // namespace vanthu
