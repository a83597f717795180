// vanthu check.
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/rule_codes.hpp"
#include "cli/run_inputs.hpp"
#include "cli/suppressions.hpp"
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

// One more result behind what a piece holds.
void append(Piece& piece, std::string const& entry, Options const& options) {
  if (options.format == OutputFormat::json && !piece.out.empty()) piece.out += ",\n";
  piece.out += entry;
}

void append(Piece& piece, Checked const& checked, Options const& options, report::TextStyle const& style) {
  append(piece, checked_entry(checked, options, style), options);
  report::add(piece.totals, checked);
}

void append(Piece& piece, Sidecar const& bad, Options const& options) {
  append(piece, unreadable_entry(bad.name, *bad.error, options), options);
  piece.err += bad.problems;
  ++piece.totals.unreadable;
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
                                surroundings.width, options.show_suppressed};
  auto const as_json = options.format == OutputFormat::json;
  Inputs inputs(options);
  if (!can_begin(inputs, options)) return 2;

  RunSuppressions suppressions;
  InputWork work;
  work.unreadable = [&](std::string const& name, ReadError const& error) { return unreadable_entry(name, error, options); };
  work.read = [&](std::string const& path, std::string_view bytes) {
    auto const name = shown_name(options, path);
    auto const sidecar = sidecar_of(path, options.language);
    auto const own_options = sidecar ? std::optional(with(check_options, *sidecar)) : std::nullopt;
    auto const& used_options = own_options ? *own_options : check_options;
    auto const result = check(bytes, name, rules, used_options);
    if (auto const* error = std::get_if<ReadError>(&result)) return unreadable_piece(name, *error, options, work);
    auto const& checked = std::get<Checked>(result);
    Piece piece;
    append(piece, checked, options, style);
    if (sidecar && sidecar->error) append(piece, *sidecar, options);
    if (sidecar)
      if (auto const about = judged(*sidecar, rules, used_options, checked)) append(piece, *about, options, style);
    suppressions.add(used_options, checked);
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
  auto totals = ending.totals;
  if (left == 0)  // the whole run is needed to say of one that nothing used it
    for (auto const& about : suppressions.judged(rules, check_options)) {
      Piece piece;
      append(piece, about, options, style);
      if (!piece.out.empty()) print((totals.files + totals.unreadable == 0 ? framing.before_first : framing.between));
      print(piece.out);
      report::add(totals, piece.totals);
    }
  if (as_json)
    print((totals.files + totals.unreadable + left == 0 ? "" : "\n") +
          report::check_json_tail(totals, {ending.signal != 0, ending.not_checked}));
  if (options.format == OutputFormat::text && !options.quiet) print_error(report::summary(totals, style));
  return exit_status(ending, reaches(totals, options.fail_on) ? 1 : 0);
}

}  // namespace vanthu::cli
