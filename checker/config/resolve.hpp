// From a folder to what holds in it: the nearest vanthu.toml upward, all that it extends, the packs that these name. Every folder and every
// file is looked at once.
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "config/policy.hpp"

namespace vanthu {

inline constexpr std::string_view config_name = "vanthu.toml";

// What is needed of the machine. Paths are absolute, without "." and "..".
struct ConfigMachine {
  struct Unreadable {
    std::string why;  // in the language of the user
  };
  // The bytes of a file; monostate when there is none.
  std::function<std::variant<std::monostate, std::string, Unreadable>(std::string const& path)> read;
  // The .toml files at any depth in a folder, relative to it, in a fixed order.
  std::function<std::vector<std::string>(std::string const& folder)> toml_files;
  // How a path is called in what the user reads.
  std::function<std::string(std::string const& path)> shown;
};

class ConfigResolver {
 public:
  // `shipped`: the rules without any pack. `everywhere`: when not empty, the one file (absolute) that holds for all folders.
  ConfigResolver(ConfigMachine machine, RuleSet shipped, CommandLine given, std::string everywhere = {});

  // What holds for files in a folder (absolute, without "." and ".."). Never null; look at config().errors. May be called by several
  // threads.
  std::shared_ptr<House const> in_folder(std::string_view folder);

  // What holds where nothing is configured.
  std::shared_ptr<House const> unconfigured();

 private:
  using Text = std::variant<std::monostate, std::string, ConfigMachine::Unreadable>;
  std::shared_ptr<House const> nearest(std::string_view folder);
  std::shared_ptr<House const> load(std::string const& path, Text text);

  ConfigMachine machine_;
  RuleSet shipped_;
  CommandLine given_;
  std::string everywhere_;
  std::mutex mutex_;
  std::shared_ptr<House const> unconfigured_, named_;
  std::map<std::string, std::shared_ptr<House const>, std::less<>> by_folder_;
};

}  // namespace vanthu
