// The rules at work on one document: one way of judging for each form of rule.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/expression.hpp"
#include "engine/selection.hpp"

namespace vanthu {

class RuleEvaluation {
 public:
  // All must outlive it. Findings are added to `out`.
  RuleEvaluation(RuleSet const& rules, Model const& model, std::vector<Diagnostic>& out)
      : rules_(rules.rules()), evaluator_(rules, model), model_(model), out_(out) {}

  void judge(Selection::Condition const& condition, std::span<Node const> nodes);
  // Those conditions that a field of a node tells of, each of the nodes that it may fire on.
  void judge_told(Selection::OnKind const& conditions, std::span<Node const> nodes);

  // What check() and judge_phrases() need: phrases are found for all rules in one pass.
  void find_phrases(RuleSet const& rules, Selection const& selection);
  void check(Selection::Named const& selected);
  void judge_phrases();

 private:
  bool document_holds(Rule const& rule) { return rule.when == no_expr || evaluator_.holds(rule.when, {}); }
  // What the rule says of the nodes it fires on.
  void tell(Rule const& rule, std::span<Node const> nodes);
  // A message that says how often or where: its other placeholders tell what all the nodes have, each value once.
  std::string words_of_all(Template const& words, std::span<Node const> nodes);
  // `matches` are all of this rule. Those of one phrase are one finding, marked where it weighs most.
  void judge(Rule const& rule, std::span<PhraseMatch const> matches);
  // What lies in nodes of these kinds (bits) and in quotation marks, where skip_quotation is among them: ascending and merged.
  std::vector<Span> skipped_spans(std::uint64_t skip) const;
  Diagnostic& start(Rule const& rule, Span at, std::string message);
  // A part that is absent: the whole node; a component that is missing: where it belongs.
  Span place(Place place, Node node) const;
  std::optional<Fix> fix(Rule const& rule, Node node);
  Fix titled(Rule const& rule, std::vector<Edit> edits, Node node, Arguments arguments);

  std::span<Rule const> rules_;
  Evaluator evaluator_;
  Model const& model_;
  std::vector<Diagnostic>& out_;
  std::vector<bool> wanted_;  // of each rule with a check or phrases: it judges this document
  std::vector<PhraseMatch> matches_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> suspects_;  // of judge_told(), whose room stays: condition, node
  std::vector<Node> suspected_;                                    // those of one condition
};

}  // namespace vanthu
