// Rules on facts: one way of judging for each form of rule.
#include "engine/evaluate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <deque>
#include <limits>
#include <memory>
#include <tuple>
#include <utility>

#include "engine/expression.hpp"
#include "engine/phrases.hpp"
#include "engine/selection.hpp"
#include "engine/sentence_words.hpp"

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

class RuleEvaluation {
 public:
  RuleEvaluation(RuleSet const& rules, Model const& model, std::vector<Diagnostic>& out)
      : rules_(rules.rules()), evaluator_(rules, model), model_(model), out_(out) {}

  void judge(Selection::Condition const& condition, std::span<Node const> nodes) {
    auto const holds = [&](ExprIndex expression, Node node) { return evaluator_.holds(expression, node); };
    std::vector<Node> at_fault;
    for (auto const& node : nodes) {
      if (condition.expect_first ? holds(condition.expect, node) : condition.when != no_expr && !holds(condition.when, node)) continue;
      if (condition.expect_first ? holds(condition.when, node) : !holds(condition.expect, node)) at_fault.push_back(node);
    }
    if (!at_fault.empty()) tell(rules_[condition.rule], at_fault);
  }

  // Those conditions that a field of a node tells of, each of the nodes that it may fire on.
  void judge_told(Selection::OnKind const& conditions, std::span<Node const> nodes) {
    suspects_.clear();
    for (auto const& [field, values] : conditions.telling)
      for (std::uint32_t i = 0; i < nodes.size(); ++i)
        for_each_string(model_.field(nodes[i], field), [&](std::string_view said) {
          for (auto const& [value, condition] : std::ranges::equal_range(values, said, {}, [](auto const& each) { return each.first; }))
            suspects_.emplace_back(condition, i);
        });
    std::ranges::sort(suspects_);
    suspects_.erase(std::unique(suspects_.begin(), suspects_.end()), suspects_.end());
    for (auto first = suspects_.begin(), last = first; first != suspects_.end(); first = last) {
      suspected_.clear();
      for (; last != suspects_.end() && last->first == first->first; ++last) suspected_.push_back(nodes[last->second]);
      judge(conditions.told[first->first], suspected_);
    }
  }

