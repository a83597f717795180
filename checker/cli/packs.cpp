// Files of packs → rules.
#include "cli/packs.hpp"

#include <fmt/format.h>

#include "cli/load.hpp"
#include "cli/output.hpp"
#include "cli/words.hpp"
#include "engine/builtin.hpp"
#include "engine/load.hpp"

namespace vanthu::cli {

std::variant<RuleSet, int> rules_with(std::vector<std::string> const& files, Language language) {
  auto rules = builtin_rules();
  if (files.empty()) return rules;
  std::vector<PackSource> packs;
  for (auto const& file : files) {
    auto bytes = load(file);
    if (auto const* error = std::get_if<ReadError>(&bytes)) {
      print_error(fmt::format("{}: {}\n", file, say(language, error->message_vi, error->message_en)));
      return 3;
    }
    packs.push_back({file, std::get<std::string>(std::move(bytes))});
  }
  auto loaded = load_packs(packs, &rules, language);
  if (auto const* errors = std::get_if<std::vector<PackError>>(&loaded)) {
    for (auto const& error : *errors) print_error(to_text(error, language));
    return 2;
  }
  return std::get<RuleSet>(std::move(loaded));
}

}  // namespace vanthu::cli
