// Phrases judged: what is skipped, what is more than mentioned, one finding for each phrase.
#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "engine/evaluate.hpp"
#include "engine/phrases.hpp"
#include "engine/rule_evaluation.hpp"
#include "engine/sentence_words.hpp"
#include "text/spans.hpp"

namespace vanthu {
namespace {

// “…” and "…" within one block.
void add_quotations(std::string_view text, std::vector<Span>& out) {
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

bool overlaps_any(std::vector<Span> const& spans, Span span) {
  auto const after = std::lower_bound(spans.begin(), spans.end(), span.end, [](Span s, std::uint32_t end) { return s.begin < end; });
  return after != spans.begin() && std::prev(after)->overlaps(span);
}

}  // namespace

void RuleEvaluation::judge_phrases() {
  for (auto first = matches_.begin(), last = first; first != matches_.end(); first = last) {
    last = std::find_if(first, matches_.end(), [&](PhraseMatch const& match) { return match.rule != first->rule; });
    if (auto const& rule = rules_[first->rule]; rule.form == Form::phrases) judge(rule, {first, last});
  }
}

void RuleEvaluation::judge(Rule const& rule, std::span<PhraseMatch const> matches) {
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

std::vector<Span> RuleEvaluation::skipped_spans(std::uint64_t skip) const {
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
  if ((skip >> skip_quotation & 1U) != 0) add_quotations(model_.document().text, out);
  return merged(std::move(out));
}

}  // namespace vanthu
