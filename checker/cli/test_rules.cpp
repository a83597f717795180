// vanthu test-rules.
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/words.hpp"
#include "engine/builtin.hpp"
#include "engine/examples.hpp"
#include "engine/load.hpp"

namespace vanthu::cli {
namespace {

struct Given {
  RuleSet rules;
  bool on_top;  // of the packs that ship; else the packs given are themselves among those and stand alone
};

std::variant<Given, std::vector<PackError>> load_given(std::vector<PackSource> const& packs, RuleSet const& shipped) {
  auto on_top = load_packs(packs, &shipped);
  if (auto* rules = std::get_if<RuleSet>(&on_top)) return Given{std::move(*rules), true};
  auto alone = load_packs(packs);
  if (auto* rules = std::get_if<RuleSet>(&alone)) return Given{std::move(*rules), false};
  return std::get<std::vector<PackError>>(std::move(on_top));
}

}  // namespace

int run_test_rules(Options const& options) {
  auto const shipped = builtin_rules();
  Given given{shipped, false};
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
    auto loaded = load_given(packs, shipped);
    if (auto const* errors = std::get_if<std::vector<PackError>>(&loaded)) {
      for (auto const& error : *errors) print_error(to_text(error));
      return 2;
    }
    given = std::get<Given>(std::move(loaded));
  }

  auto const is_given = [&](Rule const& rule) { return !given.on_top || !shipped.find(rule.code); };
  auto total = 0, failed = 0;
  for (auto const& result : run_examples(given.rules, is_given)) {
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
