// What holds in a folder before the command line is heard: a vanthu.toml with all that it extends.
#pragma once
#include <memory>
#include <string_view>
#include <vector>

#include "config/config_file.hpp"
#include "engine/rule_set.hpp"
#include "text/glob.hpp"

namespace vanthu {

struct Config {
  std::vector<std::shared_ptr<ConfigFile const>> files;  // the outermost base first, the nearest last; none: nothing is configured
  RuleSet rules;                                         // those that ship, with the packs; nothing overridden yet
  std::vector<PackError> errors;                         // not empty: it must not be used
};

// A setting, and the file that says so.
struct Sourced {
  ConfigFile const* file = nullptr;
  ConfigSetting const* setting = nullptr;
  explicit operator bool() const { return setting != nullptr; }
};

// The setting of [check] or [issuer] that counts: of the nearest file that has it.
Sourced setting_of(Config const& config, ConfigSection section, std::string_view name);

// One [[overrides]] or [[ignore]], and the file in which it stands.
struct SourcedTable {
  ConfigFile const* file = nullptr;
  ConfigTable const* table = nullptr;
};
// In the order in which they count: the last one wins.
std::vector<SourcedTable> overrides_of(Config const& config);
std::vector<SourcedTable> ignores_of(Config const& config);

// True when a pattern of `globs` covers `path` (absolute, NFC) as seen from the folder of the file in which the patterns stand.
bool covers(ConfigFile const& file, TomlValue const& globs, std::string_view path);

// What is wrong with a pattern, in words.
std::string_view words_of(GlobFault fault, Language language);

// The setting [check] exclude when it leaves out `path` (absolute), else nothing.
Sourced excluded_by(Config const& config, std::string_view path);

}  // namespace vanthu
