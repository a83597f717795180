// The keys of packs, once: the loader asks here what is known and what it takes, and the schema for editors (`vanthu schema pack`) is made
// from the same tables.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/rule.hpp"
#include "engine/toml.hpp"

namespace vanthu {

// What a key takes.
enum class Shape : std::uint8_t {
  boolean,
  text,
  date,
  names,  // an array of texts
  words,  // a table with "vi" and "en"
  pack,   // tables with keys of their own: keys_of()
  defaults,
  fix,
  related,
  in_passing,
  context,
  house,     // [issuer] of vanthu.toml
  phrases,   // an array of such tables
  examples,  // likewise
  lists,     // name → texts
  tables,    // name → text → text
  sources,   // key → a table
  clauses,   // key → text, or a table
  options,   // as the check has them
  changes,   // code → a table: keys of a rule
};
TomlKind kind_of(Shape shape);

// Texts that fit, where not every text does.
enum class Choice : std::uint8_t { any, severity, safety, touches, stage, family, type, need, node, skip, check, force };
// Their order is that of the enumeration they stand for. Empty: every text.
std::vector<std::string_view> choices(Choice choice);

// What one of them is called: "severity".
std::string_view noun(Choice choice, Language language);

// Flags of a key.
constexpr unsigned in_condition = 1, in_check = 2, in_phrases = 4;  // forms of a rule in which it may stand
constexpr unsigned in_every_form = in_condition | in_check | in_phrases;
constexpr unsigned required = 8;
constexpr unsigned in_defaults = 16;  // may stand in [pack.defaults], where a required one may stand instead
constexpr unsigned is_identity = 32;  // makes the rule what it is: no change of a rule has it
constexpr unsigned in_change = 64;    // stands only where a rule is changed
constexpr unsigned judges = 128;      // examples of a rule whose key is changed may hold no longer

struct KeyDef {
  std::string_view name;
  Shape shape;
  unsigned flags;
  Choice choice;
  std::string_view vi, en;  // one line for people
};

std::span<KeyDef const> file_keys();  // the parts of a pack beside its rules
std::span<KeyDef const> rule_keys();
// Of the table that a shape is; of an array of tables, and where the author names the tables (sources, clauses), those of each of them.
// Empty where there are none.
std::span<KeyDef const> keys_of(Shape shape);

KeyDef const* find_key(std::span<KeyDef const> keys, std::string_view name);
unsigned flag_of(Form form);

// Names of the keys that have all of `with` (of forms: any of them) and none of `without`.
std::vector<std::string_view> names_of(std::span<KeyDef const> keys, unsigned with, unsigned without = 0);

}  // namespace vanthu
