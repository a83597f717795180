// The parts of a SARIF 2.1.0 log that tell of rules: their descriptors, and the clauses that they stand on as taxonomies.
#pragma once
#include <map>
#include <nlohmann/json.hpp>
#include <span>
#include <string_view>

#include "engine/rule.hpp"

namespace vanthu::report {

// "error", "warning", "note" (§3.58.6).
std::string_view sarif_level(Severity severity);

// A plain text message: brackets are escaped, which would begin a link (§3.11.6).
std::string sarif_text(std::string_view text);

// tool.driver.rules (§3.19.23, 3.49) in this order, run.taxonomies (§3.14.8) and tool.driver.supportedTaxonomies (§3.19.13): a component
// for each document that a rule is based on, a taxon for each clause.
struct SarifRules {
  nlohmann::ordered_json rules, taxonomies, supported;
};
SarifRules sarif_rules(std::span<Rule const* const> rules, Language language);

}  // namespace vanthu::report
