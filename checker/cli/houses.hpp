// vanthu.toml on this machine: files, folders and the command line as checker/config needs them.
#pragma once
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "cli/inputs.hpp"
#include "cli/options.hpp"
#include "config/resolve.hpp"

namespace vanthu::cli {

// What holds for each input. May be shared between threads.
class Houses {
 public:
  // `current`: the folder (absolute) in which the program is taken to have been started; empty: where it was.
  Houses(Options const& options, RuleSet const& shipped, Date today, Registry const* registry = nullptr, std::string const& current = {});

  // What holds for a file, or for standard input ("-"), named as on the command line. Never null.
  std::shared_ptr<House const> of(std::string const& path);
  // What holds in a folder.
  std::shared_ptr<House const> in(std::string const& folder);
  std::shared_ptr<House const> here() { return in("."); }

  // What [check] exclude leaves out.
  Exclusion exclusion();

  // The path as checker/config wants it.
  std::string absolute(std::string const& path) const;

 private:
  bool none_;
  std::string current_, stdin_filename_;
  Language language_;
  ConfigResolver resolver_;
};

// What holds for the inputs, each once. Walks the folders without reading a document; of what a list on standard input names nothing is
// known yet.
std::vector<std::shared_ptr<House const>> houses_in_use(Houses& houses, Options const& options);

// The problems of configurations, each once, as text to print; empty when there are none. Also an entry of --select or --ignore that is a
// code in none of them.
std::string problems(std::vector<std::shared_ptr<House const>> const& houses, Options const& options);
// The same for all that hold for the inputs.
std::string problems(Houses& houses, Options const& options);
// The same for one configuration.
std::string problems(House const& house, Options const& options);

// The rules as they are in the current folder: with the packs of `files` and what its vanthu.toml adds and changes for every type of
// document. Else the exit status; what is wrong has then been printed.
std::variant<RuleSet, int> rules_here(Options const& options, std::vector<std::string> const& files);

// What is said of an input whose configuration turns out to be wrong only when its turn comes.
ReadError configuration_error(House const& house);

}  // namespace vanthu::cli
