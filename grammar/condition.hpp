// The condition language of rule packs: text → tree. docs/rules-language.md is its reference; types are checked by checker/engine/.
//
//   condition  := and { "or" and }
//   and        := negation { "and" negation }
//   negation   := [ "not" ] comparison
//   comparison := operand [ operator operand ]
//   operand    := literal | list | call | field | "(" condition ")"
//   field      := name | "document." name
//   call       := name "(" [ operand { "," operand } ] ")"
//   list       := "[" [ literal { "," literal } ] "]"
//   literal    := "true" | "false" | "null" | 12 | 2020-03-05 | "text"
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "vanthu/span.hpp"

namespace vanthu::grammar {

enum class ConditionKind : std::uint8_t {
  null,         // null
  boolean,      // true, false
  integer,      // digits, as written
  date,         // digits-digits-digits, as written: may be impossible
  string,       // without quotes, \" resolved
  list,         // children: literals
  field,        // "symbol", "document.type"
  call,         // children: arguments
  comparison,   // two children
  negation,     // one child
  conjunction,  // two children or more
  disjunction,  // two children or more
};

struct ConditionNode {
  ConditionKind kind = ConditionKind::null;
  Span span;         // bytes of the condition's text
  std::string text;  // literal, field, name of the function, operator; else empty
  Span text_span;    // where `text` stands
  std::vector<ConditionNode> children;
};

// Where parsing stopped and what would have fitted there: `a value`, `")"`, `"and", "or" or the end`.
struct ConditionError {
  std::uint32_t at = 0;
  std::string expected;
};

using ConditionResult = std::variant<ConditionNode, ConditionError>;

// The whole of `text` as a condition. Any bytes are accepted; parentheses nested deeper than 50 are an error.
ConditionResult parse_condition(std::string_view text);

// The whole of `text` as one operand: what stands between the braces of a message.
ConditionResult parse_operand(std::string_view text);

// The words that stand between two operands, for suggestions.
std::span<std::string_view const> condition_operators();

}  // namespace vanthu::grammar
