#include "cli/suppressions.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <span>
#include <utility>

#include "cli/load.hpp"
#include "cli/words.hpp"
#include "engine/sidecar.hpp"
#include "engine/suppress.hpp"

namespace vanthu::cli {
namespace {

// The first problem on one line.
ReadError bad_sidecar(PackError const& error) {
  auto const message = fmt::format("{}:{}: {}", error.line, error.column, error.message);
  return {"bad-sidecar", message, message};
}

}  // namespace

std::optional<Sidecar> sidecar_of(std::string const& path, Language language) {
  if (path == "-") return std::nullopt;
  Sidecar out;
  out.name = path + std::string(sidecar_suffix);
  if (::access(out.name.c_str(), F_OK) != 0) return std::nullopt;
  if (auto error = load_into(out.text, out.name)) {
    error->kind = "bad-sidecar";
    out.problems = fmt::format("{}: {}\n", out.name, say(language, error->message_vi, error->message_en));
    out.error = std::move(error);
    return out;
  }
  out.suppressions = parse_sidecar({out.name, out.text}, language, out.errors);
  if (!out.errors.empty()) {
    out.error = bad_sidecar(out.errors.front());
    for (auto const& error : out.errors) out.problems += to_text(error);
    out.suppressions.clear();
  }
  return out;
}

std::shared_ptr<Policy const> with(std::shared_ptr<Policy const> policy, std::optional<Sidecar> const& sidecar) {
  if (policy == nullptr || !sidecar) return policy;
  auto out = *policy;
  auto& all = out.options.suppressions;
  all.insert(all.end(), sidecar->suppressions.begin(), sidecar->suppressions.end());
  return std::make_shared<Policy const>(std::move(out));
}

std::optional<Checked> judged(Sidecar const& sidecar, RuleSet const& rules, CheckOptions const& options, Checked const& document) {
  auto const count = sidecar.suppressions.size();
  if (count == 0 || document.uses.size() < count) return std::nullopt;
  return check_suppressions(rules, options, sidecar.name, sidecar.text, sidecar.suppressions, std::span(document.uses).last(count));
}

void RunSuppressions::add(CheckOptions const& options, Checked const& checked) {
  if (checked.uses.empty()) return;
  std::lock_guard const lock(mutex_);
  tally_.add(options.suppressions, checked.uses);
}

std::vector<Checked> RunSuppressions::judged(RuleSet const& rules, CheckOptions const& options) const {
  std::vector<Checked> out;
  for (auto const& [name, file] : tally_.files()) {
    std::string text;
    if (load_into(text, name)) continue;
    if (auto about = check_suppressions(rules, options, name, text, file.suppressions, file.uses)) out.push_back(std::move(*about));
  }
  return out;
}

}  // namespace vanthu::cli
