// One vanthu.toml, parsed and type-checked: what it says and where. Nothing is looked up yet: codes and other files are judged when it is
// resolved (resolve.hpp).
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "config/keys.hpp"
#include "engine/load.hpp"
#include "engine/toml.hpp"

namespace vanthu {

struct ConfigSetting {
  ConfigKey const* def = nullptr;
  TomlKey key;
  TomlValue value;  // of the shape that the key takes
};

struct RuleTable {
  TomlKey code;
  TomlValue table;
};

struct ConfigTable {
  TomlPlace place;  // of its first key
  std::vector<ConfigSetting> settings;
  std::vector<RuleTable> rules;  // of the top: [rules.CODE]; of [[overrides]]: [overrides.rules.CODE]

  ConfigSetting const* find(std::string_view name) const;
};

struct ConfigFile {
  PackSource source;   // name: as shown to people
  std::string path;    // absolute
  std::string folder;  // in which it stands; what it names is relative to that
  ConfigTable top, check, packs, issuer;
  std::vector<ConfigTable> overrides, ignores;
};

// Words of a problem, in the language of the person who is to mend it.
struct ConfigWords {
  Language language = Language::vi;
  std::string_view say(std::string_view vi, std::string_view en) const { return language == Language::vi ? vi : en; }
  // "có phải là "fail-on"?", or the known names when they are few; may be empty.
  std::string suggest(std::string_view name, std::vector<std::string_view> const& known) const;
};

// Problems are added to `errors`; what is right is kept all the same.
std::shared_ptr<ConfigFile const> parse_config(PackSource source, std::string path, Language language, std::vector<PackError>& errors);

// The strings of a setting: of an array its items, of a string itself.
std::vector<std::string_view> strings_of(TomlValue const& value);

}  // namespace vanthu
