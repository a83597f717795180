// vanthu explain.
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/houses.hpp"
#include "cli/rule_codes.hpp"
#include "report/rule_text.hpp"
#include "text/unicode.hpp"

namespace vanthu::cli {

int run_explain(Options const& options) {
  auto const loaded = rules_here(options, options.packs);
  if (auto const* status = std::get_if<int>(&loaded)) return *status;
  auto const& rules = std::get<RuleSet>(loaded);
  auto const& given = options.paths.front();
  auto const* rule = rules.find(given);
  if (!rule) rule = rules.find(to_upper(given));
  if (!rule) {
    print_error(fmt::format("vanthu: {}\n", no_such_rule(rules, given, options.language)));
    return 2;
  }
  print(report::explain(*rule, options.language));
  return 0;
}

}  // namespace vanthu::cli
