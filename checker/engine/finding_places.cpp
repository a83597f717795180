#include "engine/finding_places.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "engine/evaluate.hpp"

namespace vanthu {
namespace {

// A rule of which one finding may have several places; null for others.
Rule const* grouping_rule(Diagnostic const& diagnostic, RuleSet const& rules) {
  auto const* rule = rules.find(diagnostic.code);
  return rule != nullptr && (rule->form == Form::phrases || rule->once) ? rule : nullptr;
}

// A further place, not a cause.
bool is_place(Related const& related, Rule const& rule, Language language) {
  return rule.form == Form::phrases || related.message == also_here(language);
}

// The findings at the places of one, in order of their places.
std::vector<Diagnostic> pieces_of(Diagnostic whole, Rule const& rule, Language language) {
  auto const places = std::stable_partition(whole.related.begin(), whole.related.end(),
                                            [&](Related const& related) { return !is_place(related, rule, language); });
  std::vector<Related> const further(places, whole.related.end());
  whole.related.erase(places, whole.related.end());
  std::vector<Edit> edits;
  if (!whole.fixes.empty()) edits = std::exchange(whole.fixes.front().edits, {});

  std::vector<Diagnostic> out;
  auto const first_related = std::exchange(whole.related, {});
  out.push_back(whole);
  for (auto const& place : further) {
    whole.span = place.span;
    whole.related = {place};  // its words as a further place
    out.push_back(whole);
  }
  out.front().related = first_related;
  for (auto& edit : edits) {
    auto const next =
        std::partition_point(out.begin() + 1, out.end(), [&](Diagnostic const& piece) { return piece.span.begin <= edit.span.begin; });
    std::prev(next)->fixes.front().edits.push_back(std::move(edit));
  }
  for (auto& piece : out)
    if (!piece.fixes.empty() && piece.fixes.front().edits.empty()) piece.fixes.clear();
  return out;
}

}  // namespace

void split_places(std::vector<Diagnostic>& diagnostics, RuleSet const& rules, Language language) {
  std::vector<Diagnostic> out;
  out.reserve(diagnostics.size());
  for (auto& diagnostic : diagnostics) {
    auto const* rule = diagnostic.related.empty() ? nullptr : grouping_rule(diagnostic, rules);
    if (rule == nullptr) {
      out.push_back(std::move(diagnostic));
    } else {
      auto pieces = pieces_of(std::move(diagnostic), *rule, language);
      std::move(pieces.begin(), pieces.end(), std::back_inserter(out));
    }
  }
  diagnostics = std::move(out);
  order(diagnostics);
}

void join_places(std::vector<Diagnostic>& diagnostics, RuleSet const& rules, Language language) {
  std::vector<Diagnostic> out;
  out.reserve(diagnostics.size());
  std::map<std::tuple<std::string, std::string, int, std::string>, std::size_t> groups;  // → index into out
  for (auto& diagnostic : diagnostics) {
    auto const* rule = grouping_rule(diagnostic, rules);
    if (rule == nullptr) {
      out.push_back(std::move(diagnostic));
      continue;
    }
    auto const& suppressed = diagnostic.suppressed;
    auto const [group, fresh] =
        groups.try_emplace({diagnostic.code, diagnostic.message, suppressed ? static_cast<int>(suppressed->origin) : -1,
                            suppressed ? suppressed->reason : std::string()},
                           out.size());
    if (fresh) {
      auto& own = diagnostic.related;
      if (!own.empty() && own.front().span == diagnostic.span && is_place(own.front(), *rule, language)) own.erase(own.begin());
      out.push_back(std::move(diagnostic));
      continue;
    }
    auto& first = out[group->second];
    std::move(diagnostic.related.begin(), diagnostic.related.end(), std::back_inserter(first.related));
    if (diagnostic.fixes.empty()) continue;
    if (first.fixes.empty()) {
      first.fixes = std::move(diagnostic.fixes);
    } else {
      auto& edits = diagnostic.fixes.front().edits;
      std::move(edits.begin(), edits.end(), std::back_inserter(first.fixes.front().edits));
    }
  }
  diagnostics = std::move(out);
}

}  // namespace vanthu
