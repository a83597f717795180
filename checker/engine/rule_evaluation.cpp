// Conditions and checks judged, and what is said of them.
#include "engine/rule_evaluation.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/evaluate.hpp"
#include "engine/phrases.hpp"

namespace vanthu {
namespace {

// Each string that a field has: its value, or the items of a list.
template <class Take>
void for_each_string(Val const& value, Take take) {
  if (auto const* text = std::get_if<std::string_view>(&value)) take(*text);
  if (auto const* list = std::get_if<ListView>(&value)) {
    for (std::string_view const item : list->strings) take(item);
    for (auto const item : list->views) take(item);
  }
}

bool has_arguments(Template const& words) {
  return std::ranges::any_of(words, [](TemplatePart const& part) { return part.kind == PartKind::argument; });
}

std::string default_title(Model const& model, Edit const& edit) {
  auto const old = slice(model.document().text, edit.span);
  bool const vi = model.language() == Language::vi;
  if (old.empty()) return vi ? fmt::format("thêm \"{}\"", edit.text) : fmt::format("insert \"{}\"", edit.text);
  if (edit.text.empty()) return vi ? fmt::format("bỏ \"{}\"", old) : fmt::format("remove \"{}\"", old);
  return vi ? fmt::format("thay \"{}\" bằng \"{}\"", old, edit.text) : fmt::format("replace \"{}\" with \"{}\"", old, edit.text);
}

// Edits stay ascending and apart.
void add_edits(Fix& fix, std::vector<Edit> const& edits) {
  for (auto const& edit : edits)
    if (edit.span.begin >= fix.edits.back().span.end) fix.edits.push_back(edit);
}

}  // namespace

void RuleEvaluation::judge(Selection::Condition const& condition, std::span<Node const> nodes) {
  auto const holds = [&](ExprIndex expression, Node node) { return evaluator_.holds(expression, node); };
  std::vector<Node> at_fault;
  for (auto const& node : nodes) {
    if (condition.expect_first ? holds(condition.expect, node) : condition.when != no_expr && !holds(condition.when, node)) continue;
    if (condition.expect_first ? holds(condition.when, node) : !holds(condition.expect, node)) at_fault.push_back(node);
  }
  if (!at_fault.empty()) tell(rules_[condition.rule], at_fault);
}

void RuleEvaluation::judge_told(Selection::OnKind const& conditions, std::span<Node const> nodes) {
  suspects_.clear();
  for (auto const& [field, values] : conditions.telling)
    for (std::uint32_t i = 0; i < nodes.size(); ++i)
      for_each_string(model_.field(nodes[i], field), [&](std::string_view said) {
        auto const value_of = [](auto const& each) { return each.first; };
        for (auto tells = std::ranges::lower_bound(values, said, {}, value_of); tells != values.end() && tells->first == said; ++tells)
          suspects_.emplace_back(tells->second, i);
      });
  std::ranges::sort(suspects_);
  suspects_.erase(std::unique(suspects_.begin(), suspects_.end()), suspects_.end());
  for (auto first = suspects_.begin(), last = first; first != suspects_.end(); first = last) {
    suspected_.clear();
    for (; last != suspects_.end() && last->first == first->first; ++last) suspected_.push_back(nodes[last->second]);
    judge(conditions.told[first->first], suspected_);
  }
}

void RuleEvaluation::tell(Rule const& rule, std::span<Node const> nodes) {
  auto const& message = rule.message.in(model_.language());
  Diagnostic* first = nullptr;
  for (auto const& node : nodes) {
    auto const at = place(rule.at, node);
    if (first != nullptr) {
      first->related.push_back({at, std::string(also_here(model_.language()))});
      if (auto more = fix(rule, node); more && !first->fixes.empty()) add_edits(first->fixes[0], more->edits);
      continue;
    }
    auto& diagnostic = start(rule, at, evaluator_.words(message, node));
    diagnostic.outside_text = model_.outside_text(node);
    if (auto const cause = model_.place(node, rule.related.at))
      diagnostic.related.push_back({*cause, evaluator_.words(rule.related.message.in(model_.language()), node)});
    if (auto edit = fix(rule, node)) diagnostic.fixes.push_back(std::move(*edit));
    if (rule.once) first = &diagnostic;
  }
  if (first != nullptr && has_arguments(message)) first->message = words_of_all(message, nodes);
}

std::string RuleEvaluation::words_of_all(Template const& words, std::span<Node const> nodes) {
  constexpr std::size_t named = 8;
  auto const& document = model_.document();
  std::vector<std::uint32_t> lines;
  for (auto const& node : nodes)
    if (auto const line = document.position(document.map.to_source(model_.span(node)).begin).line; lines.empty() || lines.back() != line)
      lines.push_back(line);
  auto const shown = std::span(lines).first(std::min(named, lines.size()));
  Arguments::value_type const arguments[] = {{"times", std::to_string(nodes.size())},
                                             {"places", fmt::format("{}{}", fmt::join(shown, ", "), lines.size() > named ? " …" : "")}};
  return evaluator_.words_of_all(words, nodes, arguments);
}

void RuleEvaluation::find_phrases(RuleSet const& rules, Selection const& selection) {
  wanted_.resize(rules_.size());
  for (auto const& named : selection.checks) wanted_[named.rule] = document_holds(rules_[named.rule]);
  for (auto const rule : selection.phrases) wanted_[rule] = document_holds(rules_[rule]);
  if (std::find(wanted_.begin(), wanted_.end(), true) == wanted_.end()) return;
  matches_ = rules.phrases().find(model_.document().text, model_.document().words, wanted_);
}

void RuleEvaluation::check(Selection::Named const& selected) {
  if (!wanted_[selected.rule]) return;
  auto const& named = *selected.check;
  auto const& rule = rules_[selected.rule];
  std::span<PhraseMatch const> found;
  if (named.phrases != nullptr) found = std::ranges::equal_range(matches_, selected.rule, {}, &PhraseMatch::rule);
  Options const options(rule.options);
  std::vector<Finding> findings;
  named.run({model_.document(), found, model_.facts(), options, model_.date(), model_.stage()}, findings);
  for (auto& finding : findings) {
    auto& diagnostic = start(rule, finding.at, evaluator_.words(rule.message.in(model_.language()), {}, finding.arguments));
    auto const& message = rule.related.message.in(model_.language());
    for (auto const& span : finding.related)
      diagnostic.related.push_back(
          {span, message.empty() ? std::string(also_here(model_.language())) : evaluator_.words(message, {}, finding.arguments)});
    if (!finding.fix.empty()) diagnostic.fixes.push_back(titled(rule, std::move(finding.fix), {}, finding.arguments));
  }
}

Diagnostic& RuleEvaluation::start(Rule const& rule, Span at, std::string message) {
  if (out_.empty()) out_.reserve(8);  // they are large; most documents have fewer
  auto& diagnostic = out_.emplace_back();
  diagnostic.code = rule.code;
  diagnostic.name = rule.name;
  diagnostic.severity = rule.severity;
  diagnostic.message = std::move(message);
  diagnostic.span = at;
  diagnostic.basis = {std::string(rule.basis.source), std::string(rule.basis.clause), std::string(rule.basis.force)};
  return diagnostic;
}

Span RuleEvaluation::place(Place place, Node node) const {
  if (auto const there = model_.place(node, place)) return *there;
  if (place.kind == PlaceKind::component) return model_.place_of_missing(static_cast<ComponentKind>(place.index));
  return model_.span(node);
}

std::optional<Fix> RuleEvaluation::fix(Rule const& rule, Node node) {
  if (rule.fix.action == FixAction::none) return std::nullopt;
  auto there = model_.place(node, rule.fix.at);
  if (!there && rule.fix.action != FixAction::replace && rule.fix.at.kind == PlaceKind::component)
    there = model_.place_of_missing(static_cast<ComponentKind>(rule.fix.at.index));
  auto text = evaluator_.complete_words(rule.fix.with, node);
  if (!there || !text) return std::nullopt;
  auto span = *there;
  if (rule.fix.action == FixAction::insert_before) span.end = span.begin;
  if (rule.fix.action == FixAction::insert_after) span.begin = span.end;
  bool const unchanged = *text == slice(model_.document().text, span);
  if (unchanged && node.kind != NodeKind::anomaly) return std::nullopt;  // the text of an anomaly is clean already, its source is not
  return titled(rule, {{span, std::move(*text)}}, node, {});
}

Fix RuleEvaluation::titled(Rule const& rule, std::vector<Edit> edits, Node node, Arguments arguments) {
  auto const& title = rule.fix.title.in(model_.language());
  auto words = title.empty() ? default_title(model_, edits.front()) : evaluator_.words(title, node, arguments);
  return {std::move(words), rule.fix.safety, std::move(edits)};
}

}  // namespace vanthu
