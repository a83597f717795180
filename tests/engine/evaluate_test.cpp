// Rules on hand-made facts: what applies, what is marked, what is said, what is mended.
#include "engine/evaluate.hpp"

#include <gtest/gtest.h>

#include "support.hpp"

namespace vanthu::test {
namespace {

std::string rule(std::string_view body, std::string_view code = "VD901") {
  return "[" + std::string(code) + "]\nname = \"x-" + std::string(code.substr(2)) + "\"\nseverity = \"error\"\n" + std::string(body) +
         (body.find("\nmessage") == std::string_view::npos ? "\nmessage = { vi = 'có', en = 'there' }\n" : "\n");
}

// Two citations: "Thông tư số 11/2022/BGDĐT", "Chỉ thị số 05/CT-TTg".
struct Fixture {
  Document document = lines("Thông tư số 11/2022/BGDĐT và\nChỉ thị số 05/CT-TTg của Thủ tướng");
  Facts facts;

  Fixture() {
    facts.family = Family::administrative;
    facts.type = "cong-van";
    facts.date = {2024, 5, 0};
    Citation a;
    a.span = find(document, "Thông tư số 11/2022/BGDĐT");
    a.type = "Thông tư";
    a.type_span = find(document, "Thông tư");
    a.identifier = "11/2022/BGDĐT";
    a.identifier_span = find(document, "11/2022/BGDĐT");
    a.symbol = "BGDĐT";
    a.symbol_span = find(document, "BGDĐT");
    Citation b;
    b.span = find(document, "Chỉ thị số 05/CT-TTg của Thủ tướng");
    b.type = "Chỉ thị";
    b.type_span = find(document, "Chỉ thị");
    b.symbol = "CT-TTg";
    b.symbol_span = find(document, "CT-TTg");
    b.issuer = "Thủ tướng";
    b.issuer_span = find(document, "Thủ tướng");
    facts.citations = {a, b};
  }

