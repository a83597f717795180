// What a field of a node must say for a condition to find fault with the node: most nodes are passed over with one look at it.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/rule.hpp"

namespace vanthu {

struct Telltale {
  std::uint32_t field = 0;               // as of Op::field
  std::vector<std::string_view> values;  // the field is one of them; where it is a list, it has one of them
};

// Of a rule with these conditions: there is no fault where the field says otherwise. Where it says so there may be one: the conditions
// tell. Nothing where no field tells by itself. `when` may be no_expr.
std::optional<Telltale> telltale(RuleData const& data, ExprIndex when, ExprIndex expect);

}  // namespace vanthu
