// Fuzz target: any text as a condition and as a message of a rule on citations.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/compile.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(data), size);
  vanthu::Scope const scope{vanthu::NodeKind::citation, {"found"}, "a test"};
  vanthu::RuleBuilder builder({});
  std::vector<vanthu::TextProblem> problems;
  auto const condition = vanthu::compile_condition(text, scope, builder, problems);
  if (!condition && problems.empty()) __builtin_trap();
  vanthu::compile_template(text, scope, builder, problems);
  for (auto const& problem : problems)
    if (problem.span.begin > problem.span.end || problem.span.end > text.size() || problem.message.empty()) __builtin_trap();
  return 0;
}
