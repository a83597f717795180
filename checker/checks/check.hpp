// A named check: a judgment that needs an algorithm. It is a value (name, options, arguments, function), never a class; it holds no
// words, severities or clauses: those are in the rule (rules/*.toml) that names it. One check a file; all are listed in all.cpp.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "vanthu/diagnostic.hpp"
#include "vanthu/document.hpp"
#include "vanthu/facts.hpp"

namespace vanthu {

enum class OptionType : unsigned char { boolean, integer, string, list, table };  // table: string → string, in the order of the file

struct OptionDef {
  std::string_view name;
  OptionType type;
  bool required;
  std::string_view doc;  // English, one line
};

// A value that the check puts into messages as {name}, and into related messages.
struct ArgumentDef {
  std::string_view name;
  std::string_view doc;
};

using OptionValue =
    std::variant<bool, std::int64_t, std::string, std::vector<std::string>, std::vector<std::pair<std::string, std::string>>>;

// Options of one rule, already type-checked against the check's table: asking for what the table does not have is a bug. Owns nothing.
class Options {
 public:
  explicit Options(std::span<std::pair<std::string, OptionValue> const> values) : values_(values) {}

  template <class T>
  T const* get(std::string_view name) const {
    for (auto const& [key, value] : values_)
      if (key == name) return std::get_if<T>(&value);
    return nullptr;
  }
  template <class T>
  T value_or(std::string_view name, T fallback) const {
    auto const* found = get<T>(name);
    return found ? *found : fallback;
  }

 private:
  std::span<std::pair<std::string, OptionValue> const> values_;
};

struct Finding {
  Span at;
  std::vector<std::pair<std::string_view, std::string>> arguments;  // names from the check's table
  std::vector<Span> related;                                        // marked with the rule's `related.message`
  std::vector<Edit> fix;                                            // empty: none
};

// A phrase that stands in the text.
struct PhraseMatch {
  std::uint32_t rule = 0;    // index into RuleData::rules
  std::uint32_t phrase = 0;  // index into the phrases of the rule or check
  std::uint32_t word = 0;    // index into Document::words: its first, or the first behind signs alone
  Span span;
};

struct CheckInput {
  Document const& document;
  std::span<PhraseMatch const> found;  // of Check::phrases, ascending by place
  Facts const& facts;
  Options const& options;
  Date date;  // the document's own date, the override, or today: never all unknown
  Stage stage;
};

struct Check {
  std::string_view name;  // "numbering-sequence"
  std::span<OptionDef const> options;
  std::span<ArgumentDef const> arguments;
  void (*run)(CheckInput const& input, std::vector<Finding>& out);
  // What it looks for in the text: all phrases of all rules are found in one pass over the words. Letter case does not matter.
  std::vector<std::string> (*phrases)(Options const& options) = nullptr;
};

// Every check there is, in alphabetical order.
std::span<Check const* const> all_checks();
// Null when there is none of that name.
Check const* check_named(std::string_view name);

}  // namespace vanthu
