// vanthu baseline.
#include <fmt/format.h>

#include <atomic>
#include <mutex>

#include "cli/baselines.hpp"
#include "cli/commands.hpp"
#include "cli/judge.hpp"
#include "cli/packs.hpp"
#include "cli/registers.hpp"
#include "cli/rewrite.hpp"
#include "cli/run_inputs.hpp"
#include "cli/words.hpp"
#include "config/paths.hpp"

namespace vanthu::cli {
namespace {

// -o, else what vanthu.toml of the current folder names, else a file in the current folder.
std::string target_of(Options const& options, Houses& houses) {
  if (options.output == "-") return "-";
  if (!options.output.empty()) return houses.absolute(options.output);
  auto const configured = baseline_of(*houses.here());
  return configured.empty() ? houses.absolute("vanthu-baseline.ndjson") : configured;
}

}  // namespace

int run_baseline(Options const& options, Surroundings const& surroundings) {
  auto const loaded = rules_with(options.packs, options.language);
  if (auto const* status = std::get_if<int>(&loaded)) return *status;
  auto const asked = registers(options);
  if (auto const* status = std::get_if<int>(&asked)) return *status;
  Houses houses(options, std::get<RuleSet>(loaded), surroundings.today, std::get<0>(asked)->registry());
  Inputs inputs(options, houses.exclusion());
  if (!can_begin(inputs, options)) return 2;
  if (auto const wrong = problems(houses, options); !wrong.empty()) {
    print_error(wrong);
    return 2;
  }
  auto const target = target_of(options, houses);
  auto const folder = target == "-" ? houses.absolute(".") : std::string(parent_of(target));

  std::mutex mutex;
  std::vector<report::KnownFinding> findings;
  std::atomic<bool> misconfigured = false;
  RunSuppressions suppressions;
  auto const keep = [&](Checked const& checked, std::string const& path) {
    auto more = report::known_findings(checked, name_in_baseline(folder, houses.absolute(path)));
    std::scoped_lock const lock(mutex);
    findings.insert(findings.end(), more.begin(), more.end());
  };
  InputWork work;
  auto const piece_of = [&](std::string const& path, std::variant<Judged, ReadError> const& result) {
    if (auto const* error = std::get_if<ReadError>(&result)) {
      if (error->kind == "configuration") misconfigured = true;
      return unreadable_piece(shown_name(options, path), *error, options, work);
    }
    auto const& judged = std::get<Judged>(result);
    keep(judged.checked, path);
    Piece piece;
    report::add(piece.totals, judged.checked);
    if (judged.about_sidecar) keep(*judged.about_sidecar, judged.sidecar->name);
    if (judged.sidecar && judged.sidecar->error) {
      piece.err = judged.sidecar->problems;
      ++piece.totals.unreadable;
    }
    suppressions.add(judged.policy->options, judged.checked);
    return piece;
  };
  work.read_all = [&](std::span<Loaded const> several) {
    std::vector<Piece> pieces;
    auto const results = judge_inputs(houses, options, several);
    for (std::size_t i = 0; i < results.size(); ++i) pieces.push_back(piece_of(several[i].path, results[i]));
    return pieces;
  };
  auto const ending = run_inputs(inputs, options, surroundings, {}, work, [](std::string const&) {});
  if (misconfigured) return 2;
  if (ending.signal != 0) return exit_status(ending, 0);  // half of a baseline is none
  if (auto const here = houses.here()->policy(houses.absolute("."), "unknown"))
    for (auto const& about : suppressions.judged(here->rules, here->options)) keep(about, about.document.name);
  auto const text = report::baseline_text(findings);
  if (target == "-") {
    print(text);
  } else if (auto const why = write_output(target, text, options.language)) {
    print_error(fmt::format("{}: {}\n", options.output.empty() ? target : options.output, *why));
    return 2;
  } else if (!options.quiet) {
    print_error(fmt::format(
        fmt::runtime(say(options.language, "đã ghi {} phát hiện của {} tệp vào {}\n", "{1} files: {0} findings stored in {2}\n")),
        findings.size(), ending.totals.files, options.output.empty() ? name_in_baseline(houses.absolute("."), target) : options.output));
  }
  return exit_status(ending, 0);
}

}  // namespace vanthu::cli
