// Findings before and after edits: is what was to be fixed gone, and did nothing new come?
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "vanthu/fix.hpp"

namespace vanthu {

struct Setback {
  Refusal why;
  std::string code;  // brings_finding: of the new one
};

// `edits` (of Document::text before; ascending, apart) lead from one to the other; `fixed` are the indices into `before` of the findings
// they are for, ascending. A finding is the same one when it has the same code and stands at the same place or says the same; each stands
// for one only. Suppressed findings do not count. Nothing: all is well.
std::optional<Setback> setback(std::vector<Diagnostic> const& before, std::vector<Diagnostic> const& after, std::vector<Edit> const& edits,
                               std::vector<std::size_t> const& fixed);

}  // namespace vanthu
