// vanthu check.
#include <fmt/format.h>

#include <algorithm>
#include <atomic>

#include "cli/baselines.hpp"
#include "cli/commands.hpp"
#include "cli/git.hpp"
#include "cli/judge.hpp"
#include "cli/outputs.hpp"
#include "cli/packs.hpp"
#include "cli/registers.hpp"
#include "cli/run_facts.hpp"
#include "cli/run_inputs.hpp"
#include "cli/words.hpp"
#include "report/text.hpp"

namespace vanthu::cli {
namespace {

bool reaches(Checked const& checked, Severity threshold) {
  return std::any_of(checked.diagnostics.begin(), checked.diagnostics.end(),
                     [&](Diagnostic const& d) { return !d.suppressed && d.severity >= threshold; });
}

bool prints_text(Options const& options) { return options.outputs.front().renderer == &report::text_renderer; }

bool needs_facts(Options const& options) {
  return options.statistics || std::ranges::any_of(options.outputs, [](Output const& o) { return o.renderer->needs_facts; });
}

// The rules of the current folder, ascending by code.
std::vector<Rule const*> catalogue(std::shared_ptr<Policy const> const& here, RuleSet const& shipped) {
  std::vector<Rule const*> out;
  for (auto const& rule : here ? here->rules.rules() : shipped.rules()) out.push_back(&rule);
  return out;
}

class Checking {
 public:
  Checking(Options const& options, Surroundings const& surroundings, RuleSet const& shipped, Registry const* registry,
           std::map<std::string, GitFiles::Blob> const& blobs)
      : options_(options),
        surroundings_(surroundings),
        blobs_(blobs),
        houses_(options, shipped, surroundings.today, registry),
        shipped_(shipped),
        baselines_(options, houses_),
        facts_(needs_facts(options)),
        outputs_(setting_) {}

  int run() {
    Inputs inputs(options_, houses_.exclusion());
    if (!can_begin(inputs, options_)) return 2;
    if (auto const wrong = what_is_wrong(); !wrong.empty()) {
      print_error(wrong);
      return 2;
    }
    InputWork work;
    work.unread = [&](std::string const& name, ReadError const& error) {
      facts_.add({name, error});
      return outputs_.unread({name, error});
    };
    work.read_all = [&](std::span<Loaded const> several) {
      std::vector<Piece> pieces;
      auto results = judge_inputs(houses_, options_, several);
      for (std::size_t i = 0; i < results.size(); ++i) pieces.push_back(piece_of(several[i].path, results[i], work));
      return pieces;
    };
    work.arrived = [&](Piece& piece) { piece.out += outputs_.take(piece.outputs); };
    if (options_.staged) work.load = [&](std::string& bytes, std::string const& path) { return load_staged(bytes, path); };

    print(outputs_.begin());
    report::Run run;
    auto const ending = run_inputs(inputs, options_, surroundings_, {}, work, [&](std::string const& name) {
      run.not_checked.push_back(name);
      print(outputs_.take_not_checked(name));
    });
    run.totals = ending.totals;
    if (run.not_checked.empty()) judge_suppressions(run.totals);
    auto status = misconfigured_ ? 2 : exit_status(ending, failed_ ? 1 : 0);
    run.interrupted = ending.signal != 0;
    return finish(run, status);
  }

 private:
  // Before anything is checked.
  std::string what_is_wrong() {
    auto const all = houses_in_use(houses_, options_);
    if (auto wrong = problems(all, options_); !wrong.empty()) return wrong;
    bool any = false;
    for (auto const& house : all) {
      if (auto wrong = baselines_.load(*house)) return *wrong;
      any = any || !baseline_of(*house).empty();
    }
    if (options_.prune_baseline && options_.baseline.empty() && !any)
      return fmt::format("vanthu: --prune-baseline: {}\n", say(options_.language, "không có --baseline hay [check] baseline nào",
                                                               "there is neither --baseline nor [check] baseline"));
    here_ = houses_.here()->policy(houses_.absolute("."), "unknown");
    setting_ = {{options_.language, options_.color == ColorWhen::always || (options_.color == ColorWhen::automatic && surroundings_.color),
                 surroundings_.width, options_.show_suppressed},
                houses_.absolute("."),
                catalogue(here_, shipped_)};
    return outputs_.open(options_).value_or("");
  }

  std::optional<ReadError> load_staged(std::string& bytes, std::string const& path) const {
    auto const blob = blobs_.find(path);
    return blob == blobs_.end() ? load_into(bytes, path) : load_blob(bytes, blob->second);
  }

