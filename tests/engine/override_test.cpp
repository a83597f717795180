// Rules changed by those who use them: what each key becomes, and what is wrong with a change.
#include "engine/override.hpp"

#include <gtest/gtest.h>

#include "engine/examples.hpp"
#include "support.hpp"

namespace vanthu::test {
namespace {

constexpr std::string_view base = R"(
[sources.S]
title = "Nghị định mẫu"
force = "mandatory"
clauses = { "1" = "khoản 1", "2" = { clause = "khoản 2", force = "usual" } }

[VD901]
name = "first"
on = "citation"
when = 'year >= 2000'
expect = 'symbol != null'
severity = "error"
basis = "S:1"
message = { vi = "{type} thiếu {number}", en = "{type} lacks {number}" }
fix = { replace = "symbol", with = '{number}', safety = "review", title = { vi = "sửa", en = "mend" } }
related = { at = "issuer", message = { vi = "ở đây", en = "here" } }
examples = [{ good = "Thông tư" }]

[BC901]
name = "second"
check = "list-punctuation"
options = { last = true, component = "recipients", minimum = 3 }
severity = "warning"
basis = "S:2"
message = { vi = "{found}", en = "{found}" }

[NQ901]
name = "other"
on = "citation"
expect = 'symbol != null'
severity = "error"
message = { vi = "a", en = "b" }
fix = { replace = "symbol", with = '{number}', touches = "reference" }

[CT901]
name = "third"
phrases = [{ wrong = "sử lý", right = "xử lý" }, { wrong = "chia sẽ", right = "chia sẻ" }]
skip = ["quotation"]
severity = "warning"
basis = "S:1"
message = { vi = "{found} → {right}", en = "{found} → {right}" }
examples = [{ bad = "Đã sử lý.", good = "Đã xử lý." }]
)";

std::variant<RuleSet, std::vector<PackError>> changed(std::string_view toml) {
  PackSource const source{"vanthu.toml", std::string(toml)};
  auto const table = std::get<TomlValue>(parse_toml(source.text));
  std::vector<RuleOverride> overrides;
  for (auto const& [code, value] : table.find("rules")->entries) overrides.push_back({code, value, &source});
  return override_rules(rules(base), overrides);
}

RuleSet set(std::string_view toml) {
  auto out = changed(toml);
  if (auto const* errors = std::get_if<std::vector<PackError>>(&out))
    for (auto const& error : *errors) ADD_FAILURE() << to_text(error);
  return std::holds_alternative<RuleSet>(out) ? std::get<RuleSet>(out) : rules(base);
}

std::string errors(std::string_view toml) {
  auto const out = changed(toml);
  std::string text;
  if (auto const* errors = std::get_if<std::vector<PackError>>(&out))
    for (auto const& error : *errors) text += to_text(error);
  return text;
}

std::string words(Template const& words) {
  std::string out;
  for (auto const& part : words) out += part.kind == PartKind::text ? std::string(part.text) : "{" + std::string(part.text) + "}";
  return out;
}

TEST(Override, WhatIsNotNamedStays) {
  auto const after = set("[rules.VD901]\nreason = \"x\"\n");
  auto const original = rules(base);
  auto const& rule = *after.find("VD901");
  auto const& before = *original.find("VD901");
  EXPECT_EQ(rule.severity, before.severity);
  EXPECT_EQ(rule.when_text, "year >= 2000");
  EXPECT_EQ(words(rule.message.vi), "{type} thiếu {number}");
  EXPECT_EQ(rule.families, before.families);
  EXPECT_EQ(rule.at.kind, PlaceKind::whole);
  EXPECT_EQ(rule.fix.action, FixAction::replace);
  EXPECT_EQ(rule.basis.clause, "khoản 1");
  EXPECT_EQ(rule.examples.size(), 1U);
  EXPECT_EQ(rule.pack, "p");
}

TEST(Override, EveryKeyOfACondition) {
  auto const all = set(R"([rules.VD901]
severity = "warning"
reason = "cơ quan dùng mẫu riêng"
enabled = false
when = 'blank'
expect = 'number != null'
at = "type"
once = true
basis = "S:2"
families = ["party"]
types = ["cong-van"]
not_types = ["chi-thi"]
stage = "issued"
from = 2021-01-01
until = 2022-01-01
needs = ["layout"]
message = { vi = "{issuer}", en = "{issuer}" }
why = { vi = "vì", en = "because" }
fix = { safety = "safe", touches = "form" }
related = { at = "date" }
examples = [{ bad = "Nghị định" }, { good = "Luật" }]
)");
  auto const& rule = *all.find("VD901");
  EXPECT_EQ(rule.severity, Severity::warning);
  EXPECT_FALSE(rule.enabled);
  EXPECT_EQ(rule.when_text, "blank");
  EXPECT_EQ(rule.expect_text, "number != null");
  EXPECT_EQ(rule.at.kind, PlaceKind::part);
  EXPECT_TRUE(rule.once);
  EXPECT_EQ(rule.basis.clause, "khoản 2");
  EXPECT_EQ(rule.families, 0b100);
  EXPECT_EQ(rule.types, (std::vector<std::string_view>{"cong-van"}));
  EXPECT_EQ(rule.not_types, (std::vector<std::string_view>{"chi-thi"}));
  EXPECT_EQ(rule.stage, Stage::issued);
  EXPECT_EQ(rule.from, (Date{2021, 1, 1}));
  EXPECT_EQ(rule.until, (Date{2022, 1, 1}));
  EXPECT_EQ(rule.needs, needs_layout);
  EXPECT_EQ(words(rule.message.en), "{issuer}");
  EXPECT_EQ(rule.why.vi, "vì");
  EXPECT_EQ(rule.fix.safety, Safety::safe);
  EXPECT_EQ(rule.fix.action, FixAction::replace);
  EXPECT_EQ(words(rule.fix.title.vi), "sửa");
  EXPECT_EQ(rule.related.at.index, 3);
  EXPECT_EQ(words(rule.related.message.vi), "ở đây");
  EXPECT_EQ(rule.examples.size(), 2U);
  ASSERT_EQ(rule.changes.size(), 1U);
  EXPECT_EQ(rule.changes[0].file, "vanthu.toml");
  EXPECT_EQ(rule.changes[0].line, 1U);
  EXPECT_EQ(rule.changes[0].reason, "cơ quan dùng mẫu riêng");
}

TEST(Override, OptionsAreMerged) {
  auto const all = set("[rules.BC901.options]\nminimum = 5\n");
  auto const& options = all.find("BC901")->options;
  ASSERT_EQ(options.size(), 3U);
  EXPECT_EQ(std::get<std::string>(options[0].second), "recipients");
  EXPECT_EQ(options[1].first, "minimum");
  EXPECT_EQ(std::get<std::int64_t>(options[1].second), 5);
  EXPECT_EQ(std::get<bool>(options[2].second), true);
}

TEST(Override, Phrases) {
  auto const wrong = [](RuleSet const& all) {
    std::string out;
    for (auto const& phrase : all.find("CT901")->phrases) out += std::string(phrase.wrong) + "|";
    return out;
  };
  EXPECT_EQ(wrong(set("[rules.CT901]\nadd_phrases = [{ wrong = \"xử lí\", right = \"xử lý\" }]\n")), "sử lý|chia sẽ|xử lí|");
  EXPECT_EQ(wrong(set("[rules.CT901]\nremove_phrases = [\"sử lý\"]\n")), "chia sẽ|");
  EXPECT_EQ(wrong(set("[rules.CT901]\nphrases = [{ wrong = \"a\", right = \"b\" }]\n")), "a|");
  EXPECT_EQ(set("[rules.CT901]\nskip = [\"citation\"]\n").find("CT901")->skip,
            std::uint64_t{1} << static_cast<unsigned>(NodeKind::citation));
}

TEST(Override, OneLanguageOfAMessage) {
  auto const all = set("[rules.VD901]\nmessage.vi = \"{number} của {type}\"\n");
  EXPECT_EQ(words(all.find("VD901")->message.vi), "{number} của {type}");
  EXPECT_EQ(words(all.find("VD901")->message.en), "{type} lacks {number}");
}

TEST(Override, ExamplesThatMayHoldNoLonger) {
  EXPECT_EQ(set("[rules.CT901]\nseverity = \"error\"\nmessage = { vi = \"{found}\", en = \"{found}\" }\n").find("CT901")->examples.size(),
            1U);
  EXPECT_EQ(set("[rules.CT901]\nremove_phrases = [\"sử lý\"]\n").find("CT901")->examples.size(), 0U);
  EXPECT_EQ(set("[rules.VD901]\nexpect = 'number != null'\n").find("VD901")->examples.size(), 0U);
}

TEST(Override, TheLastOneWins) {
  PackSource const one{"a.toml", "[rules.VD901]\nseverity = \"warning\"\nreason = \"a\"\n"};
  PackSource const two{"b.toml", "[rules.VD901]\nseverity = \"error\"\n"};
  std::vector<RuleOverride> overrides;
  for (auto const* source : {&one, &two}) {
    auto const table = std::get<TomlValue>(parse_toml(source->text));
    auto const& [code, value] = table.find("rules")->entries[0];
    overrides.push_back({code, value, source});
  }
  auto const out = override_rules(rules(base), overrides);
  ASSERT_TRUE(std::holds_alternative<RuleSet>(out));
  auto const& rule = *std::get<RuleSet>(out).find("VD901");
  EXPECT_EQ(rule.severity, Severity::error);
  ASSERT_EQ(rule.changes.size(), 2U);
  EXPECT_EQ(rule.changes[1].file, "b.toml");
}

TEST(Override, InAPack) {
  auto const loaded =
      load_packs({{"own.toml", "[pack]\nname = \"own\"\ntitle = { vi = \"a\", en = \"b\" }\n[rules.CT901]\nseverity = \"error\"\n"}},
                 std::make_unique<RuleSet>(rules(base)).get());
  ASSERT_TRUE(std::holds_alternative<RuleSet>(loaded));
  EXPECT_EQ(std::get<RuleSet>(loaded).find("CT901")->severity, Severity::error);
}

TEST(Override, WhatIdentifiesNeverBecomesMereForm) {
  EXPECT_EQ(errors("[rules.CT901]\nfix = { touches = \"name\" }\n"), "");
  EXPECT_EQ(errors("[rules.CT901]\nfix = { touches = \"name\", safety = \"safe\" }\n"),
            "vanthu.toml:2:36: error: a fix that touches a name is never safe\n"
            "  fix = { touches = \"name\", safety = \"safe\" }\n"
            "                                     ^~~~~~\n"
            "  safety = \"review\"\n");
  EXPECT_EQ(errors("[rules.NQ901]\nfix = { touches = \"form\" }\n"),
            "vanthu.toml:2:19: error: the fix of NQ901 touches a reference, which is never mere form\n"
            "  fix = { touches = \"form\" }\n"
            "                    ^~~~~~\n");
}

TEST(Override, Errors) {
  struct Case {
    std::string_view toml, expected;
  };
  Case const cases[] = {
      {"[rules.VD902]\nseverity = \"error\"\n", R"(vanthu.toml:1:8: error: there is no rule VD902 to change
  [rules.VD902]
         ^~~~~
  did you mean "VD901"?
)"},
      {"[rules.first]\nseverity = \"error\"\n",
       R"(vanthu.toml:1:8: error: a rule is named by its code here, and "first" is the name of one
  [rules.first]
         ^~~~~
  write VD901
)"},
      {"[rules]\nVD901 = \"warning\"\n", R"(vanthu.toml:2:9: error: "VD901" takes a table; this is a string
  VD901 = "warning"
          ^~~~~~~~~
)"},
      {"[rules.VD901]\nseverety = \"error\"\n", R"(vanthu.toml:2:1: error: a rule has no key "severety"
  severety = "error"
  ^~~~~~~~
  did you mean "severity"?
)"},
      {"[rules.VD901]\non = \"date\"\n", R"(vanthu.toml:2:1: error: "on" of a rule cannot be changed
  on = "date"
  ^~
  switch VD901 off and write a rule of your own instead
)"},
      {"[rules.VD901]\nphrases = [{ wrong = \"a\" }]\n",
       R"(vanthu.toml:2:1: error: VD901 is a rule with "on", which has no key "phrases"
  phrases = [{ wrong = "a" }]
  ^~~~~~~
)"},
      {"[rules.BC901]\nadd_phrases = [{ wrong = \"a\" }]\n",
       R"(vanthu.toml:2:1: error: BC901 is a rule with "check", which has no key "add_phrases"
  add_phrases = [{ wrong = "a" }]
  ^~~~~~~~~~~
)"},
      {"[rules.VD901]\nseverity = 3\n", R"(vanthu.toml:2:12: error: "severity" takes a string; this is an integer
  severity = 3
             ^
)"},
      {"[rules.VD901]\nexpect = 'symbl != null'\n", R"(vanthu.toml:2:11: error: citation has no field "symbl"
  expect = 'symbl != null'
            ^~~~~
  did you mean "symbol"?
)"},
      {"[rules.BC901.options]\nminimun = 5\n", R"(vanthu.toml:2:1: error: check "list-punctuation" has no key "minimun"
  minimun = 5
  ^~~~~~~
  did you mean "minimum"?
)"},
      {"[rules.VD901]\nmessage.vi = \"{type} {issuer}\"\n",
       R"(vanthu.toml:2:22: error: {issuer} stands only in message.vi
  message.vi = "{type} {issuer}"
                       ^~~~~~~~
  both languages have the same placeholders
vanthu.toml:2:14: error: {number} stands only in message.en of the rule that is changed
  message.vi = "{type} {issuer}"
               ^~~~~~~~~~~~~~~~~
  give message.en too
)"},
      {"[rules.VD901]\nseverity = \"warning\"\n",
       R"(vanthu.toml:2:1: error: VD901 stands on a clause that is mandatory: a lower severity needs a reason
  severity = "warning"
  ^~~~~~~~
  reason = "…" beside it, in words for those who read it later
)"},
      {"[rules.VD901]\nenabled = false\nreason = \" \"\n", R"(vanthu.toml:3:10: error: "reason" is empty
  reason = " "
           ^~~
)"},
      {"[rules.CT901]\nin_passing = { severity = \"info\" }\n",
       R"(vanthu.toml:2:1: error: CT901 stands on a clause that is mandatory: a lower severity needs a reason
  in_passing = { severity = "info" }
  ^~~~~~~~~~
  reason = "…" beside it, in words for those who read it later
)"},
      {"[rules.CT901]\nremove_phrases = [\"sử ly\"]\n", R"(vanthu.toml:2:19: error: CT901 has no phrase "sử ly"
  remove_phrases = ["sử ly"]
                    ^~~~~~~
  did you mean "sử lý"?
)"},
      {"[rules.CT901]\nremove_phrases = [\"sử lý\", \"chia sẽ\"]\n", R"(vanthu.toml:2:1: error: there are no phrases left
  remove_phrases = ["sử lý", "chia sẽ"]
  ^~~~~~~~~~~~~~
  enabled = false switches CT901 off
)"},
      {"[rules.CT901]\nadd_phrases = [{ wrong = \"a\" }]\n",
       R"(vanthu.toml:2:1: error: the message of CT901 has {right}, which not every phrase gives
  add_phrases = [{ wrong = "a" }]
  ^~~~~~~~~~~
  give each phrase "right", or the rule another message
)"},
      {"[rules.VD901]\nuntil = 2019-01-01\nfrom = 2020-01-01\n", R"(vanthu.toml:2:9: error: "until" lies before "from"
  until = 2019-01-01
          ^~~~~~~~~~
)"},
  };
  for (auto const& c : cases) EXPECT_EQ(errors(c.toml), c.expected) << c.toml;
  // Neither lower nor off, or no clause that binds: no reason asked for.
  EXPECT_EQ(errors("[rules.BC901]\nenabled = false\n[rules.VD901]\nseverity = \"error\"\nenabled = true\n"), "");
}

TEST(Override, OwnRulesAreChangedInTheirPlace) {
  auto const loaded = load_packs({{"p.toml", std::string(pack_header) + std::string(base) + "[rules.CT901]\nseverity = \"error\"\n"}});
  ASSERT_TRUE(std::holds_alternative<std::vector<PackError>>(loaded));
  EXPECT_EQ(std::get<std::vector<PackError>>(loaded)[0].message, "CT901 is a rule of this pack");
}

}  // namespace
}  // namespace vanthu::test