  std::string judged(std::string const& pack, CheckOptions const& options = in_english()) const {
    return dump(document, evaluate(rules(pack), document, facts, options));
  }
};

TEST(Evaluate, WhenAndExpect) {
  Fixture const f;
  EXPECT_EQ(f.judged(rule("on = \"citation\"\nwhen = 'type == \"Thông tư\"'\nexpect = 'symbol matches \"^TT\"'\nat = \"symbol\"\n"
                          "message = { vi = '{type} thiếu TT: {symbol}', en = '{type} lacks TT: {symbol}' }\n"
                          "fix = { replace = \"symbol\", with = 'TT-{symbol}', safety = \"review\" }")),
            "VD901 \"BGDĐT\": Thông tư lacks TT: BGDĐT [review: replace \"BGDĐT\" with \"TT-BGDĐT\" => "
            "Thông tư số 11/2022/TT-BGDĐT và\nChỉ thị số 05/CT-TTg của Thủ tướng]\n");
}

TEST(Evaluate, Language) {
  Fixture const f;
  auto const pack = rule("on = \"citation\"\nexpect = 'issuer != null'\nfix = { insert_after = \"text\", with = ' của Bộ' }");
  EXPECT_EQ(f.judged(pack).substr(0, 45), "VD901 \"Thông tư số 11/2022/BGDĐT\": there");
  CheckOptions options = in_english();
  options.language = Language::vi;
  EXPECT_EQ(f.judged(pack, options),
            "VD901 \"Thông tư số 11/2022/BGDĐT\": có [review: thêm \" của Bộ\" => Thông tư số 11/2022/BGDĐT của Bộ và\nChỉ thị số "
            "05/CT-TTg của Thủ tướng]\n");
}

TEST(Evaluate, Places) {
  Fixture const f;
  auto const at = [&](std::string_view place) {
    return f.judged(rule("on = \"citation\"\nexpect = 'type == \"Thông tư\"'\nat = \"" + std::string(place) + "\""));
  };
  EXPECT_EQ(at("text"), "VD901 \"Chỉ thị số 05/CT-TTg của Thủ tướng\": there\n");
  EXPECT_EQ(at("issuer"), "VD901 \"Thủ tướng\": there\n");
  EXPECT_EQ(at("title"), "VD901 \"Chỉ thị số 05/CT-TTg của Thủ tướng\": there\n");  // absent: the whole node
  EXPECT_EQ(at("start"), "VD901 " + std::to_string(f.facts.citations[1].span.begin) + "^: there\n");
  EXPECT_EQ(at("end"), "VD901 " + std::to_string(f.facts.citations[1].span.end) + "^: there\n");
}

TEST(Evaluate, MissingComponent) {
  Fixture f;
  f.facts.components.push_back({ComponentKind::issuer, find(f.document, "Thông"), {}});
  auto const pack = rule(
      "on = \"document\"\nexpect = 'has(\"place-date\")'\nat = \"document.place-date\"\n"
      "related = { at = \"document.issuer\", message = { vi = 'a', en = 'issuer' } }\n"
      "fix = { insert_after = \"document.place-date\", with = '!' }");
  EXPECT_EQ(
      f.judged(pack),
      "VD901 6^: there {\"Thông\": issuer} [review: insert \"!\" => Thông! tư số 11/2022/BGDĐT và\nChỉ thị số 05/CT-TTg của Thủ tướng]\n");
}

TEST(Evaluate, NoFixWherePartsAreMissing) {
  Fixture const f;
  auto const fix = [&](std::string_view spec) {
    return f.judged(rule("on = \"citation\"\nexpect = 'type == \"Chỉ thị\"'\nfix = " + std::string(spec)));
  };
  std::string const none = "VD901 \"Thông tư số 11/2022/BGDĐT\": there\n";
  EXPECT_EQ(fix("{ replace = \"issuer\", with = 'x' }"), none);         // no such part
  EXPECT_EQ(fix("{ insert_after = \"issuer\", with = 'x' }"), none);    // likewise
  EXPECT_EQ(fix("{ replace = \"symbol\", with = '{issuer}' }"), none);  // placeholder is null
  EXPECT_EQ(fix("{ replace = \"symbol\", with = '{symbol}' }"), none);  // nothing would change
  EXPECT_NE(fix("{ replace = \"symbol\", with = '' }"), none);
}

TEST(Evaluate, Once) {
  Fixture const f;
  EXPECT_EQ(f.judged(rule("on = \"citation\"\nexpect = 'false'\nonce = true\nat = \"type\"\n"
                          "fix = { replace = \"type\", with = '{upper(type)}', safety = \"safe\", touches = \"form\", title = { vi = 'chữ "
                          "hoa cho {type}', en "
                          "= 'capitals for {type}' } }")),
            "VD901 \"Thông tư\": there {\"Chỉ thị\": here too} "
            "[safe: capitals for Thông tư => THÔNG TƯ số 11/2022/BGDĐT và\nCHỈ THỊ số 05/CT-TTg của Thủ tướng]\n");
}

TEST(Evaluate, AnomaliesKeepTheirTextInAFix) {
  auto document = lines("a b");
  document.anomalies.push_back({AnomalyKind::no_break_space, {1, 2}});
  Facts facts;
  facts.family = Family::administrative;
  auto const set =
      rules(rule("on = \"anomaly\"\nexpect = 'kind != \"no-break-space\"'\nfix = { replace = \"text\", with = '{text}', safety = \"safe\", "
                 "touches = \"form\" }"));
  auto const out = evaluate(set, document, facts, in_english());
  ASSERT_EQ(out.diagnostics.size(), 1U);
  ASSERT_EQ(out.diagnostics[0].fixes.size(), 1U);
  EXPECT_EQ(out.diagnostics[0].fixes[0].edits[0].text, " ");
}

TEST(Evaluate, Check) {
  Fixture const f;
  auto const set = rules("[sources.S]\ntitle = \"Nguồn\"\nforce = \"usual\"\nclauses = { \"1\" = \"khoản 1\" }\n" +
                         rule("check = \"repeated-phrase\"\nbasis = \"S:1\"\noptions = { words = 3 }\n"
                              "message = { vi = 'lặp {phrase}', en = 'repeated {phrase}' }"));
  auto const document = lines("và và");
  auto const out = evaluate(set, document, f.facts, in_english());
  EXPECT_EQ(out.rules.evaluated, 1);
  for (auto const& d : out.diagnostics) EXPECT_EQ(d.basis.clause, "khoản 1");
}

// --- Applicability ---

struct Counts {
  int evaluated, not_evaluated, not_applicable;
  friend bool operator==(Counts const&, Counts const&) = default;
};
Counts counts(std::string_view keys, Facts const& facts, CheckOptions const& options = in_english()) {
  auto const out = evaluate(rules(rule("on = \"document\"\nexpect = 'true'\n" + std::string(keys))), lines("a"), facts, options).rules;
  return {out.evaluated, out.not_evaluated, out.not_applicable};
}
constexpr Counts applies{1, 0, 0}, lacks{0, 1, 0}, not_here{0, 0, 1};

TEST(Evaluate, FamilyTypeStage) {
  Facts const f = Fixture().facts;
  EXPECT_EQ(counts("", f), applies);
  EXPECT_EQ(counts("families = [\"party\"]", f), not_here);
  EXPECT_EQ(counts("types = [\"cong-van\", \"chi-thi\"]", f), applies);
  EXPECT_EQ(counts("types = [\"chi-thi\"]", f), not_here);
  EXPECT_EQ(counts("not_types = [\"cong-van\"]", f), not_here);
  EXPECT_EQ(counts("stage = \"draft\"", f), applies);
  EXPECT_EQ(counts("stage = \"issued\"", f), not_here);
  EXPECT_EQ(counts("needs = [\"layout\"]", f), lacks);
  EXPECT_EQ(counts("needs = [\"layout\"]\ntypes = [\"chi-thi\"]", f), not_here);
  Facts law = f;
  law.family = Family::legislation;
  EXPECT_EQ(counts("", law), not_here);
  EXPECT_EQ(counts("families = [\"legislation\", \"party\", \"other\"]", law), applies);
}

// The whole of a date of which only year or month is known has to lie inside.
TEST(Evaluate, Dates) {
  auto const on = [](Date date, std::string_view keys) {
    Facts facts = Fixture().facts;
    facts.date = date;
    return counts(keys, facts) == applies;
  };
  EXPECT_TRUE(on({2020, 3, 5}, "from = 2020-03-05"));
  EXPECT_FALSE(on({2020, 3, 4}, "from = 2020-03-05"));
  EXPECT_TRUE(on({2024, 0, 0}, "from = 2020-03-05"));
  EXPECT_FALSE(on({2020, 0, 0}, "from = 2020-03-05"));
  EXPECT_FALSE(on({2020, 3, 0}, "from = 2020-03-05"));
  EXPECT_TRUE(on({2020, 3, 0}, "from = 2020-03-01"));
  EXPECT_TRUE(on({2025, 6, 30}, "until = 2025-06-30"));
  EXPECT_TRUE(on({2025, 6, 0}, "until = 2025-06-30"));
  EXPECT_FALSE(on({2025, 0, 0}, "until = 2025-06-30"));
  EXPECT_TRUE(on({0, 0, 0}, "from = 2024-06-15\nuntil = 2024-06-15"));  // none of its own: today's
}

TEST(Evaluate, TheDateAskedForWins) {
  CheckOptions options = in_english();
  options.date = Date{2019, 1, 1};
  EXPECT_EQ(counts("from = 2020-03-05", Fixture().facts, options), not_here);
}

TEST(Evaluate, SelectAndIgnore) {
  Facts const f = Fixture().facts;
  auto const with = [&](std::vector<std::string> select, std::vector<std::string> ignore, std::string_view keys = "") {
    CheckOptions options = in_english();
    options.select = std::move(select);
    options.ignore = std::move(ignore);
    return counts(keys, f, options) == applies;
  };
  EXPECT_TRUE(with({"VD"}, {}));
  EXPECT_TRUE(with({"TT", "VD9"}, {}));
  EXPECT_FALSE(with({"TT"}, {}));
  EXPECT_FALSE(with({}, {"VD901"}));
  EXPECT_FALSE(with({"VD901"}, {"VD"}));
  EXPECT_FALSE(with({}, {}, "enabled = false"));
  EXPECT_FALSE(with({"VD"}, {}, "enabled = false"));
  EXPECT_TRUE(with({"VD901"}, {}, "enabled = false"));
}

TEST(Evaluate, MalformedFactsAreHarmless) {
  Document const document = lines("a");
  Facts facts;
  facts.family = Family::administrative;
  facts.outline.push_back({OutlineKind::clause, "1", "1.", {}, "", {}, {5, 900}, 7});
  facts.citations.emplace_back().span = {100, 200};
  auto const pack = rule("on = \"outline\"\nexpect = 'depth == 1 or parent == \"article\"'") +
                    rule("on = \"citation\"\nexpect = 'text == \"a\"'", "VD902");
  EXPECT_EQ(dump(document, evaluate(rules(pack), document, facts, in_english())), "VD902 \"\": there\nVD901 \"\": there\n");
}

TEST(Evaluate, RulesAreChosenAnewForEachKindOfDocument) {
  Fixture f;
  auto const set = rules(rule("on = \"document\"\nexpect = 'false'\ntypes = [\"cong-van\"]") +
                         rule("on = \"document\"\nexpect = 'false'\nfrom = 2025-01-01", "VD902") +
                         rule("on = \"document\"\nexpect = 'false'\nstage = \"issued\"", "VD903"));
  auto const codes = [&](CheckOptions const& options = in_english()) {
    std::string out;
    for (auto const& found : evaluate(set, f.document, f.facts, options).diagnostics) out += found.code + " ";
    return out;
  };
  auto issued = in_english(), chosen = in_english();
  issued.stage = Stage::issued;
  chosen.select = {"VD902"};
  for (int times = 0; times < 2; ++times) {
    f.facts.type = "cong-van";
    f.facts.date = {2024, 5, 0};
    EXPECT_EQ(codes(), "VD901 ");
    EXPECT_EQ(codes(issued), "VD901 VD903 ");
    EXPECT_EQ(codes(chosen), "");
    f.facts.type = "chi-thi";
    EXPECT_EQ(codes(), "");
    f.facts.date = {2025, 5, 0};
    EXPECT_EQ(codes(), "VD902 ");
    EXPECT_EQ(codes(chosen), "VD902 ");
    f.facts.family = Family::party;
    EXPECT_EQ(codes(issued), "");
    f.facts.family = Family::administrative;
  }
}

}  // namespace
}  // namespace vanthu::test
