// What a field must say for a rule to find fault, read off its conditions.
#include "engine/telltale.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support.hpp"

namespace vanthu::test {
namespace {

// "symbol: A, B"; empty when nothing tells. `conditions`: the lines of a rule on citations.
std::string told(std::string_view conditions) {
  auto const set =
      rules(fmt::format("[lists]\nbodies = [\"Chính phủ\", \"Quốc hội\"]\n[VD901]\nname = \"x\"\nseverity = \"info\"\non = "
                        "\"citation\"\n{}\nmessage = {{ vi = \"a\", en = \"a\" }}\n",
                        conditions));
  auto const& rule = set.rules()[0];
  auto const found = telltale(set.data(), rule.when, rule.expect);
  if (!found) return {};
  auto const name = found->field == 0 ? "text" : node_def(NodeKind::citation).fields[found->field - 1].name;
  return fmt::format("{}: {}", name, fmt::join(found->values, ", "));
}

TEST(Telltale, WhatTellsOfAFault) {
  constexpr std::pair<std::string_view, std::string_view> cases[] = {
      {R"(expect = 'not ("ascii-d" in defects)')", "defects: ascii-d"},
      {R"(expect = 'not (defects contains "ascii-d")')", "defects: ascii-d"},
      {R"(expect = 'type != "Luật"')", "type: Luật"},
      {R"(expect = 'not ("Luật" == type)')", "type: Luật"},
      {R"(expect = 'text != "Luật"')", "text: Luật"},
      {R"(expect = 'not (issuer in list("bodies"))')", "issuer: Chính phủ, Quốc hội"},
      // `when` must hold, `expect` must not.
      {R"(expect = 'type == "Luật"')", ""},
      {R"(expect = '"ascii-d" in defects')", ""},
      {R"(when = 'type == "Luật"'
expect = 'has_so')",
       "type: Luật"},
      {R"(when = 'type != "Luật"'
expect = 'has_so')",
       ""},
      // Either of two that must be so: the one with fewer values.
      {R"(when = 'type in ["Luật", "Bộ luật"]'
expect = 'symbol != "A"')",
       "symbol: A"},
      {R"(when = 'has_so and type == "Luật"'
expect = 'blank')",
       "type: Luật"},
      {R"(expect = 'type != "Luật" or has_so')", "type: Luật"},
      // Where one is enough, both in the same field.
      {R"(expect = 'type != "Luật" and type != "Bộ luật"')", "type: Luật, Bộ luật"},
      {R"(when = 'type == "Luật" or type == "Bộ luật"'
expect = 'false')",
       "type: Luật, Bộ luật"},
      {R"(expect = 'type != "Luật" and symbol != "A"')", ""},
      {R"(expect = 'type != "Luật" and has_so')", ""},
      // Nothing is known of what other operators and values need.
      {R"(expect = 'not (type starts_with "Luật")')", ""},
      {R"(expect = 'not (lower(type) == "luật")')", ""},
      {R"(expect = 'not (document.type == "cong-van")')", ""},
      {R"(expect = 'legislature != 15')", ""},
      {R"(expect = 'type != null')", ""},
  };
  for (auto const& [conditions, expected] : cases) EXPECT_EQ(told(conditions), expected) << conditions;
}

}  // namespace
}  // namespace vanthu::test
