// vanthu check.
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/rule_codes.hpp"
#include "cli/words.hpp"
#include "engine/builtin.hpp"
#include "report/json.hpp"
#include "report/text.hpp"

namespace vanthu::cli {
namespace {

using Result = std::variant<Checked, ReadError>;

Result check_input(std::string const& path, Options const& options, RuleSet const& rules, CheckOptions const& check_options) {
  auto bytes = load(path);
  if (auto* error = std::get_if<ReadError>(&bytes)) return std::move(*error);
  return check(std::get<std::string>(bytes), shown_name(options, path), rules, check_options);
}

bool reaches(report::Totals const& totals, Severity threshold) {
  switch (threshold) {
    case Severity::error: return totals.errors > 0;
    case Severity::warning: return totals.errors + totals.warnings > 0;
    case Severity::info: return totals.errors + totals.warnings + totals.infos > 0;
  }
  return false;
}

}  // namespace

int run_check(Options const& options, Surroundings const& surroundings) {
  auto const rules = builtin_rules();
  if (auto const unknown = unknown_code(rules, options); !unknown.empty()) {
    print_error(fmt::format("vanthu: {}\n", unknown));
    return 2;
  }
  CheckOptions const check_options{options.language, options.stage, options.date, surroundings.today, options.select, options.ignore};
  report::TextStyle const style{options.language,
                                options.color == ColorWhen::always || (options.color == ColorWhen::automatic && surroundings.color),
                                surroundings.width};
  auto const as_lines = options.format == OutputFormat::ndjson;
  auto const as_text = options.format == OutputFormat::text;

  std::vector<std::string> notes;
  auto const paths = gather(options, notes);
  if (!options.quiet)
    for (auto const& note : notes) print_error(fmt::format("vanthu: {}\n", note));

  report::Totals totals;
  if (options.format == OutputFormat::json) print(report::check_json_head());
  std::string_view before = "\n";
  for (auto const& path : paths) {
    auto const result = check_input(path, options, rules, check_options);
    if (options.format == OutputFormat::json) print(before);
    before = ",\n";
    if (auto const* error = std::get_if<ReadError>(&result)) {
      ++totals.unreadable;
      auto const name = shown_name(options, path);
      print_error(fmt::format("{}: {}\n", name, say(options.language, error->message_vi, error->message_en)));
      if (!as_text) print(report::error_json(name, *error, options.language, as_lines ? report::check_schema : ""));
    } else {
      auto const& checked = std::get<Checked>(result);
      add(totals, checked);
      print(as_text ? report::text(checked, style) : report::check_json(checked, as_lines));
    }
    if (as_lines) print("\n");
  }
  if (options.format == OutputFormat::json) print((paths.empty() ? "" : "\n") + report::check_json_tail(totals));
  if (as_text && !options.quiet) print_error(report::summary(totals, style));

  if (totals.unreadable > 0) return 3;
  return reaches(totals, options.fail_on) ? 1 : 0;
}

}  // namespace vanthu::cli