  // What the rule says of the nodes it fires on.
  void tell(Rule const& rule, std::vector<Node> const& nodes) {
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

  static bool has_arguments(Template const& words) {
    return std::ranges::any_of(words, [](TemplatePart const& part) { return part.kind == PartKind::argument; });
  }

  // A message that says how often or where: its other placeholders tell what all the nodes have, each value once.
  std::string words_of_all(Template const& words, std::vector<Node> const& nodes) {
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

  // What check() and judge_phrases() need: phrases are found for all rules in one pass; the matches of one rule stand together.
  void find_phrases(RuleSet const& rules, Selection const& selection) {
    wanted_.resize(rules_.size());
    for (auto const& named : selection.checks) wanted_[named.rule] = document_holds(rules_[named.rule]);
    for (auto const rule : selection.phrases) wanted_[rule] = document_holds(rules_[rule]);
    if (std::find(wanted_.begin(), wanted_.end(), true) == wanted_.end()) return;
    matches_ = rules.phrases().find(model_.document().text, model_.document().words, wanted_);
  }

  void judge_phrases() {
    for (auto first = matches_.begin(), last = first; first != matches_.end(); first = last) {
      last = std::find_if(first, matches_.end(), [&](PhraseMatch const& match) { return match.rule != first->rule; });
      if (auto const& rule = rules_[first->rule]; rule.form == Form::phrases) judge(rule, {first, last});
    }
  }

  void check(Selection::Named const& selected) {
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

  bool document_holds(Rule const& rule) { return rule.when == no_expr || evaluator_.holds(rule.when, {}); }

  // `matches` are all of this rule. Those of one phrase are one finding, marked where it weighs most.
  void judge(Rule const& rule, std::span<PhraseMatch const> matches) {
    auto const& document = model_.document();
    auto const skipped = skipped_spans(rule.skip);
    auto const acting = skipped_spans(rule.in_passing.unless_in);
    SentenceWords excused(document.text, rule.unless_sentence), acts(document.text, rule.in_passing.unless_sentence);
    auto const lower = std::min(rule.severity, rule.in_passing.severity);
    auto const begins = [&](Span at) {
      return document.blocks[document.block_at(at.begin)].kind != BlockKind::table_cell && acts.begins_with(at);
    };
    auto const is_more_than_mentioned = [&](Span at) { return overlaps_any(acting, at) || begins(at) || acts.has_any(at); };
    struct Found {
      std::uint32_t phrase = 0;
      Severity severity = Severity::info;
      std::size_t main = 0;  // of places
      std::vector<Span> places;
      std::vector<Edit> edits;
    };
    std::vector<Found> all;
    for (auto const& match : matches) {
      if (overlaps_any(skipped, match.span) || excused.has_any(match.span)) continue;
      auto const& phrase = rule.phrases[match.phrase];
      auto const text = slice(document.text, match.span);
      auto right = rule.letter_case ? std::string(phrase.right) : in_case_of(phrase.right, text, phrase.wrong);
      if (phrase.has_right && right == text) continue;
      auto found = std::ranges::find(all, match.phrase, &Found::phrase);
      if (found == all.end()) found = all.insert(found, {match.phrase, lower, 0, {}, {}});
      if (found->severity < rule.severity && is_more_than_mentioned(match.span)) {
        found->severity = rule.severity;
        found->main = found->places.size();
      }
      found->places.push_back(match.span);
      if (phrase.has_right) found->edits.push_back({match.span, std::move(right)});
    }
    for (auto& found : all) {
      auto const& phrase = rule.phrases[found.phrase];
      auto const at = found.places[found.main];
      auto const arguments = [&](Span place) {
        return std::array<Arguments::value_type, 3>{{{"wrong", std::string(phrase.wrong)},
                                                     {"right", std::string(phrase.right)},
                                                     {"found", std::string(slice(document.text, place))}}};
      };
      auto const words = [&](Template const& message, Span place) { return evaluator_.words(message, {}, arguments(place)); };
      auto& diagnostic = start(rule, at, words(rule.message.in(model_.language()), at));
      diagnostic.severity = found.severity;
      auto const& message = rule.related.message.in(model_.language());
      for (auto const place : found.places)
        if (place.begin != at.begin)
          diagnostic.related.push_back({place, message.empty() ? std::string(also_here(model_.language())) : words(message, place)});
      if (!found.edits.empty()) diagnostic.fixes.push_back(titled(rule, std::move(found.edits), {}, arguments(found.places.front())));
    }
  }

 private:
  Diagnostic& start(Rule const& rule, Span at, std::string message) {
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

  // A part that is absent: the whole node; a component that is missing: where it belongs.
  Span place(Place place, Node node) const {
    if (auto const there = model_.place(node, place)) return *there;
    if (place.kind == PlaceKind::component) return model_.place_of_missing(static_cast<ComponentKind>(place.index));
    return model_.span(node);
  }

  std::optional<Fix> fix(Rule const& rule, Node node) {
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

  Fix titled(Rule const& rule, std::vector<Edit> edits, Node node, Arguments arguments) {
    auto const& title = rule.fix.title.in(model_.language());
    auto words = title.empty() ? default_title(edits.front()) : evaluator_.words(title, node, arguments);
    return {std::move(words), rule.fix.safety, std::move(edits)};
  }

  std::string default_title(Edit const& edit) const {
    auto const old = slice(model_.document().text, edit.span);
    bool const vi = model_.language() == Language::vi;
    if (old.empty()) return vi ? fmt::format("thêm \"{}\"", edit.text) : fmt::format("insert \"{}\"", edit.text);
    if (edit.text.empty()) return vi ? fmt::format("bỏ \"{}\"", old) : fmt::format("remove \"{}\"", old);
    return vi ? fmt::format("thay \"{}\" bằng \"{}\"", old, edit.text) : fmt::format("replace \"{}\" with \"{}\"", old, edit.text);
  }

  // Edits stay ascending and apart.
  static void add_edits(Fix& fix, std::vector<Edit> const& edits) {
    for (auto const& edit : edits)
      if (edit.span.begin >= fix.edits.back().span.end) fix.edits.push_back(edit);
  }

  // Ascending and merged.
  std::vector<Span> skipped_spans(std::uint64_t skip) const {
    std::vector<Span> out;
    for (std::size_t kind = 0; kind < node_defs().size(); ++kind)
      if ((skip >> kind & 1U) != 0)
        for (auto const& node : model_.nodes(static_cast<NodeKind>(kind))) {
          out.push_back(model_.span(node));
          if (node.kind != NodeKind::citation) continue;
          auto const& citation = model_.facts().citations[node.index];
          out.push_back(citation.title_span);
          if (citation.issuer_named_before) out.push_back(citation.issuer_span);
        }
    if ((skip >> skip_quotation & 1U) != 0) add_quotations(out);
    std::sort(out.begin(), out.end(), [](Span a, Span b) { return a.begin < b.begin; });
    std::vector<Span> merged;
    for (auto const span : out) {
      if (merged.empty() || span.begin > merged.back().end)
        merged.push_back(span);
      else
        merged.back().end = std::max(merged.back().end, span.end);
    }
    return merged;
  }

  // “…” and "…" within one block.
  void add_quotations(std::vector<Span>& out) const {
    std::string_view const text = model_.document().text;
    constexpr std::string_view open = "“", close = "”";
    auto begin = std::string_view::npos;
    std::string_view end_mark;
    for (std::size_t i = 0; i < text.size(); ++i) {
      auto const rest = text.substr(i);
      if (text[i] == '\n') {
        begin = std::string_view::npos;
      } else if (begin != std::string_view::npos && rest.starts_with(end_mark)) {
        out.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(i + end_mark.size())});
        begin = std::string_view::npos;
      } else if (begin == std::string_view::npos && (text[i] == '"' || rest.starts_with(open))) {
        begin = i;
        end_mark = text[i] == '"' ? std::string_view("\"") : close;
      }
    }
  }

  static bool overlaps_any(std::vector<Span> const& spans, Span span) {
    auto const after = std::lower_bound(spans.begin(), spans.end(), span.end, [](Span s, std::uint32_t end) { return s.begin < end; });
    return after != spans.begin() && std::prev(after)->overlaps(span);
  }

  std::span<Rule const> rules_;
  Evaluator evaluator_;
  Model const& model_;
  std::vector<Diagnostic>& out_;
  std::vector<bool> wanted_;  // of each rule with a check or phrases: it judges this document
  std::vector<PhraseMatch> matches_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> suspects_;  // of judge_told(), whose room stays: condition, node
  std::vector<Node> suspected_;                                    // those of one condition
};

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
