#include "engine/costs.hpp"

#include <utility>

#include "engine/model.hpp"

namespace vanthu {
namespace {

// Without the operands.
std::uint32_t own_cost(Expr const& expr) {
  switch (expr.op) {
    case Op::null:
    case Op::boolean:
    case Op::integer:
    case Op::date:
    case Op::string:
    case Op::list: return 0;
    case Op::field: return expr.a > citation_fields ? 16 : 1;  // no other node has so many
    case Op::lookup:
    case Op::all_caps:
    case Op::capitalized:
    case Op::length: return 4;
    case Op::matches:
    case Op::lower:
    case Op::upper:
    case Op::fold:
    case Op::words: return 8;
    default: return 1;
  }
}

enum class Operands : std::uint8_t { none, a, b, both };
Operands operands(Op op) {
  switch (op) {
    case Op::null:
    case Op::boolean:
    case Op::integer:
    case Op::date:
    case Op::string:
    case Op::list:
    case Op::field:
    case Op::document_field:
    case Op::has:
    case Op::count: return Operands::none;
    case Op::lookup: return Operands::b;
    case Op::either:
    case Op::both:
    case Op::equal:
    case Op::not_equal:
    case Op::less:
    case Op::less_equal:
    case Op::in:
    case Op::starts_with:
    case Op::ends_with:
    case Op::contains: return Operands::both;
    default: return Operands::a;
  }
}

}  // namespace

std::vector<std::uint32_t> cheaper_first(std::vector<Expr>& expressions) {
  std::vector<std::uint32_t> costs(expressions.size());
  for (std::size_t i = 0; i < expressions.size(); ++i) {
    auto& [op, a, b] = expressions[i];
    auto const which = operands(op);
    costs[i] = own_cost(expressions[i]) + (which == Operands::a || which == Operands::both ? costs[a] : 0) +
               (which == Operands::b || which == Operands::both ? costs[b] : 0);
    if ((op == Op::both || op == Op::either) && costs[b] < costs[a]) std::swap(a, b);
  }
  return costs;
}

}  // namespace vanthu
