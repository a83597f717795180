// What expressions cost, roughly: all are total, so that the cheaper of two that both must hold may be asked first.
#pragma once
#include <cstdint>
#include <vector>

#include "engine/rule.hpp"

namespace vanthu {

// Puts the cheaper operand of each `and` and `or` in front. Operands stand before what they belong to. Returns the cost of each expression.
std::vector<std::uint32_t> cheaper_first(std::vector<Expr>& expressions);

}  // namespace vanthu
