// Conditions and messages at work: expressions evaluated on a node.
#pragma once
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "engine/model.hpp"
#include "engine/rule_set.hpp"

namespace vanthu {

using Arguments = std::span<std::pair<std::string_view, std::string> const>;

// Every function is total: it always ends and never fails.
class Evaluator {
 public:
  // Both must outlive it.
  Evaluator(RuleSet const& rules, Model const& model)
      : rules_(&rules), data_(&rules.data()), expressions_(data_->expressions), model_(&model) {}

  // A condition: null counts as false.
  bool holds(ExprIndex condition, Node node);

  // A message with its placeholders filled in; null gives nothing.
  std::string words(Template const& words, Node node, Arguments arguments = {}) {
    return words_of_all(words, std::span(&node, 1), arguments);
  }
  // The same for several nodes: a placeholder gives what they have, each value once, joined with ", ".
  std::string words_of_all(Template const& words, std::span<Node const> nodes, Arguments arguments);
  // Likewise; nothing when a placeholder is null.
  std::optional<std::string> complete_words(Template const& words, Node node, Arguments arguments = {});

 private:
  Val value(ExprIndex index, Node node);
  bool truth(ExprIndex index, Node node);
  bool compare(Expr const& expr, Node node);
  bool same(Expr const& expr, Node node);
  bool in(Expr const& expr, Node node);
  bool begins(Expr const& expr, Node node);
  Val function(Op op, Val const& argument);
  Val folded(Expr const& argument, Val const& of);
  void forget() {
    if (!computed_.empty()) computed_.clear();
  }
  std::string_view keep(std::string text) { return computed_.emplace_back(std::move(text)); }

  RuleSet const* rules_;
  RuleData const* data_;
  std::span<Expr const> expressions_;
  Model const* model_;
  std::map<std::pair<char const*, std::size_t>, std::string> folded_;  // by the place of a field's value, which stays as the model stays
  std::deque<std::string> computed_;  // what functions made; values look into it until the next call from outside
};

}  // namespace vanthu
