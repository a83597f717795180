// All rules that are in force, ready to be evaluated: immutable, cheap to copy, safe to share between threads.
#pragma once
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "engine/rule.hpp"

namespace vanthu {

class PhraseIndex;
class LazyRegex;
class Selections;

class RuleSet {
 public:
  // From bytes that to_bytes() (blob.hpp) made in this build.
  static RuleSet from_bytes(std::string bytes);
  // Likewise; the bytes are not copied and must outlive the rule set and its copies.
  static RuleSet from_static(std::string_view bytes);

  // Ascending by code.
  std::span<Rule const> rules() const { return data().rules; }
  // By code ("VD103") or name ("missing-type-symbol"); null when there is none.
  Rule const* find(std::string_view code_or_name) const;

  RuleData const& data() const;
  std::string_view bytes() const;
  LazyRegex const& regex(std::uint32_t pattern) const;  // of RuleData::patterns
  PhraseIndex const& phrases() const;
  Selections const& selections() const;

 private:
  struct State;
  explicit RuleSet(std::shared_ptr<State const> state) : state_(std::move(state)) {}
  std::shared_ptr<State const> state_;
};

}  // namespace vanthu
