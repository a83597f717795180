// vanthu test-rules.
#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/words.hpp"
#include "engine/builtin.hpp"
#include "engine/examples.hpp"
#include "engine/load.hpp"

namespace vanthu::cli {
namespace {

// Rules of the packs that were named: the others were loaded only because those build on them.
bool is_of_file(Rule const& rule, RuleSet const& rules, std::vector<std::string> const& files) {
  for (auto const& pack : rules.data().packs)
    if (pack.name == rule.pack) return std::find(files.begin(), files.end(), pack.file) != files.end();
  return false;
}

}  // namespace

int run_test_rules(Options const& options) {
  auto rules = builtin_rules();
  if (!options.paths.empty()) {
    std::vector<PackSource> packs;
    for (auto const& path : options.paths) {
      auto bytes = load(path);
      if (auto const* error = std::get_if<ReadError>(&bytes)) {
        print_error(fmt::format("{}: {}\n", path, say(options.language, error->message_vi, error->message_en)));
        return 3;
      }
      packs.push_back({path, std::get<std::string>(std::move(bytes))});
    }
    auto loaded = load_packs(packs, &rules);
    if (auto const* errors = std::get_if<std::vector<PackError>>(&loaded)) {
      for (auto const& error : *errors) print_error(to_text(error));
      return 2;
    }
    rules = std::get<RuleSet>(std::move(loaded));
  }

  auto const is_given = [&](Rule const& rule) { return options.paths.empty() || is_of_file(rule, rules, options.paths); };
  auto total = 0, failed = 0;
  for (auto const& result : run_examples(rules, is_given)) {
    ++total;
    if (result.passed()) continue;
    ++failed;
    print(fmt::format("{} {} {}: {}\n", result.code, say(options.language, "ví dụ", "example"), result.number, result.problem));
  }
  print_error(fmt::format("{} {}, {} {}\n", total, say(options.language, "ví dụ", "examples"), failed,
                          say(options.language, "không đạt", "not as they should be")));
  return failed == 0 ? 0 : 2;
}

}  // namespace vanthu::cli
