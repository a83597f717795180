#include "engine/selection.hpp"

#include <algorithm>

#include "engine/telltale.hpp"

namespace vanthu {
namespace {

constexpr std::size_t most_known = 64;

// A full code switches on a rule that ships switched off; a prefix only chooses among those that are on.
Ran choice(Rule const& rule, std::vector<std::string> const& select, std::vector<std::string> const& ignore) {
  auto const matches = [&](std::string const& prefix) { return rule.code.starts_with(prefix); };
  if (std::any_of(ignore.begin(), ignore.end(), matches)) return Ran::not_chosen;
  if (std::find(select.begin(), select.end(), rule.code) != select.end()) return Ran::yes;
  if (!select.empty() && std::none_of(select.begin(), select.end(), matches)) return Ran::not_chosen;
  return rule.enabled ? Ran::yes : Ran::not_applicable;
}

// True when the whole of `date`, of which parts may be unknown, lies between the two (unknown years: open).
bool within(Date date, Date from, Date until) {
  if (from.year == 0 && until.year == 0) return true;
  Date const earliest{date.year, date.month == 0 ? 1 : date.month, date.day == 0 ? 1 : date.day};
  Date latest{date.year, date.month == 0 ? 12 : date.month, date.day == 0 ? 31 : date.day};
  while (!is_valid(latest) && latest.day > 28) --latest.day;
  if (from.year != 0 && (date.year == 0 || certainly_after(from, earliest))) return false;
  return until.year == 0 || (date.year != 0 && !certainly_after(latest, until));
}

bool has(std::vector<std::string_view> const& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

void add(Selection::Condition const& condition, std::optional<Telltale> const& tells, Selection::OnKind& out) {
  if (!tells) {
    out.asked.push_back(condition);
    return;
  }
  auto telling = std::ranges::find(out.telling, tells->field, &Selection::Telling::field);
  if (telling == out.telling.end()) telling = out.telling.insert(telling, {tells->field, {}});
  for (auto const value : tells->values) telling->values.emplace_back(value, static_cast<std::uint32_t>(out.told.size()));
  out.told.push_back(condition);
}

}  // namespace

Selections::Selections(RuleData const& data, std::vector<std::uint32_t> costs) : data_(&data), costs_(std::move(costs)) {
  windows_of_.reserve(data.rules.size());
  for (auto const& rule : data.rules) {
    Window const window{rule.from, rule.until};
    auto const known = std::ranges::find(windows_, window);
    windows_of_.push_back(static_cast<std::size_t>(known - windows_.begin()));
    if (known == windows_.end()) windows_.push_back(window);
  }
}

std::shared_ptr<Selection const> Selections::of(Facts const& facts, Date date, bool layout, CheckOptions const& options) const {
  Kind kind{facts.family, options.stage, layout, {}, facts.type, options.select, options.ignore};
  kind.in_window.reserve(windows_.size());
  for (auto const& [from, until] : windows_) kind.in_window.push_back(within(date, from, until));
  std::scoped_lock const lock(mutex_);
  auto const known = std::ranges::find(known_, kind, [](auto const& each) -> Kind const& { return each.first; });
  if (known != known_.end()) return known->second;
  if (known_.size() == most_known) known_.clear();
  auto made = std::make_shared<Selection const>(select(kind));
  return known_.emplace_back(std::move(kind), std::move(made)).second;
}

Selection Selections::select(Kind const& kind) const {
  auto const& rules = data_->rules;
  auto const applies = [&](std::size_t i) {
    auto const& rule = rules[i];
    if (auto const chosen = choice(rule, kind.select, kind.ignore); chosen != Ran::yes) return chosen;
    if ((rule.families >> static_cast<unsigned>(kind.family) & 1U) == 0) return Ran::not_applicable;
    if (!rule.types.empty() && !has(rule.types, kind.type)) return Ran::not_applicable;
    if (has(rule.not_types, kind.type)) return Ran::not_applicable;
    if (rule.stage && *rule.stage != kind.stage) return Ran::not_chosen;
    if (!kind.in_window[windows_of_[i]]) return Ran::not_applicable;
    return (rule.needs & needs_layout) != 0 && !kind.layout ? Ran::needs_more : Ran::yes;
  };
  Selection out;
  for (std::uint32_t i = 0; i < rules.size(); ++i) {
    auto const& rule = rules[i];
    switch (out.ran.emplace_back(applies(i))) {
      case Ran::not_chosen:
      case Ran::not_applicable: ++out.counts.not_applicable; continue;
      case Ran::needs_more: ++out.counts.not_evaluated; continue;
      case Ran::yes: ++out.counts.evaluated; break;
    }
    switch (rule.form) {
      case Form::condition:
        add({i, rule.when, rule.expect, rule.when != no_expr && costs_[rule.expect] < costs_[rule.when]},
            telltale(*data_, rule.when, rule.expect), out.conditions[static_cast<std::size_t>(rule.on)]);
        break;
      case Form::check: out.checks.push_back({i, check_named(rule.check_name)}); break;
      case Form::phrases: out.phrases.push_back(i); break;
    }
  }
  for (auto& on_kind : out.conditions)
    for (auto& telling : on_kind.telling) std::ranges::sort(telling.values);
  return out;
}

}  // namespace vanthu
