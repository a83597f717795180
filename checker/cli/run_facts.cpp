#include "cli/run_facts.hpp"

#include <algorithm>
#include <utility>

namespace vanthu::cli {

void RunFacts::add(Checked const& checked, RuleSet const& set) {
  if (!wanted_) return;
  auto const& name = checked.document.name;
  std::scoped_lock const lock(mutex_);
  files_.push_back({name, checked.document.encoding, checked.document.format});
  report::add(statistics_, checked);
  auto const rules = set.rules();
  for (std::size_t i = 0; i < std::min(rules.size(), checked.ran.size()); ++i)
    if (checked.ran[i] == Ran::needs_more) ++not_evaluated_[std::string(rules[i].code)];
  auto const [known, fresh] = rules_.try_emplace(&set.data(), set, name);
  if (!fresh && name < known->second.second) known->second.second = name;
}

void RunFacts::add(report::Unread unread) {
  if (!wanted_) return;
  std::scoped_lock const lock(mutex_);
  unread_.push_back(std::move(unread));
}

void RunFacts::tell(report::Run& run, std::vector<Rule const*> const& catalogue) {
  std::ranges::sort(unread_, {}, &report::Unread::name);
  std::ranges::sort(files_, {}, &report::CheckedFile::name);
  run.unread = unread_;
  run.files = files_;
  run.not_evaluated = not_evaluated_;
  run.statistics = statistics_;

  std::vector<std::pair<std::string_view, RuleSet const*>> sets;
  for (auto const& [data, named] : rules_) sets.emplace_back(named.second, &named.first);
  std::ranges::stable_sort(sets, {}, [](auto const& set) { return set.first; });
  std::map<std::string_view, Rule const*> more;
  for (auto const& [name, set] : sets)
    for (auto const& rule : set->rules())
      if (!std::ranges::binary_search(catalogue, rule.code, {}, [](Rule const* r) { return r->code; })) more.try_emplace(rule.code, &rule);
  for (auto const& [code, rule] : more) run.more_rules.push_back(rule);
}

}  // namespace vanthu::cli
