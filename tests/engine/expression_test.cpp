// Conditions evaluated: every operator and function, and what null does to each.
#include "engine/expression.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <set>

#include "support.hpp"

namespace vanthu::test {
namespace {

std::string const lists = R"(
[lists]
central = ["Chính phủ", "Quốc hội"]
[tables.abbr]
"Chỉ thị" = "CT"
"Kế hoạch" = "KH"
)";

// A citation with some parts and without others: symbol, issuer, date are there; number, title, year are null.
struct Fixture {
  Document document = lines("Chỉ thị số /CT-UBND của Chính phủ");
  Facts facts;

  Fixture() {
    Citation c;
    c.span = {0, static_cast<std::uint32_t>(document.text.size() - 1)};
    c.type = "Chỉ thị";
    c.symbol = "CT-UBND";
    c.issuer = "Chính phủ";
    c.date = {2024, 5, 0};
    c.legislature = 15;
    c.defects = {"ascii-d", "missing-year"};
    c.has_so = true;
    facts.citations.push_back(c);
    facts.type = "cong-van";
    facts.family = Family::administrative;
  }

  // Of the citation. Rules with the condition find fault accordingly, whatever they pass over unasked.
  bool holds(std::string const& condition) const {
    auto const rule = [](int number, std::string const& conditions) {
      return fmt::format("[VD{0}]\nname = \"x-{0}\"\nseverity = \"info\"\non = \"citation\"\n{1}\nmessage = {{ vi = \"a\", en = \"a\" }}\n",
                         number, conditions);
    };
    auto const set = rules(lists + rule(901, "expect = '" + condition + "'") + rule(902, "expect = 'not (" + condition + ")'") +
                           rule(903, "when = '" + condition + "'\nexpect = 'false'"));
    Model const model(document, facts, {2024, 6, 15}, Stage::draft, Language::vi);
    bool const out = Evaluator(set, model).holds(set.rules()[0].expect, model.nodes(NodeKind::citation)[0]);
    CheckOptions options;
    options.date = {2024, 6, 15};
    options.stage = Stage::draft;
    std::set<std::string> found;
    for (auto const& diagnostic : evaluate(set, document, facts, options).diagnostics) found.insert(diagnostic.code);
    EXPECT_EQ(found, out ? std::set<std::string>({"VD902", "VD903"}) : std::set<std::string>({"VD901"})) << condition;
    return out;
  }
};

TEST(Expression, True) {
  Fixture const f;
  for (char const* condition : {
           "has_so",
           "true",
           "not false",
           "not nested",
           "nested or has_so",
           "has_so and not nested",
           R"(type == "Chỉ thị")",
           R"(type != "Kế hoạch")",
           "legislature == 15",
           "legislature != 14",
           "legislature < 16",
           "legislature <= 15",
           "legislature > 14",
           "legislature >= 15",
           "legislature in [14, 15]",
           "has_so == true",
           R"(type in ["Chỉ thị", "Kế hoạch"])",
           R"(issuer in list("central"))",
           R"("ascii-d" in defects)",
           R"(defects contains "missing-year")",
           R"(symbol matches "^CT-")",
           R"(symbol matches "(?i)ubnd")",
           R"(symbol starts_with "CT")",
           R"(fold(type) starts_with "chỉ t")",
           R"(not (fold(type) starts_with "phỉ"))",
           R"(fold("  Chỉ") starts_with "chỉ")",
           R"(fold("Oà") starts_with "òa")",
           R"(fold("UỶ") starts_with "ủy")",
           R"(fold("Đã") starts_with "đ")",
           R"(symbol ends_with "UBND")",
           R"(symbol contains "-U")",
           R"(text contains "của")",
           R"(document.type == "cong-van")",
           R"(document.stage == "draft")",
           R"(has("citation"))",
           R"(not has("place-date"))",
           R"(count("citation") == 1)",
           R"(count("place-date") == 0)",
           R"(lookup("abbr", type) == "CT")",
           R"(lookup("abbr", issuer) == null)",
           R"(lower(type) == "chỉ thị")",
           R"(upper(type) == "CHỈ THỊ")",
           R"(fold("  UỶ ban  ") == "ủy ban")",
           "length(type) == 7",
           "length(defects) == 2",
           "words(type) == 2",
           "all_caps(symbol)",
           "not all_caps(type)",
           "capitalized(type)",
           R"(not capitalized("chỉ"))",
           "year(date) == 2024",
           "month(date) == 5",
           "day(date) == null",
           "valid(date)",
           // Dates compare at the precision that both have: 2024-05-00 here.
           "date > 2024-04-30",
           "date < 2024-06-01",
           "not (date > 2024-05-16)",
           "not (date < 2024-05-16)",
           "date == 2024-05-00",
           "date <= 2024-05-00",
           "date in [2023-01-01, 2024-05-00]",
           "date < document.date",
       })
    EXPECT_TRUE(f.holds(condition)) << condition;
}

// number, title and year are null.
TEST(Expression, Null) {
  Fixture const f;
  for (char const* condition : {
           "number == null",
           "not (number != null)",
           R"(number != "1")",
           R"(not (number == "1"))",
           "number == title",  // both null
           "not (year < 3)",
           "not (year >= 3)",
           "not (year <= 3)",
           "year != 3",
           R"(not (number in ["1"]))",
           R"(not (number matches ""))",
           R"(not (number starts_with ""))",
           R"(not (number ends_with ""))",
           R"(not (number contains ""))",
           R"(not ("a" starts_with number))",
           R"(lookup("abbr", number) == null)",
           "lower(number) == null",
           "upper(number) == null",
           "fold(number) == null",
           "length(number) == 0",
           "words(number) == 0",
           "not all_caps(number)",
           "not capitalized(number)",
           R"(not (lookup("abbr", type) == null))",
           "document.issuer == null",
       })
    EXPECT_TRUE(f.holds(condition)) << condition;
}

TEST(Expression, Words) {
  Fixture const f;
  auto const words = [&](std::string_view message) {
    auto const set = rules(lists + "[VD901]\nname = \"x\"\nseverity = \"info\"\non = \"citation\"\nexpect = 'true'\nmessage = { vi = '" +
                           std::string(message) + "', en = '" + std::string(message) + "' }\n");
    Model const model(f.document, f.facts, {2024, 6, 15}, Stage::draft, Language::vi);
    return Evaluator(set, model).words(set.rules()[0].message.vi, model.nodes(NodeKind::citation)[0]);
  };
  EXPECT_EQ(words("viện dẫn {type} thiếu số"), "viện dẫn Chỉ thị thiếu số");
  EXPECT_EQ(words("{defects}"), "ascii-d, missing-year");
  EXPECT_EQ(words("{date}; {document.date}"), "…/05/2024; 15/06/2024");
  EXPECT_EQ(words("{legislature}"), "15");
  EXPECT_EQ(words("[{number}]"), "[]");
  EXPECT_EQ(words("{{{type}}}"), "{Chỉ thị}");
  EXPECT_EQ(words("{lookup(\"abbr\", type)}-{upper(type)}"), "CT-CHỈ THỊ");
}

}  // namespace
}  // namespace vanthu::test