  Piece piece_of(std::string const& path, std::variant<Judged, ReadError>& result, InputWork const& work) {
    if (auto const* error = std::get_if<ReadError>(&result)) {
      if (error->kind == "configuration") misconfigured_ = true;
      return unreadable_piece(shown_name(options_, path), *error, options_, work);
    }
    auto& judged = std::get<Judged>(result);
    Piece piece;
    if (auto wrong = baselines_.load(*judged.house)) {  // of a house that a list on standard input led to
      misconfigured_ = true;
      piece.err = *wrong;
    }
    add(piece, judged.checked, path, *judged.house, *judged.policy);
    if (judged.sidecar && judged.sidecar->error) {
      outputs_.append(piece.outputs, work.unread(judged.sidecar->name, *judged.sidecar->error));
      piece.err += judged.sidecar->problems;
      ++piece.totals.unreadable;
    }
    if (judged.about_sidecar) add(piece, *judged.about_sidecar, judged.sidecar->name, *judged.house, *judged.policy);
    suppressions_.add(judged.policy->options, judged.checked);
    return piece;
  }

  // One more result behind what a piece holds.
  void add(Piece& piece, Checked& checked, std::string const& path, House const& house, Policy const& policy) {
    auto const new_only = baselines_.take_known(checked, policy.rules, house, path);
    outputs_.append(piece.outputs, outputs_.entry({checked, policy.options.language, policy.fail_on, new_only}));
    report::add(piece.totals, checked);
    facts_.add(checked, policy.rules);
    if (reaches(checked, policy.fail_on)) failed_ = true;
  }

  // The whole run is needed to say of a suppression in a configuration that nothing used it: what git names is not the whole.
  void judge_suppressions(report::Totals& totals) {
    if (here_ == nullptr || options_.listed) return;
    for (auto& about : suppressions_.judged(here_->rules, here_->options)) {
      Piece piece;
      add(piece, about, about.document.name, *houses_.here(), *here_);
      print(outputs_.take(piece.outputs));
      report::add(totals, piece.totals);
    }
  }

  int finish(report::Run& run, int status) {
    run.status = status;
    run.baseline = baselines_.tally();
    facts_.tell(run, setting_.rules);
    run.statistics_asked = options_.statistics;
    print(outputs_.end(run));
    auto wrong = outputs_.close();
    if (options_.prune_baseline && !run.interrupted && status != 2) wrong += baselines_.prune();
    print_error(wrong);
    if (options_.statistics) {
      auto const text = report::statistics_text(run.statistics, options_.language);
      if (prints_text(options_))
        print(text);
      else if (options_.outputs.front().renderer != &report::json_renderer)
        print_error(text);
    }
    if (prints_text(options_) && !options_.quiet) print_error(report::summary(run.totals, setting_.text) + baseline_summary(run));
    return wrong.empty() ? status : 2;
  }

  std::string baseline_summary(report::Run const& run) const {
    if (!run.baseline) return {};
    return fmt::format(fmt::runtime(say(options_.language, "{} phát hiện có từ trước không nêu lại; {} phát hiện có từ trước đã hết{}\n",
                                        "{} findings of the baseline not listed again; {} of them gone{}\n")),
                       run.baseline->remaining, run.baseline->gone,
                       run.baseline->gone == 0 ? ""
                       : options_.prune_baseline
                           ? say(options_.language, ", đã bỏ khỏi danh sách", ", taken out of it")
                           : say(options_.language, " (--prune-baseline để bỏ khỏi danh sách)", " (--prune-baseline takes them out)"));
  }

  Options const& options_;
  Surroundings const& surroundings_;
  std::map<std::string, GitFiles::Blob> const& blobs_;
  Houses houses_;
  RuleSet shipped_;
  Baselines baselines_;
  RunSuppressions suppressions_;
  RunFacts facts_;
  std::shared_ptr<Policy const> here_;  // of the current folder
  report::Setting setting_;
  Outputs outputs_;
  std::atomic<bool> failed_ = false, misconfigured_ = false;
};

}  // namespace

int run_check(Options const& given, Surroundings const& surroundings) {
  auto const loaded = rules_with(given.packs, given.language);
  if (auto const* status = std::get_if<int>(&loaded)) return *status;
  auto const asked = registers(given);
  if (auto const* status = std::get_if<int>(&asked)) return *status;
  auto options = given;
  GitFiles files;
  if (given.staged || given.changed || !given.since.empty()) {
    auto named = git_files(given);
    if (auto const* wrong = std::get_if<std::string>(&named)) {
      print_error(*wrong);
      return 2;
    }
    files = std::get<GitFiles>(std::move(named));
    options.listed = files.paths;
  }
  return Checking(options, surroundings, std::get<RuleSet>(loaded), std::get<0>(asked)->registry(), files.blobs).run();
}

}  // namespace vanthu::cli
