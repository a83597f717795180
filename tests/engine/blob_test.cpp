// Rules to bytes and back.
#include "engine/blob.hpp"

#include <gtest/gtest.h>

#include "support.hpp"

namespace vanthu::test {
namespace {

constexpr std::string_view pack = R"(
[lists]
central = ["Chính phủ", "Quốc hội"]
[tables.abbr]
"Kế hoạch" = "KH"
"Chỉ thị" = "CT"
[sources.S]
title = "Nguồn"
force = "usual"
clauses = { "1" = "khoản 1" }
[VD901]
name = "a"
severity = "error"
on = "citation"
expect = 'issuer in list("central") and symbol matches "^C" and date > 2020-01-01 and lookup("abbr", type) in ["CT", "KH"]'
basis = "S:1"
stage = "draft"
message = { vi = "{type} {{x}}", en = "{type}" }
examples = [{ bad = "a", context = { date = 2020-01-01 } }]
[VD902]
name = "b"
severity = "info"
phrases = [{ wrong = "sử lý", right = "xử lý", unless_before = ["a"], unless_after = ["b", "c"] }]
skip = ["citation", "quotation"]
message = { vi = "{found}", en = "{found}" }
[VD903]
name = "c"
severity = "info"
check = "repeated-phrase"
options = { words = 4 }
message = { vi = "a", en = "b" }
)";

TEST(Blob, RoundTrip) {
  auto const set = rules(pack);
  auto const copy = from_bytes(set.bytes());
  EXPECT_EQ(to_bytes(copy), set.bytes());
  EXPECT_EQ(copy.rules.size(), 3U);
  EXPECT_EQ(copy.rules[1].phrases[0].unless_after.size(), 2U);
  EXPECT_EQ(copy.rules[0].stage, Stage::draft);
  EXPECT_EQ(copy.tables[0].entries[0].first, "Chỉ thị");  // ascending
}

TEST(Blob, EveryKindOfOption) {
  RuleData data;
  data.rules.emplace_back().options = {{"a", true},
                                       {"b", std::int64_t{-1}},
                                       {"c", std::string("x")},
                                       {"d", std::vector<std::string>{"x", "y"}},
                                       {"e", std::vector<std::pair<std::string, std::string>>{{"k", "v"}}}};
  auto const bytes = to_bytes(data);
  EXPECT_EQ(from_bytes(bytes).rules[0].options, data.rules[0].options);
}

TEST(Blob, StaticBytesAreNotCopied) {
  auto const set = rules(pack);
  auto const view = RuleSet::from_static(set.bytes());
  EXPECT_EQ(view.bytes().data(), set.bytes().data());
  EXPECT_EQ(view.rules()[0].name, "a");
}

}  // namespace
}  // namespace vanthu::test
