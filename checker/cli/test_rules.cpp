// vanthu test-rules.
#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/houses.hpp"
#include "cli/packs.hpp"
#include "cli/registers.hpp"
#include "cli/words.hpp"
#include "engine/examples.hpp"
#include "report/example_text.hpp"

namespace vanthu::cli {
namespace {

bool among(std::string_view file, std::vector<std::string> const& files) {
  return files.empty() || std::find(files.begin(), files.end(), file) != files.end();
}

}  // namespace

int run_test_rules(Options const& options) {
  // Packs that are named are tried by themselves.
  auto const loaded = options.paths.empty() ? rules_here(options, {}) : rules_with(options.paths, options.language);
  if (auto const* status = std::get_if<int>(&loaded)) return *status;
  auto const& rules = std::get<RuleSet>(loaded);

  auto const asked = registers(options);
  if (auto const* status = std::get_if<int>(&asked)) return *status;

  // Examples of the files that were named: the others were loaded only because those build on them.
  auto const is_given = [&](Rule const& rule) {
    return std::any_of(rule.examples.begin(), rule.examples.end(),
                       [&](Example const& example) { return among(file_of(rules, rule, example), options.paths); });
  };
  auto total = 0, failed = 0;
  for (auto const& result : run_examples(rules, is_given, options.language, std::get<0>(asked)->registry())) {
    if (!among(result.file, options.paths)) continue;
    ++total;
    if (!result.passed()) ++failed;
    print(report::example_text(result, {options.language, false, 100}));
  }
  print_error(fmt::format("{} {}, {} {}\n", total, say(options.language, "ví dụ", "examples"), failed,
                          say(options.language, "không đạt", "not as they should be")));
  return failed == 0 ? 0 : 2;
}

}  // namespace vanthu::cli
