// Every key of vanthu.toml, once: the parser judges by this table, `config show` lists it, `init` writes it out, and the JSON Schema for
// editors is made from it.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "vanthu/diagnostic.hpp"

namespace vanthu {

enum class ConfigSection : std::uint8_t { top, check, packs, rule, override_table, ignore, issuer };

// What a key takes.
enum class ConfigShape : std::uint8_t {
  text,      // a string that is not empty
  choice,    // one of KeyDef::choices
  date,      // a TOML date
  texts,     // an array of strings that are not empty
  codes,     // an array of codes of rules or of how codes begin
  any_code,  // codes, how codes begin, or names of rules: a string or an array of them
  types,     // an array of slugs of document types
  globs,     // an array of patterns for paths, relative to the file in which they stand
  any_glob,  // a pattern or an array of them
  file,      // a path, relative to the file in which it stands
  files,     // an array of paths or patterns, likewise
};

struct ConfigKey {
  ConfigSection section;
  std::string_view name;
  ConfigShape shape;
  std::string_view fallback;  // what stands for it where nobody gives it, as TOML; empty: nothing does
  std::string_view sample;    // a value as TOML, for `vanthu init` and the reference
  std::string_view doc_vi, doc_en;
  std::span<std::string_view const> choices = {};
  bool required = false;
};

struct ConfigSectionDef {
  std::string_view name;  // "check"; empty: the top
  bool array;             // [[name]]
  std::string_view doc_vi, doc_en;
};

std::span<ConfigKey const> config_keys();
ConfigSectionDef const& config_section(ConfigSection section);  // of `rule`: "rules.CODE"

// Null when the section has no such key.
ConfigKey const* config_key(ConfigSection section, std::string_view name);

// By the names that the choices of `severity`, `fail-on`, `stage` and `lang` have.
Severity severity_named(std::string_view name);
Stage stage_named(std::string_view name);
Language language_named(std::string_view name);
std::string_view stage_name(Stage stage);
std::string_view language_name(Language language);

}  // namespace vanthu
