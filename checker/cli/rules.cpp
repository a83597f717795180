// vanthu rules.
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/houses.hpp"
#include "cli/words.hpp"
#include "report/json.hpp"
#include "report/rule_text.hpp"

namespace vanthu::cli {

int run_rules(Options const& options) {
  auto const loaded = rules_here(options, options.packs);
  if (auto const* status = std::get_if<int>(&loaded)) return *status;
  auto const& rules = std::get<RuleSet>(loaded);
  if (options.format == OutputFormat::json) {
    print(report::rules_json(rules.rules()) + "\n");
    return 0;
  }
  if (options.format == OutputFormat::markdown) {
    print(report::rules_markdown(rules.rules(), options.language));
    return 0;
  }
  std::size_t longest_name = 0;
  for (auto const& rule : rules.rules()) longest_name = std::max(longest_name, rule.name.size());
  for (auto const& rule : rules.rules())
    print(fmt::format("{}  {:7}  {:{}}  {}{}\n", rule.code, to_string(rule.severity), rule.name, longest_name,
                      report::template_text(rule.message.in(options.language)),
                      rule.enabled ? "" : say(options.language, " (tắt sẵn)", " (off)")));
  return 0;
}

}  // namespace vanthu::cli
