// Rules in memory, with what is made from them on first use.
#include "engine/rule_set.hpp"

#include <algorithm>
#include <deque>
#include <mutex>

#include "engine/blob.hpp"
#include "engine/costs.hpp"
#include "engine/phrases.hpp"
#include "engine/regex.hpp"
#include "engine/selection.hpp"

namespace vanthu {

struct RuleSet::State {
  explicit State(std::string_view external) : bytes(external), data(vanthu::from_bytes(bytes)) { add_regexes(); }
  explicit State(std::string own) : owned(std::move(own)), bytes(owned), data(vanthu::from_bytes(bytes)) { add_regexes(); }

  void add_regexes() {
    for (auto const pattern : data.patterns) regexes.emplace_back(pattern);
  }

  std::string owned;  // empty when the bytes live elsewhere
  std::string_view bytes;
  RuleData data;
  Selections selections{data, cheaper_first(data.expressions)};
  std::deque<LazyRegex> regexes;
  mutable std::once_flag phrases_once;
  mutable std::unique_ptr<PhraseIndex> phrases;  // made for the first document
};

RuleSet RuleSet::from_bytes(std::string bytes) { return RuleSet(std::make_shared<State const>(std::move(bytes))); }
RuleSet RuleSet::from_static(std::string_view bytes) { return RuleSet(std::make_shared<State const>(bytes)); }

Rule const* RuleSet::find(std::string_view code_or_name) const {
  for (auto const& rule : rules())
    if (rule.code == code_or_name || rule.name == code_or_name) return &rule;
  return nullptr;
}

RuleData const& RuleSet::data() const { return state_->data; }
std::string_view RuleSet::bytes() const { return state_->bytes; }
LazyRegex const& RuleSet::regex(std::uint32_t pattern) const { return state_->regexes[pattern]; }

Selections const& RuleSet::selections() const { return state_->selections; }

PhraseIndex const& RuleSet::phrases() const {
  std::call_once(state_->phrases_once, [this] { state_->phrases = std::make_unique<PhraseIndex>(state_->data.rules); });
  return *state_->phrases;
}

}  // namespace vanthu
