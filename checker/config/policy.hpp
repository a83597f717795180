// From a configuration and the command line to the policy for one document. The policy may depend on the path, which is known at once, and
// on the type of the document, which is known once it is recognized.
#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/config.hpp"
#include "engine/policy.hpp"

namespace vanthu {

// What was given on the command line; it wins over the configuration.
struct CommandLine {
  std::optional<Language> language;
  std::optional<Stage> stage;
  std::optional<Severity> fail_on;
  std::optional<std::vector<std::string>> select, ignore;
  std::optional<Date> date;
  // Not given, but known there.
  Language machine_language = Language::vi;
  Date today;
  Registry const* registry = nullptr;
};

// A configuration with the command line, and the policies made from both so far: one for each set of overrides and ignores that applied
// together to some document. May be shared between threads.
class House {
 public:
  // Reports in `config.errors` codes and fields of rules that do not exist.
  House(Config config, CommandLine given);

  Config const& config() const { return config_; }
  CommandLine const& given() const { return given_; }

  // Which [[overrides]] and [[ignore]] (in the order of overrides_of(), then ignores_of()) can apply to `path` (absolute).
  std::vector<bool> by_path(std::string_view path) const;

  // The policy for a document of this type at a path. Null when the overrides that apply cannot be combined: each is right by itself, but
  // not all together.
  std::shared_ptr<Policy const> policy(std::vector<bool> const& by_path, std::string_view type) const;
  std::shared_ptr<Policy const> policy(std::string_view path, std::string_view type) const { return policy(by_path(path), type); }

 private:
  std::shared_ptr<Policy const> make(std::vector<bool> const& applies) const;
  std::optional<RuleSet> rules_for(std::vector<bool> const& applies) const;
  void judge();

  Config config_;
  CommandLine given_;
  std::vector<SourcedTable> overrides_, ignores_;
  bool by_type_ = false;  // some override names types
  mutable std::mutex mutex_;
  mutable std::map<std::vector<bool>, std::shared_ptr<Policy const>> policies_;
  mutable std::map<std::vector<bool>, std::optional<RuleSet>> rules_;
};

}  // namespace vanthu
