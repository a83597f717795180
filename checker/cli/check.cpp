// vanthu check.
#include <fmt/format.h>

#include <algorithm>
#include <atomic>

#include "cli/commands.hpp"
#include "cli/houses.hpp"
#include "cli/output.hpp"
#include "cli/packs.hpp"
#include "cli/registers.hpp"
#include "cli/run_inputs.hpp"
#include "cli/suppressions.hpp"
#include "report/json.hpp"
#include "report/text.hpp"

namespace vanthu::cli {
namespace {

bool reaches(Checked const& checked, Severity threshold) {
  return std::any_of(checked.diagnostics.begin(), checked.diagnostics.end(),
                     [&](Diagnostic const& d) { return !d.suppressed && d.severity >= threshold; });
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
  auto const loaded = rules_with(options.packs, options.language);
  if (auto const* status = std::get_if<int>(&loaded)) return *status;
  auto const asked = registers(options);
  if (auto const* status = std::get_if<int>(&asked)) return *status;
  Houses houses(options, std::get<RuleSet>(loaded), surroundings.today, std::get<0>(asked)->registry());
  report::TextStyle const style{options.language,
                                options.color == ColorWhen::always || (options.color == ColorWhen::automatic && surroundings.color),
                                surroundings.width, options.show_suppressed};
  auto const as_json = options.format == OutputFormat::json;
  Inputs inputs(options, houses.exclusion());
  if (!can_begin(inputs, options)) return 2;
  if (auto const wrong = problems(houses, options); !wrong.empty()) {
    print_error(wrong);
    return 2;
  }

  std::atomic<bool> failed = false, misconfigured = false;
  RunSuppressions suppressions;
  InputWork work;
  work.unreadable = [&](std::string const& name, ReadError const& error) { return unreadable_entry(name, error, options); };
  work.read = [&](std::string const& path, std::string_view bytes) {
    auto const name = shown_name(options, path);
    auto const sidecar = sidecar_of(path, options.language);
    auto const house = houses.of(path);
    if (!house->config().errors.empty()) {
      misconfigured = true;
      return unreadable_piece(name, configuration_error(*house), options, work);
    }
    std::shared_ptr<Policy const> policy;
    auto const choose = [&](Facts const& facts) { return policy = with(house->policy(houses.absolute(path), facts.type), sidecar); };
    auto const result = check(bytes, name, choose, options.reading);
    if (auto const* error = std::get_if<ReadError>(&result)) return unreadable_piece(name, *error, options, work);
    auto const& checked = std::get<Checked>(result);
    auto own_style = style;
    own_style.language = policy->options.language;
    Piece piece;
    auto const add = [&](Checked const& one) {
      append(piece, one, options, own_style);
      if (reaches(one, policy->fail_on)) failed = true;
    };
    add(checked);
    if (sidecar && sidecar->error) append(piece, *sidecar, options);
    if (sidecar)
      if (auto const about = judged(*sidecar, policy->rules, policy->options, checked)) add(*about);
    suppressions.add(policy->options, checked);
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
  auto const here = houses.in(".")->policy(houses.absolute("."), "unknown");
  if (left == 0 && here != nullptr)  // the whole run is needed to say of one that nothing used it
    for (auto const& about : suppressions.judged(here->rules, here->options)) {
      if (reaches(about, here->fail_on)) failed = true;
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
  return misconfigured ? 2 : exit_status(ending, failed ? 1 : 0);
}

}  // namespace vanthu::cli
