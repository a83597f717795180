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

void judge(std::span<ToJudge const> documents) {
  std::vector<Subject> subjects;
  for (auto const& [checked, rules, options] : documents) subjects.push_back({rules, checked.document, checked.facts, options});
  auto evaluated = evaluate(subjects);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    auto const& [checked, rules, options] = documents[i];
    auto& found = evaluated[i];
    order(found.diagnostics);
    checked.uses = suppress(rules, checked.document, checked.facts, options, found);
    set_fingerprints(checked.document, found.diagnostics);
    checked.diagnostics = std::move(found.diagnostics);
    checked.rules = found.rules;
    checked.ran = std::move(found.ran);
  }
}

ReadError no_policy() {
  return {"configuration", "những phần [[overrides]] khớp văn bản này không dùng chung được với nhau",
          "the [[overrides]] that fit this document cannot be combined"};
}

std::variant<Checked, ReadError> check(std::string_view bytes, std::string_view name, RuleSet const& rules, CheckOptions const& options,
                                       ReadOptions const& reading) {
  auto out = recognized(bytes, name, reading);
  if (auto* checked = std::get_if<Checked>(&out)) {
    ToJudge const one{*checked, rules, options};
    judge(std::span(&one, 1));
  }
  return out;
}

std::variant<Checked, ReadError> check(std::string_view bytes, std::string_view name, ChoosePolicy const& choose,
                                       ReadOptions const& reading) {
  auto out = recognized(bytes, name, reading);
  auto* checked = std::get_if<Checked>(&out);
  if (checked == nullptr) return out;
  auto const policy = choose(checked->facts);
  if (policy == nullptr) return no_policy();
  ToJudge const one{*checked, policy->rules, policy->options};
  judge(std::span(&one, 1));
  return out;
}

}  // namespace vanthu
