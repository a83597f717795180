// The whole checker as one function.
#include "vanthu/check.hpp"

#include "engine/evaluate.hpp"
#include "engine/fingerprint.hpp"
#include "engine/judge.hpp"
#include "engine/policy.hpp"
#include "engine/suppress.hpp"
#include "vanthu/recognize.hpp"

namespace vanthu {
namespace {

std::variant<Checked, ReadError> recognized(std::string_view bytes, std::string_view name, ReadOptions const& reading) {
  auto document = read(bytes, name, reading);
  if (auto* error = std::get_if<ReadError>(&document)) return std::move(*error);
  Checked out{std::move(std::get<Document>(document)), {}, {}, {}};
  out.facts = recognize(out.document);
  return out;
}

}  // namespace

void judge(Checked& checked, RuleSet const& rules, CheckOptions const& options) {
  auto evaluated = evaluate(rules, checked.document, checked.facts, options);
  order(evaluated.diagnostics);
  checked.uses = suppress(rules, checked.document, checked.facts, options, evaluated);
  set_fingerprints(checked.document, evaluated.diagnostics);
  checked.diagnostics = std::move(evaluated.diagnostics);
  checked.rules = evaluated.rules;
  checked.ran = std::move(evaluated.ran);
}

std::optional<ReadError> judge(Checked& checked, ChoosePolicy const& choose) {
  auto const policy = choose(checked.facts);
  if (policy == nullptr)
    return ReadError{"configuration", "những phần [[overrides]] khớp văn bản này không dùng chung được với nhau",
                     "the [[overrides]] that fit this document cannot be combined"};
  judge(checked, policy->rules, policy->options);
  return std::nullopt;
}

std::variant<Checked, ReadError> check(std::string_view bytes, std::string_view name, RuleSet const& rules, CheckOptions const& options,
                                       ReadOptions const& reading) {
  auto out = recognized(bytes, name, reading);
  if (auto* checked = std::get_if<Checked>(&out)) judge(*checked, rules, options);
  return out;
}

std::variant<Checked, ReadError> check(std::string_view bytes, std::string_view name, ChoosePolicy const& choose,
                                       ReadOptions const& reading) {
  auto out = recognized(bytes, name, reading);
  if (auto* checked = std::get_if<Checked>(&out))
    if (auto error = judge(*checked, choose)) return *std::move(error);
  return out;
}

}  // namespace vanthu
