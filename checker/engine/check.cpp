// The whole checker as one function.
#include "vanthu/check.hpp"

#include <algorithm>
#include <tuple>

#include "engine/evaluate.hpp"
#include "vanthu/recognize.hpp"

namespace vanthu {
namespace {

// By place, then by code; the same finding once.
void order(std::vector<Diagnostic>& diagnostics) {
  auto const key = [](Diagnostic const& d) {
    return std::tuple(d.span.begin, std::string_view(d.code), d.span.end, std::string_view(d.message));
  };
  std::stable_sort(diagnostics.begin(), diagnostics.end(), [&](auto const& a, auto const& b) { return key(a) < key(b); });
  diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end(), [&](auto const& a, auto const& b) { return key(a) == key(b); }),
                    diagnostics.end());
}

}  // namespace

std::variant<Checked, ReadError> check(std::string_view bytes, std::string_view name, RuleSet const& rules, CheckOptions const& options) {
  auto document = read(bytes, name);
  if (auto* error = std::get_if<ReadError>(&document)) return std::move(*error);
  Checked out{std::move(std::get<Document>(document)), {}, {}, {}};
  out.facts = recognize(out.document);
  auto evaluated = evaluate(rules, out.document, out.facts, options);
  out.diagnostics = std::move(evaluated.diagnostics);
  out.rules = evaluated.rules;
  order(out.diagnostics);
  return out;
}

}  // namespace vanthu
