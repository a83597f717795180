// The last step of check(), for callers that take several documents through each step together.
#pragma once
#include <optional>

#include "vanthu/check.hpp"

namespace vanthu {

// Judges a document that has been read and recognized: fills in all of `checked` but those two.
void judge(Checked& checked, RuleSet const& rules, CheckOptions const& options);

// Likewise by the policy that `choose` gives; an error of the kind "configuration" when it gives none.
std::optional<ReadError> judge(Checked& checked, ChoosePolicy const& choose);

}  // namespace vanthu
