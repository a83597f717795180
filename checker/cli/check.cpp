// vanthu check.
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/rule_codes.hpp"
#include "cli/run_inputs.hpp"
#include "engine/builtin.hpp"
#include "report/json.hpp"
#include "report/text.hpp"

namespace vanthu::cli {
namespace {

bool reaches(report::Totals const& totals, Severity threshold) {
  switch (threshold) {
    case Severity::error: return totals.errors > 0;
    case Severity::warning: return totals.errors + totals.warnings > 0;
    case Severity::info: return totals.errors + totals.warnings + totals.infos > 0;
  }
  return false;
}

std::string line_end(Options const& options) { return options.format == OutputFormat::ndjson ? "\n" : ""; }

std::string unreadable_entry(std::string const& name, ReadError const& error, Options const& options) {
  if (options.format == OutputFormat::text) return {};
  auto const schema = options.format == OutputFormat::ndjson ? report::check_schema : "";
  return report::error_json(name, error, options.language, schema) + line_end(options);
}

std::string checked_entry(Checked const& checked, Options const& options, report::TextStyle const& style) {
  if (options.format == OutputFormat::text) return report::text(checked, style);
  return report::check_json(checked, options.format == OutputFormat::ndjson) + line_end(options);
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
  auto const as_json = options.format == OutputFormat::json;
  Inputs inputs(options);
  if (!can_begin(inputs, options)) return 2;

  InputWork work;
  work.unreadable = [&](std::string const& name, ReadError const& error) { return unreadable_entry(name, error, options); };
  work.read = [&](std::string const& path, std::string_view bytes) {
    auto const name = shown_name(options, path);
    auto const result = check(bytes, name, rules, check_options);
    if (auto const* error = std::get_if<ReadError>(&result)) return unreadable_piece(name, *error, options, work);
    auto const& checked = std::get<Checked>(result);
    Piece piece{checked_entry(checked, options, style), {}, {}, {}};
    report::add(piece.totals, checked);
    return piece;
  };

  if (as_json) print(report::check_json_head());
  auto left = 0;
  auto const framing = as_json ? Framing{"\n", ",\n"} : Framing{};
  auto const ending = run_inputs(inputs, options, surroundings, framing, work, [&](std::string const& name) {
    if (options.format == OutputFormat::ndjson) print(unreadable_entry(name, not_checked(), options));
    if (as_json) print((left == 0 ? "\n],\n\"not_checked\": [\n" : ",\n") + report::json_string(name));
    ++left;
  });
  auto const& totals = ending.totals;
  if (as_json)
    print((totals.files + totals.unreadable + left == 0 ? "" : "\n") +
          report::check_json_tail(totals, {ending.signal != 0, ending.not_checked}));
  if (options.format == OutputFormat::text && !options.quiet) print_error(report::summary(totals, style));
  return exit_status(ending, reaches(totals, options.fail_on) ? 1 : 0);
}

}  // namespace vanthu::cli
