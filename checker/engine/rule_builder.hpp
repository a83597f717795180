// Rules while they are loaded: what they share is stored once, and strings have an owner.
#pragma once
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/rule.hpp"

namespace vanthu {

// Collects what rules share. Indices stay valid; strings live as long as the builder.
class RuleBuilder {
 public:
  // `base`: rules already loaded, which new ones may refer to; its bytes must outlive the builder.
  explicit RuleBuilder(RuleData base);

  std::string_view keep(std::string text);                  // the text, with an owner
  ExprIndex add(Expr expr);                                 // index into RuleData::expressions
  std::uint32_t string(std::string_view text);              // index into RuleData::strings
  std::uint32_t pattern(std::string_view text);             // index into RuleData::patterns
  std::uint32_t list(std::vector<std::string_view> items);  // index into RuleData::lists, without a name

  RuleData data;

 private:
  std::deque<std::string> kept_;
  std::map<std::string_view, std::uint32_t> strings_, patterns_;
};

}  // namespace vanthu
