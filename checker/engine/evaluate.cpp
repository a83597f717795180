// Documents taken together through the rules.
#include "engine/evaluate.hpp"

#include <algorithm>
#include <deque>
#include <limits>
#include <memory>
#include <tuple>
#include <utility>

#include "engine/rule_evaluation.hpp"

namespace vanthu {
namespace {

// The rules at work on one document. Stays where it is: its parts look into one another.
struct Running {
  Running(Subject const& subject, Evaluated& out)
      : rules(subject.rules),
        date(date_in_force(subject.facts, subject.options)),
        selection(rules.selections().of(subject.facts, date, subject.document.layout.has_value(), subject.options)),
        model(subject.document, subject.facts, date, subject.options.stage, subject.options.language, {}, &subject.options.office,
              subject.options.registry),
        evaluation(rules, model, out.diagnostics) {
    out.rules = selection->counts;
    out.ran = selection->ran;
  }
  Running(Running const&) = delete;

  RuleSet const& rules;
  Date date;
  std::shared_ptr<Selection const> selection;
  Model model;
  RuleEvaluation evaluation;
};

// Takes what each document has for a rule (ascending by rule) together for all documents, so that what it needs stays at hand.
template <class ItemsOf, class Take>
void rule_by_rule(std::deque<Running>& all, ItemsOf items_of, Take take) {
  constexpr auto none = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::pair<Running*, decltype(items_of(all.front()))>> left;
  for (auto& one : all)
    if (auto const items = items_of(one); !items.empty()) left.emplace_back(&one, items);
  for (std::uint32_t rule = 0, following = none; rule != none; rule = std::exchange(following, none))
    for (auto& [one, items] : left) {
      if (!items.empty() && items.front().rule == rule) {
        take(*one, items.front());
        items = items.subspan(1);
      }
      if (!items.empty()) following = std::min(following, items.front().rule);
    }
}

}  // namespace

std::string_view also_here(Language language) { return language == Language::vi ? "cũng ở đây" : "here too"; }

Date date_in_force(Facts const& facts, CheckOptions const& options) {
  if (options.date) return *options.date;
  return facts.date.year != 0 ? facts.date : options.today;
}

std::vector<Evaluated> evaluate(std::span<Subject const> subjects) {
  std::vector<Evaluated> out(subjects.size());
  std::deque<Running> all;
  for (std::size_t i = 0; i < subjects.size(); ++i) all.emplace_back(subjects[i], out[i]);
  for (std::size_t kind = 0; kind < node_kinds; ++kind) {
    auto const nodes_of = [&](Running const& one) { return one.model.nodes(static_cast<NodeKind>(kind)); };
    for (auto& one : all)
      if (auto const nodes = nodes_of(one); !nodes.empty()) one.evaluation.judge_told(one.selection->conditions[kind], nodes);
    rule_by_rule(
        all,
        [&](Running const& one) {
          return nodes_of(one).empty() ? std::span<Selection::Condition const>{} : one.selection->conditions[kind].asked;
        },
        [&](Running& one, Selection::Condition const& condition) { one.evaluation.judge(condition, nodes_of(one)); });
  }
  for (auto& one : all) one.evaluation.find_phrases(one.rules, *one.selection);
  rule_by_rule(
      all, [](Running const& one) { return std::span(one.selection->checks); },
      [](Running& one, Selection::Named const& check) { one.evaluation.check(check); });
  for (auto& one : all) one.evaluation.judge_phrases();
  return out;
}

Evaluated evaluate(RuleSet const& rules, Document const& document, Facts const& facts, CheckOptions const& options) {
  Subject const one{rules, document, facts, options};
  return std::move(evaluate(std::span(&one, 1)).front());
}

std::vector<Diagnostic> evaluate_suppressions(RuleSet const& rules, Document const& document, Facts const& facts,
                                              CheckOptions const& options, std::span<SuppressionNode const> nodes) {
  auto const date = date_in_force(facts, options);
  auto const selection = rules.selections().of(facts, date, document.layout.has_value(), options);
  std::vector<Diagnostic> out;
  Model const model(document, facts, date, options.stage, options.language, nodes, &options.office, options.registry);
  RuleEvaluation evaluation(rules, model, out);
  auto const& conditions = selection->conditions[static_cast<std::size_t>(NodeKind::suppression)];
  auto const judged = model.nodes(NodeKind::suppression);
  evaluation.judge_told(conditions, judged);
  for (auto const& condition : conditions.asked) evaluation.judge(condition, judged);
  return out;
}

void order(std::vector<Diagnostic>& diagnostics) {
  auto const key = [](Diagnostic const& d) {
    return std::tuple(d.span.begin, std::string_view(d.code), d.span.end, d.outside_text ? d.outside_text->begin : 0,
                      std::string_view(d.message));
  };
  std::vector<Diagnostic*> sorted;  // diagnostics are large
  sorted.reserve(diagnostics.size());
  for (auto& diagnostic : diagnostics) sorted.push_back(&diagnostic);
  std::ranges::stable_sort(sorted, [&](auto const* a, auto const* b) { return key(*a) < key(*b); });
  auto const equal = std::ranges::unique(sorted, [&](auto const* a, auto const* b) { return key(*a) == key(*b); });
  sorted.erase(equal.begin(), equal.end());
  std::vector<Diagnostic> out;
  out.reserve(sorted.size());
  for (auto* diagnostic : sorted) out.push_back(std::move(*diagnostic));
  diagnostics = std::move(out);
}

}  // namespace vanthu
