// Suppressions on this machine: sidecars beside inputs, and what a whole run says of those in configurations.
#pragma once
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "engine/load.hpp"
#include "engine/policy.hpp"
#include "engine/suppression_tally.hpp"
#include "vanthu/check.hpp"
#include "vanthu/suppression.hpp"

namespace vanthu::cli {

// NAME.vanthu.toml beside the input NAME.
struct Sidecar {
  std::string name;  // as it is shown
  std::string text;
  std::vector<Suppression> suppressions;
  // "bad-sidecar": it cannot be read, or something in it is wrong; then nothing is suppressed. The message is about the first problem.
  std::optional<ReadError> error;
  std::string problems;           // all of them, for standard error
  std::vector<PackError> errors;  // those that have a place in it
};

// Nothing where there is none.
std::optional<Sidecar> sidecar_of(std::string const& path, Language language);

// The policy with the suppressions of a sidecar behind its own; as it is where there is no sidecar, or no policy (null).
std::shared_ptr<Policy const> with(std::shared_ptr<Policy const> policy, std::optional<Sidecar> const& sidecar);

// What is said of a right sidecar, after its document was checked with() it.
std::optional<Checked> judged(Sidecar const& sidecar, RuleSet const& rules, CheckOptions const& options, Checked const& document);

// Adds up over a run; add() may be called by several threads at once.
class RunSuppressions {
 public:
  void add(CheckOptions const& options, Checked const& checked);
  // What is said of the suppressions in configurations, one result a file; after the last add(). Those that cannot be read any more are
  // left out.
  std::vector<Checked> judged(RuleSet const& rules, CheckOptions const& options) const;

 private:
  std::mutex mutex_;
  SuppressionTally tally_;
};

}  // namespace vanthu::cli
