// Suggestions for names that are not known.
#include "engine/suggest.hpp"

#include <gtest/gtest.h>

namespace vanthu {
namespace {

TEST(Suggest, EditDistance) {
  EXPECT_EQ(edit_distance("symbol", "symbol"), 0U);
  EXPECT_EQ(edit_distance("symbl", "symbol"), 1U);
  EXPECT_EQ(edit_distance("tpye", "type"), 1U);  // neighbours swapped
  EXPECT_EQ(edit_distance("", "type"), 4U);
  EXPECT_EQ(edit_distance("issuer", "type"), 5U);
}

TEST(Suggest, Suggestion) {
  EXPECT_EQ(suggestion("isuer", {"type", "issuer"}), "did you mean \"issuer\"?");
  EXPECT_EQ(suggestion("colour", {"type", "issuer"}), "one of \"type\", \"issuer\" fits");
  EXPECT_EQ(suggestion("colour", {"type"}), "\"type\" fits");
  EXPECT_EQ(suggestion("colour", {}), "");
  EXPECT_EQ(suggestion("colour", std::vector<std::string_view>(17, "a-long-name")), "");
}

}  // namespace
}  // namespace vanthu
