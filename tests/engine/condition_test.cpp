// The grammar of conditions: input and short dump, one line a case.
#include "grammar/condition.hpp"

#include <gtest/gtest.h>

namespace vanthu::grammar {
namespace {

// Leaves as written, strings in quotes; the rest as (operator operand operand).
std::string dump(ConditionNode const& node) {
  switch (node.kind) {
    case ConditionKind::null:
    case ConditionKind::boolean:
    case ConditionKind::integer:
    case ConditionKind::date:
    case ConditionKind::field: return node.text;
    case ConditionKind::string: return '"' + node.text + '"';
    default: break;
  }
  std::string out = "(";
  if (node.kind == ConditionKind::list) out += "list";
  if (node.kind == ConditionKind::negation) out += "not";
  if (node.kind == ConditionKind::conjunction) out += "and";
  if (node.kind == ConditionKind::disjunction) out += "or";
  if (node.kind == ConditionKind::call) out += node.text + "()";
  if (node.kind == ConditionKind::comparison) out += node.text;
  for (auto const& child : node.children) out += " " + dump(child);
  return out + ")";
}

// A tree, or the offset where parsing stopped and what was expected.
std::string dump(ConditionResult const& result) {
  if (auto const* error = std::get_if<ConditionError>(&result)) return std::to_string(error->at) + ": " + error->expected;
  return dump(std::get<ConditionNode>(result));
}

struct Case {
  char const* text;
  char const* expected;
};

TEST(Condition, Trees) {
  Case const cases[] = {
      {"has_so", "has_so"},
      {"  has_so ", "has_so"},
      {"not has_so", "(not has_so)"},
      {"not type in [\"a\", \"b\"]", "(not (in type (list \"a\" \"b\")))"},
      {"a and b and c", "(and a b c)"},
      {"a or b and c or d", "(or a (and b c) d)"},
      {"(a or b) and c", "(and (or a b) c)"},
      {"not (a or b)", "(not (or a b))"},
      {"type == \"Thông tư\" and year >= 2000", "(and (== type \"Thông tư\") (>= year 2000))"},
      {"date < 2020-03-05", "(< date 2020-03-05)"},
      {"x in [1, 2]", "(in x (list 1 2))"},
      {"x != null", "(!= x null)"},
      {"x == true", "(== x true)"},
      {R"(symbol matches "^\d+\"$")", R"((matches symbol "^\d+"$"))"},
      {R"(x == "a\\b")", R"((== x "a\\b"))"},
      {"text starts_with \"a\" or text ends_with \"b\" or text contains \"c\"",
       "(or (starts_with text \"a\") (ends_with text \"b\") (contains text \"c\"))"},
      {"document.type == lookup(\"t\", lower(x))", "(== document.type (lookup() \"t\" (lower() x)))"},
      {"has(\"place-date\")", "(has() \"place-date\")"},
      {"f()", "(f())"},
      {"a==b", "(== a b)"},
      {"order == notice", "(== order notice)"},  // words that only begin like "or", "not"
      {"x in []", "(in x (list))"},
  };
  for (auto const& c : cases) EXPECT_EQ(dump(parse_condition(c.text)), c.expected) << c.text;
}

TEST(Condition, WhatIsExpectedWhere) {
  Case const cases[] = {
      {"", "0: a value"},
      {"   ", "3: a value"},
      {"a ==", "4: a value"},
      {"a and", "5: a condition"},
      {"a or  ", "6: a condition"},
      {"not", "3: a value"},
      {"not not a", "4: a value"},
      {"in", "0: a value"},
      {"a = b", "2: an operator, \"and\", \"or\" or the end"},
      {"a b", "2: an operator, \"and\", \"or\" or the end"},
      {"a == b == c", "7: an operator, \"and\", \"or\" or the end"},
      {"(a or b", "7: ')'"},
      {"a)", "1: an operator, \"and\", \"or\" or the end"},
      {"x in [1, 2", "10: ']'"},
      {"f(a", "3: ')'"},
      {"f(a,)", "4: a value"},
      {"a == \"b", "7: '\"'"},
      {"số == 1", "1: an operator, \"and\", \"or\" or the end"},
      {"\xff\xfe", "0: a value"},
  };
  for (auto const& c : cases) EXPECT_EQ(dump(parse_condition(c.text)), c.expected) << c.text;
}

TEST(Condition, Places) {
  std::string_view const text = R"(not document.type in ["a", "b"])";
  auto const root = std::get<ConditionNode>(parse_condition(text));
  auto const& comparison = root.children[0];
  auto const& list = comparison.children[1];
  EXPECT_EQ(slice(text, root.span), text);
  EXPECT_EQ(slice(text, comparison.span), R"(document.type in ["a", "b"])");
  EXPECT_EQ(slice(text, comparison.text_span), "in");
  EXPECT_EQ(slice(text, comparison.children[0].span), "document.type");
  EXPECT_EQ(slice(text, list.span), R"(["a", "b"])");
  EXPECT_EQ(slice(text, list.children[1].span), R"("b")");
  EXPECT_EQ(slice(text, list.children[1].text_span), "b");

  std::string_view const call_text = R"( lookup("t", x) )";
  auto const call = std::get<ConditionNode>(parse_condition(call_text));
  EXPECT_EQ(slice(call_text, call.span), R"(lookup("t", x))");
  EXPECT_EQ(slice(call_text, call.text_span), "lookup");
}

TEST(Condition, OperandAlone) {
  EXPECT_EQ(dump(parse_operand("symbol")), "symbol");
  EXPECT_EQ(dump(parse_operand("lookup(\"a\", b)")), "(lookup() \"a\" b)");
  EXPECT_EQ(dump(parse_operand("a == b")), "2: the end");
}

TEST(Condition, DepthIsBounded) {
  std::string const open(100'000, '('), close(100'000, ')');
  EXPECT_EQ(dump(parse_condition(open + "a" + close)), "50: fewer parentheses inside each other");
  EXPECT_EQ(dump(parse_condition(std::string(40, '(') + "a" + std::string(40, ')'))), "a");
  std::string many = "a";
  for (int i = 0; i < 10'000; ++i) many += " or a";
  EXPECT_EQ(std::get<ConditionNode>(parse_condition(many)).children.size(), 10'001U);
}

}  // namespace
}  // namespace vanthu::grammar
