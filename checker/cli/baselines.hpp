// The baselines of a run: the one of the command line, or for each input the one that its vanthu.toml names.
#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "cli/houses.hpp"
#include "report/baseline.hpp"

namespace vanthu::cli {

// The file (absolute) that [check] baseline of a house names; empty where it names none.
std::string baseline_of(House const& house);

// `path` (absolute) as a baseline that stands in `folder` (absolute) calls it.
std::string name_in_baseline(std::string const& folder, std::string const& path);

class Baselines {
 public:
  Baselines(Options const& options, Houses const& houses) : options_(options), houses_(houses) {}

  // Reads the baseline for a house; the line to print where it cannot be read. Several threads may call it at once.
  std::optional<std::string> load(House const& house);

  // Takes what is known out of the findings of an input, named as on the command line. False when it has no baseline.
  bool take_known(Checked& checked, RuleSet const& rules, House const& house, std::string const& path);

  // Nothing where there is none.
  std::optional<report::BaselineTally> tally() const;
  // Writes those from which something is gone; the lines to print about those that could not be written.
  std::string prune() const;

 private:
  std::string path_of(House const& house) const;
  report::Baseline* find(std::string const& path);

  Options const& options_;
  Houses const& houses_;
  std::mutex mutex_;
  std::map<std::string, std::unique_ptr<report::Baseline>> by_path_;
};

}  // namespace vanthu::cli
