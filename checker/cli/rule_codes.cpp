// Codes that the user named, against those that exist.
#include "cli/rule_codes.hpp"

#include <algorithm>

#include "cli/words.hpp"
#include "text/unicode.hpp"

namespace vanthu::cli {

std::string unknown_code(RuleSet const& rules, Options const& options) {
  for (auto const* list : {&options.select, &options.ignore})
    for (auto const& given : *list)
      if (given.empty() ||
          std::none_of(rules.rules().begin(), rules.rules().end(), [&](Rule const& r) { return r.code.starts_with(given); }))
        return no_such_rule(rules, given, options.language);
  return {};
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
