// One rule for people: what it says, why, where it applies, examples.
#pragma once
#include <span>
#include <string>

#include "engine/rule.hpp"

namespace vanthu::report {

// The template as in the pack: "viện dẫn {type} thiếu ký hiệu".
std::string template_text(Template const& words);

// Several lines, the last one ended.
std::string explain(Rule const& rule, Language language);

// One rule as Markdown: a heading, then what it says, clause, reason, examples.
std::string rule_markdown(Rule const& rule, Language language);

// The catalogue as Markdown: rules ascending by code, under a heading for each group of codes.
std::string rules_markdown(std::span<Rule const> rules, Language language);

}  // namespace vanthu::report
