// Codes that the user named, against those that exist.
#include "cli/rule_codes.hpp"

#include <algorithm>

#include "cli/words.hpp"
#include "text/unicode.hpp"

namespace vanthu::cli {

bool is_known(RuleSet const& rules, std::string_view given) {
  return !given.empty() &&
         std::any_of(rules.rules().begin(), rules.rules().end(), [&](Rule const& rule) { return rule.code.starts_with(given); });
}

std::string no_such_rule(RuleSet const& rules, std::string_view given, Language language) {
  std::vector<std::string_view> known;
  for (auto const& rule : rules.rules()) {
    known.push_back(rule.code);
    known.push_back(rule.code.substr(0, 2));
  }
  auto suggestion = did_you_mean(to_upper(given), known, language);
  if (suggestion.empty()) {
    known.clear();
    for (auto const& rule : rules.rules()) known.push_back(rule.name);
    suggestion = did_you_mean(given, known, language);
  }
  return fmt::format("{} \"{}\"{}", say(language, "không có quy tắc", "there is no rule"), given, suggestion);
}

}  // namespace vanthu::cli
