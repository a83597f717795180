// check(): bytes in, findings out, in order.
#include "vanthu/check.hpp"

#include <gtest/gtest.h>

#include "support.hpp"

namespace vanthu::test {
namespace {

std::string phrase_rule(std::string const& code, std::string const& wrong) {
  return "[" + code + "]\nname = \"n-" + code.substr(2) +
         "\"\nseverity = \"warning\"\nfamilies = [\"administrative\", \"legislation\", \"party\", \"other\"]\n" +
         "phrases = [{ wrong = \"" + wrong + "\" }]\nmessage = { vi = \"{found}\", en = \"{found}\" }\n";
}

TEST(Check, ByPlaceThenByCode) {
  auto const set = rules(phrase_rule("CT901", "xong") + phrase_rule("CT902", "sử lý") + phrase_rule("CT903", "sử lý xong"));
  auto const result = check("Đã sử lý xong việc này.", "a.txt", set, in_english());
  std::string out;
  for (auto const& d : std::get<Checked>(result).diagnostics) out += d.code + " " + d.message + "; ";
  EXPECT_EQ(out, "CT902 sử lý; CT903 sử lý xong; CT901 xong; ");
  EXPECT_EQ(std::get<Checked>(result).rules.evaluated, 3);
}

TEST(Check, TheSameFindingOnce) {
  auto const set = rules(
      "[CT901]\nname = \"x\"\nseverity = \"info\"\non = \"outline\"\nat = \"document.number\"\nexpect = 'false'\n"
      "families = [\"administrative\", \"legislation\", \"party\", \"other\"]\nmessage = { vi = \"a\", en = \"b\" }\n");
  auto const result = check("1. Việc một.\n\n2. Việc hai.\n\n3. Việc ba.\n", "a.txt", set, in_english());
  EXPECT_LE(std::get<Checked>(result).diagnostics.size(), 1U);
}

TEST(Check, WhatIsNoTextIsAnError) {
  auto const result = check(std::string("\0\1\2\3", 4), "a.txt", rules(phrase_rule("CT901", "a")), in_english());
  EXPECT_TRUE(std::holds_alternative<ReadError>(result));
}

}  // namespace
}  // namespace vanthu::test
