// What holds for one path, value by value, and who says so: for `vanthu config show`.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "config/policy.hpp"

namespace vanthu {

struct ConfigOrigin {
  enum class Kind : std::uint8_t { fallback, file, command_line };
  Kind kind = Kind::fallback;
  std::string file;  // as shown to people; with `kind` file
  TomlPlace place;
};

struct EffectiveValue {
  std::string name;  // "select"; of a rule "severity", "message.vi"
  TomlValue value;
  ConfigOrigin origin;
};

struct EffectiveSection {
  std::string name;  // "check", "rules.VD103"
  std::vector<EffectiveValue> values;
};

// [[overrides]] that hold only where something more is so.
struct EffectiveOverride {
  ConfigOrigin origin;
  std::vector<std::string> paths, types;  // what more: empty when nothing of that kind
  std::vector<EffectiveSection> sections;
};

struct Effective {
  std::vector<std::string> files;          // the nearest first, then what it extends
  std::vector<EffectiveSection> sections;  // check, packs, issuer, rules by code; without those that hold nothing
  std::vector<EffectiveOverride> overrides;
  std::vector<EffectiveSection> ignores;  // those for this path; named "ignore"
};

// `path` is absolute. `is_folder`: it is one, and [[overrides]] and [[ignore]] for paths in it are told as conditions.
Effective effective(House const& house, std::string_view path, bool is_folder);

// A value as TOML in one line.
std::string to_toml(TomlValue const& value);

}  // namespace vanthu
