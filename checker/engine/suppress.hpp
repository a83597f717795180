// Findings that may stay: what comments, sidecars and the configuration say is brought together with what the rules found.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/evaluate.hpp"
#include "vanthu/suppression.hpp"

namespace vanthu {

// Sets Diagnostic::suppressed where a comment of the document or one of options.suppressions names the finding, and adds what the rules on
// `suppression` nodes find about the comments. Those findings are never suppressed by a comment. Gives what became of each of
// options.suppressions. `evaluated` is what evaluate() gave for the same arguments; its diagnostics are in order(), before and after.
std::vector<SuppressionUse> suppress(RuleSet const& rules, Document const& document, Facts const& facts, CheckOptions const& options,
                                     Evaluated& evaluated);

// What the rules on `suppression` nodes find about suppressions that are written in a TOML file, as a result for that file. `uses` has one
// entry for each of `suppressions`, which all stand in the file. Nothing when they find nothing.
std::optional<Checked> check_suppressions(RuleSet const& rules, CheckOptions const& options, std::string_view file, std::string_view bytes,
                                          std::span<Suppression const> suppressions, std::span<SuppressionUse const> uses);

}  // namespace vanthu
