// Expressions whose operands are asked in the order of their costs.
#include "engine/costs.hpp"

#include <gtest/gtest.h>

#include "engine/model.hpp"

namespace vanthu {
namespace {

TEST(Costs, TheCheaperOperandComesFirst) {
  std::vector<Expr> expressions = {
      {Op::field, 1},      {Op::fold, 0},
      {Op::string, 0},     {Op::equal, 1, 2},                 // fold(field) == "…"
      {Op::field, 2},      {Op::both, 3, 4},                  // … and field
      {Op::boolean, 1},    {Op::either, 5, 6},                // … or true
      {Op::matches, 0, 9}, {Op::both, 4, 8},                  // field and field matches pattern 9: as it should be
      {Op::lookup, 9, 0},  {Op::field, citation_fields + 1},  // in table 9; of the register
  };
  auto const costs = cheaper_first(expressions);
  EXPECT_EQ(std::pair(expressions[5].a, expressions[5].b), std::pair(4U, 3U));
  EXPECT_EQ(std::pair(expressions[7].a, expressions[7].b), std::pair(6U, 5U));
  EXPECT_EQ(std::pair(expressions[9].a, expressions[9].b), std::pair(4U, 8U));
  EXPECT_EQ(std::pair(expressions[3].a, expressions[3].b), std::pair(1U, 2U));  // of a comparison they keep their places
  EXPECT_GT(costs[3], costs[4]);
  EXPECT_EQ(costs[6], 0U);
  EXPECT_GT(costs[8], costs[0]);
  EXPECT_GT(costs[10], costs[0]);
  EXPECT_GT(costs[11], costs[4]);
}

}  // namespace
}  // namespace vanthu
