// Conditions and message templates: parsed, type-checked against the schema, turned into expressions. Nothing here knows TOML.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/rule_builder.hpp"
#include "engine/say.hpp"

namespace vanthu {

// A place in the text that was compiled, and what is wrong there. Lower case, no full stop.
struct TextProblem {
  Span span;
  std::string message;
  std::string hint;  // what would fit; may be empty
};

// What names can mean where a condition or placeholder stands.
struct Scope {
  std::optional<NodeKind> node;             // bare names are its fields; none: only document.X
  std::vector<std::string_view> arguments;  // bare names that only messages know: {found}
  std::string_view arguments_of;            // whose they are, for errors: `check "numbering-sequence"`, "a phrase rule"
};

// The whole text as a boolean condition. Nothing when there were problems, which are then in `problems`.
std::optional<ExprIndex> compile_condition(std::string_view text, Scope const& scope, RuleBuilder& builder,
                                           std::vector<TextProblem>& problems, Say say = {});

// Text with {placeholders}; {{ and }} stand for braces. Always gives what could be read of it.
Template compile_template(std::string_view text, Scope const& scope, RuleBuilder& builder, std::vector<TextProblem>& problems,
                          Say say = {});

}  // namespace vanthu
