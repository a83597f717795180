// The whole checker as one function.
#include "vanthu/check.hpp"

#include "engine/evaluate.hpp"
#include "engine/suppress.hpp"
#include "vanthu/recognize.hpp"

namespace vanthu {

std::variant<Checked, ReadError> check(std::string_view bytes, std::string_view name, RuleSet const& rules, CheckOptions const& options) {
  auto document = read(bytes, name);
  if (auto* error = std::get_if<ReadError>(&document)) return std::move(*error);
  Checked out{std::move(std::get<Document>(document)), {}, {}, {}};
  out.facts = recognize(out.document);
  auto evaluated = evaluate(rules, out.document, out.facts, options);
  order(evaluated.diagnostics);
  out.uses = suppress(rules, out.document, out.facts, options, evaluated);
  out.diagnostics = std::move(evaluated.diagnostics);
  out.rules = evaluated.rules;
  return out;
}

}  // namespace vanthu
