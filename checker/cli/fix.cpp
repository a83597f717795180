// vanthu fix.
#include "vanthu/fix.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <memory>
#include <mutex>

#include "cli/commands.hpp"
#include "cli/houses.hpp"
#include "cli/output.hpp"
#include "cli/registers.hpp"
#include "cli/rewrite.hpp"
#include "cli/run_inputs.hpp"
#include "cli/suppressions.hpp"
#include "cli/words.hpp"
#include "engine/builtin.hpp"
#include "engine/policy.hpp"
#include "report/fix_json.hpp"
#include "report/fix_text.hpp"
#include "report/patch.hpp"

namespace vanthu::cli {
namespace {

// What is wrong with the options together; empty when nothing is.
std::string_view wrong_usage(Options const& options) {
  if (!options.output.empty() && !is_single_file(options))
    return say(options.language, "tùy chọn -o chỉ dùng với một tệp vào", "option -o is for one input");
  auto const reads_standard_input = std::find(options.paths.begin(), options.paths.end(), "-") != options.paths.end();
  auto const prints_documents = options.diff || options.output == "-" || (options.output.empty() && reads_standard_input);
  if (options.format != OutputFormat::text && prints_documents)
    return say(options.language, "--format không dùng cùng --diff hay khi văn bản được in ra",
               "--format cannot be used with --diff or where the document itself is printed");
  return {};
}

// Puts what was fixed where it belongs; what is to be printed goes to `out`. Gives the reason where it could not be written.
std::optional<std::string> deliver(std::string const& path, std::string_view before, Fixed const& fixed, Options const& options,
                                   std::string& out) {
  if (options.diff) {
    out = report::patch(shown_name(options, path), before, fixed.edits);
    return std::nullopt;
  }
  if (options.output == "-" || (options.output.empty() && path == "-")) {
    out = fixed.bytes;
    return std::nullopt;
  }
  if (!options.output.empty()) return write_output(options.output, fixed.bytes, options.language);
  if (fixed.edits.empty()) return std::nullopt;
  auto const seen = look_at(path);
  auto const again = load(path);
  auto const* bytes = std::get_if<std::string>(&again);
  if (!seen || bytes == nullptr || *bytes != before) return changed_meanwhile(options.language);
  return rewrite(path, fixed.bytes, *seen, options.language);
}

}  // namespace

int run_fix(Options const& options, Surroundings const& surroundings) {
  if (auto const wrong = wrong_usage(options); !wrong.empty()) {
    print_error(fmt::format("vanthu: {}\n", wrong));
    return 2;
  }
  auto const asked = registers(options);
  if (auto const* status = std::get_if<int>(&asked)) return *status;
  Houses houses(options, builtin_rules(), surroundings.today, std::get<0>(asked)->registry());
  auto const as_json = options.format == OutputFormat::json, as_lines = options.format == OutputFormat::ndjson;
  Inputs inputs(options, houses.exclusion());
  if (!can_begin(inputs, options)) return 2;
  if (auto const wrong = problems(houses, options); !wrong.empty()) {
    print_error(wrong);
    return 2;
  }

  std::atomic<bool> misconfigured = false;
  std::mutex lock;
  report::FixTotals totals;
  auto failures = 0;
  InputWork work;
  work.unreadable = [&](std::string const& name, ReadError const& error) {
    {
      std::lock_guard const hold(lock);
      ++failures;
    }
    if (!as_json && !as_lines) return std::string();
    return report::error_json(name, error, options.language, as_lines ? report::fix_schema : "") + (as_lines ? "\n" : "");
  };
  work.read = [&](std::string const& path, std::string_view bytes) {
    auto const name = shown_name(options, path);
    auto const sidecar = sidecar_of(path, options.language);
    // What a wrong sidecar meant to protect is not known.
    if (sidecar && sidecar->error) return unreadable_piece(sidecar->name, *sidecar->error, options, work);
    auto const house = houses.of(path);
    if (!house->config().errors.empty()) {
      misconfigured = true;
      return unreadable_piece(name, configuration_error(*house), options, work);
    }
    auto const choose = [&](Facts const& facts) { return with(house->policy(houses.absolute(path), facts.type), sidecar); };
    auto const result = fix(bytes, name, choose, {.unsafe = options.unsafe});
    if (auto const* error = std::get_if<ReadError>(&result)) return unreadable_piece(name, *error, options, work);
    auto const& fixed = std::get<Fixed>(result);
    Piece piece;
    if (auto const reason = deliver(path, bytes, fixed, options, piece.out))
      return unreadable_piece(options.output.empty() ? name : options.output, {"not-written", *reason, *reason}, options, work);
    if (as_json || as_lines)
      piece.out = report::fix_json(name, fixed, as_lines) + (as_lines ? "\n" : "");
    else if (!options.quiet)
      piece.err = report::fix_text(name, fixed, !options.diff, options.language);
    piece.totals.files = 1;
    std::lock_guard const hold(lock);
    report::add(totals, fixed);
    return piece;
  };

  if (as_json) print(report::fix_json_head());
  auto const framing = as_json ? Framing{"\n", ",\n"} : Framing{};
  auto const ending = run_inputs(inputs, options, surroundings, framing, work, [&](std::string const& name) {
    if (as_json) print(totals.files + failures == 0 ? "\n" : ",\n");
    print(work.unreadable(name, not_checked()));
  });
  totals.unreadable = failures;
  if (as_json) print((totals.files + totals.unreadable == 0 ? "" : "\n") + report::fix_json_tail(totals));
  if (!options.quiet && !is_single_file(options)) print_error(report::fix_summary(totals, !options.diff, options.language));
  return misconfigured ? 2 : exit_status(ending, options.diff && totals.changed > 0 ? 1 : 0);
}

}  // namespace vanthu::cli
