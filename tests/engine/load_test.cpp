// Packs that are right: what becomes of each key.
#include "engine/load.hpp"

#include <gtest/gtest.h>

#include "engine/blob.hpp"
#include "engine/toml.hpp"
#include "support.hpp"

namespace vanthu::test {
namespace {

constexpr std::string_view everything = R"(
[pack.defaults]
families = ["administrative", "party"]
from = 2020-03-05
severity = "info"

[sources.ND30]
title = "Nghị định số 30/2020/NĐ-CP"
force = "mandatory"
[sources.ND30.clauses]
"PL1" = "Phụ lục I"
"PL3" = { clause = "Phụ lục III", force = "template" }

[VD902]
name = "second"
check = "repeated-phrase"
severity = "error"
families = ["other"]
basis = "ND30:PL3"
options = { words = 4 }
message = { vi = "lặp {phrase}", en = "{phrase} again" }

[VD901]
name = "first"
on = "citation"
when = 'has_so'
expect = 'symbol != null'
at = "identifier"
basis = "ND30"
types = ["cong-van"]
not_types = ["chi-thi"]
until = 2030-01-01
stage = "issued"
needs = ["layout"]
enabled = false
once = true
message = { vi = "{type} à", en = "{type}" }
why = { vi = "vì", en = "because" }
fix = { replace = "symbol", with = '{number}/', safety = "safe", touches = "form" }
related = { at = "document.issuer", message = { vi = "đây", en = "here" } }
[[VD901.examples]]
bad = "a"
good = "b"
fixable = false
context = { family = "party", type = "chi-thi", stage = "draft", date = 2024-01-01 }
)";

TEST(Load, EveryKey) {
  auto const set = rules(everything);
  ASSERT_EQ(set.rules().size(), 2U);  // ascending by code
  auto const& first = set.rules()[0];
  EXPECT_EQ(first.code, "VD901");
  EXPECT_EQ(first.name, "first");
  EXPECT_EQ(first.pack, "p");
  EXPECT_EQ(first.form, Form::condition);
  EXPECT_EQ(first.on, NodeKind::citation);
  EXPECT_EQ(first.when_text, "has_so");
  EXPECT_EQ(first.expect_text, "symbol != null");
  EXPECT_EQ(first.at.kind, PlaceKind::part);
  EXPECT_EQ(first.severity, Severity::info);
  EXPECT_EQ(first.basis.source, "Nghị định số 30/2020/NĐ-CP");
  EXPECT_EQ(first.basis.clause, "");
  EXPECT_EQ(first.basis.force, "mandatory");
  EXPECT_EQ(first.families, 0b101);
  EXPECT_EQ(first.types, (std::vector<std::string_view>{"cong-van"}));
  EXPECT_EQ(first.not_types, (std::vector<std::string_view>{"chi-thi"}));
  EXPECT_EQ(first.from, (Date{2020, 3, 5}));
  EXPECT_EQ(first.until, (Date{2030, 1, 1}));
  EXPECT_EQ(first.stage, Stage::issued);
  EXPECT_EQ(first.needs, needs_layout);
  EXPECT_FALSE(first.enabled);
  EXPECT_TRUE(first.once);
  EXPECT_EQ(first.why.en, "because");
  EXPECT_EQ(first.message.vi.size(), 2U);
  EXPECT_EQ(first.fix.action, FixAction::replace);
  EXPECT_EQ(first.fix.safety, Safety::safe);
  EXPECT_EQ(first.fix.touches, Touches::form);
  EXPECT_EQ(first.related.at.kind, PlaceKind::component);
  ASSERT_EQ(first.examples.size(), 1U);
  EXPECT_EQ(first.examples[0].good, "b");
  EXPECT_FALSE(first.examples[0].fixable);
  EXPECT_EQ(first.examples[0].context.family, Family::party);
  EXPECT_EQ(first.examples[0].context.date, (Date{2024, 1, 1}));

  auto const& second = set.rules()[1];
  EXPECT_EQ(second.form, Form::check);
  EXPECT_EQ(second.severity, Severity::error);
  EXPECT_EQ(second.families, 0b1000);
  EXPECT_EQ(second.basis.clause, "Phụ lục III");
  EXPECT_EQ(second.basis.force, "template");
  ASSERT_EQ(second.options.size(), 1U);
  EXPECT_EQ(std::get<std::int64_t>(second.options[0].second), 4);
  EXPECT_EQ(set.find("second"), &second);
  EXPECT_EQ(set.find("VD901"), &first);
  EXPECT_EQ(set.find("third"), nullptr);
}

TEST(Load, Defaults) {
  auto const set =
      rules("[VD901]\nname = \"x\"\nseverity = \"error\"\non = \"document\"\nexpect = 'true'\nmessage = { vi = \"a\", en = \"b\" }\n");
  auto const& rule = set.rules()[0];
  EXPECT_EQ(rule.families, 1);
  EXPECT_EQ(rule.at.kind, PlaceKind::start);
  EXPECT_TRUE(rule.enabled);
  EXPECT_EQ(rule.from, Date{});
  EXPECT_EQ(rule.stage, std::nullopt);
  EXPECT_EQ(rule.fix.action, FixAction::none);
}

// A house pack uses sources, lists and tables of the packs before it.
TEST(Load, OnTopOfOtherPacks) {
  auto const base = rules(std::string("[lists]\na = [\"x\"]\n[tables]\nt = { k = \"v\" }\n") + std::string(everything));
  auto const loaded = load_packs({{"house.toml",
                                   "[pack]\nname = \"house\"\ntitle = { vi = \"a\", en = \"b\" }\n"
                                   "[CH101]\nname = \"own\"\nseverity = \"error\"\non = \"citation\"\nbasis = \"ND30:PL1\"\n"
                                   "expect = 'issuer in list(\"a\") or lookup(\"t\", type) == \"v\" or symbol matches \"x\"'\n"
                                   "message = { vi = \"a {type}\", en = \"{type}\" }\n"}},
                                 &base);
  ASSERT_TRUE(std::holds_alternative<RuleSet>(loaded));
  auto const& set = std::get<RuleSet>(loaded);
  EXPECT_EQ(set.rules().size(), 3U);
  EXPECT_EQ(set.rules()[0].code, "CH101");
  EXPECT_EQ(set.rules()[0].basis.clause, "Phụ lục I");
  EXPECT_EQ(base.rules().size(), 2U);
}

// The newer text of a pack takes the place of the older one; what others use of it stays.
TEST(Load, APackOfTheSameNameIsReplaced) {
  std::string const header = "[pack]\nname = \"a\"\ntitle = { vi = \"a\", en = \"b\" }\n[lists]\nl = [\"x\"]\n";
  auto const rule = [](std::string const& code) {
    return "[" + code + "]\nname = \"n-" + code.substr(2) +
           "\"\nseverity = \"error\"\non = \"citation\"\nexpect = 'type in list(\"l\")'\n" + "message = { vi = \"a\", en = \"b\" }\n";
  };
  auto const base = load_packs({{"old.toml", header + rule("VD901")}, {"p.toml", std::string(pack_header) + rule("VD903")}});
  auto const loaded = load_packs({{"new.toml", header + rule("VD901") + rule("VD902")}}, &std::get<RuleSet>(base));
  ASSERT_TRUE(std::holds_alternative<RuleSet>(loaded));
  auto const& set = std::get<RuleSet>(loaded);
  std::string codes;
  for (auto const& r : set.rules()) codes += std::string(r.code) + " " + std::string(r.pack) + "; ";
  EXPECT_EQ(codes, "VD901 a; VD902 a; VD903 p; ");
  EXPECT_EQ(set.data().packs.size(), 2U);
  EXPECT_EQ(set.data().packs.back().file, "new.toml");
}

// An office's pack does not take the place of one by accident, nor codes that are kept for rules that ship.
TEST(Load, APackOfOnesOwnStandsBeside) {
  auto const base = rules(everything);
  auto const errors = [&](std::string const& name, std::string const& code) {
    auto const loaded = load_packs({{"own.toml", "[pack]\nname = \"" + name + "\"\ntitle = { vi = \"a\", en = \"b\" }\n[" + code +
                                                     "]\nname = \"own\"\nseverity = \"error\"\non = \"citation\"\nexpect = 'has_so'\n" +
                                                     "message = { vi = \"a\", en = \"b\" }\n"}},
                                   &base);
    std::string out;
    if (auto const* list = std::get_if<std::vector<PackError>>(&loaded))
      for (auto const& error : *list) out += to_text(error);
    return out;
  };
  EXPECT_EQ(errors("own", "CH001"), "");
  EXPECT_EQ(errors("p", "CH001"),
            "own.toml:2:8: error: pack \"p\" is taken\n  name = \"p\"\n         ^~~\n  it is used at a pack loaded before\n");
  EXPECT_EQ(errors("own", "VD001"),
            "own.toml:4:2: error: the code of a rule of your own starts with CH\n  [VD001]\n   ^~~~~\n"
            "  [CH001]; a change of a rule that ships stands in [rules.VD001]\n");
}

TEST(Load, OrderOfPacksDoesNotMatterForNames) {
  PackSource const uses{
      "a.toml",
      "[pack]\nname = \"a\"\ntitle = { vi = \"a\", en = \"b\" }\n[VD901]\nname = \"x\"\nseverity = \"error\"\non = \"citation\"\n"
      "expect = 'type in list(\"l\")'\nmessage = { vi = \"a\", en = \"b\" }\n"};
  PackSource const gives{"b.toml", "[pack]\nname = \"b\"\ntitle = { vi = \"a\", en = \"b\" }\n[lists]\nl = [\"x\"]\n"};
  EXPECT_TRUE(std::holds_alternative<RuleSet>(load_packs({uses, gives})));
  EXPECT_TRUE(std::holds_alternative<RuleSet>(load_packs({gives, uses})));
  EXPECT_FALSE(std::holds_alternative<RuleSet>(load_packs({uses})));
}

TEST(Toml, PlacesAndOrder) {
  auto const parsed = parse_toml("b = 'ư'\na = [1, \"x\"] # đuôi\n[z.y]\nd = 2020-03-05\n");
  auto const& table = std::get<TomlValue>(parsed);
  ASSERT_EQ(table.entries.size(), 3U);
  EXPECT_EQ(table.entries[0].key.name, "b");
  EXPECT_EQ(table.entries[0].value.begin.column, 5U);
  EXPECT_EQ(table.entries[0].value.end.column, 8U);  // code points
  auto const* a = table.find("a");
  ASSERT_NE(a, nullptr);
  EXPECT_EQ(a->items[1].begin.line, 2U);
  EXPECT_EQ(a->items[1].begin.column, 9U);
  EXPECT_EQ(table.find("z")->find("y")->find("d")->date, (Date{2020, 3, 5}));
}

}  // namespace
}  // namespace vanthu::test
