#include "engine/telltale.hpp"

#include <utility>

namespace vanthu {
namespace {

using Found = std::optional<Telltale>;

// Where both must be so, each of the two tells: the one with fewer values does it better.
Found better(Found a, Found b) { return !a || (b && b->values.size() < a->values.size()) ? std::move(b) : std::move(a); }

// Where one of two is enough, they tell only together.
Found together(Found a, Found b) {
  if (!a || !b || a->field != b->field) return std::nullopt;
  a->values.insert(a->values.end(), b->values.begin(), b->values.end());
  return a;
}

// What a field says where the expression is `wanted`: true, or else not true.
Found when_it_is(bool wanted, RuleData const& data, ExprIndex index) {
  auto const& [op, a, b] = data.expressions[index];
  auto const operand = [&](ExprIndex of) { return when_it_is(wanted, data, of); };
  switch (op) {
    case Op::negation: return when_it_is(!wanted, data, a);
    case Op::both: return wanted ? better(operand(a), operand(b)) : together(operand(a), operand(b));
    case Op::either: return wanted ? together(operand(a), operand(b)) : better(operand(a), operand(b));
    case Op::equal:
    case Op::not_equal:
    case Op::in: break;
    default: return std::nullopt;
  }
  if (wanted == (op == Op::not_equal)) return std::nullopt;
  auto const &left = data.expressions[a], &right = data.expressions[b];
  if (left.op == Op::field && right.op == Op::string) return Telltale{left.a, {data.strings[right.a]}};
  if (left.op == Op::field && right.op == Op::list) return Telltale{left.a, data.lists[right.a].items};
  if (left.op == Op::string && right.op == Op::field) return Telltale{right.a, {data.strings[left.a]}};
  return std::nullopt;
}

}  // namespace

std::optional<Telltale> telltale(RuleData const& data, ExprIndex when, ExprIndex expect) {
  auto wrong = when_it_is(false, data, expect);
  return when == no_expr ? wrong : better(when_it_is(true, data, when), std::move(wrong));
}

}  // namespace vanthu
