// Packs of rules: TOML text in, a RuleSet or all that is wrong with the packs out. docs/rules-language.md is the reference.
#pragma once
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "engine/rule_set.hpp"

namespace vanthu {

struct PackSource {
  std::string name;  // for errors: "rules/citations.toml"; never opened
  std::string text;
};

// One thing that is wrong, where it stands and what would fit. Lower case, no full stop; in the language that was asked for.
struct PackError {
  std::string file;
  std::uint32_t line = 1, column = 1;  // from 1; code points
  std::uint32_t length = 1;            // code points marked, at least 1
  std::string message;
  std::string hint;         // may be empty
  std::string source_line;  // the line of the pack, without its end
};

// Several lines for people, each ended by '\n':
//   citations.toml:12:9: error: citation has no field "symbl"
//     when = 'symbl matches "^TT"'
//             ^~~~~
//     did you mean "symbol"?
// `language` is that of the word "error".
std::string to_text(PackError const& error, Language language = Language::en);

// Loads the packs together, on top of `base` when that is given: codes, names, lists and tables are one name space. A pack with the name of
// one in `base` replaces it.
// The packs stand beside those of `base`: rules that they bring are the user's own, with codes of the group CH.
// Errors are in `language` and in the order of the packs and of their lines; there is at least one.
std::variant<RuleSet, std::vector<PackError>> load_packs(std::vector<PackSource> const& packs, RuleSet const* base = nullptr,
                                                         Language language = Language::en);

}  // namespace vanthu
