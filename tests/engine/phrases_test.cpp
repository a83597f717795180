// Phrases: where they are found, on NFC text, in bytes.
#include "engine/phrases.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support.hpp"

namespace vanthu::test {
namespace {

std::string rule(std::string_view phrases, std::string_view more = "") {
  return "[CT901]\nname = \"x\"\nseverity = \"warning\"\nphrases = [" + std::string(phrases) + "]\n" + std::string(more) +
         "\nmessage = { vi = '{found}: {wrong}', en = '\"{found}\" for \"{wrong}\"' }\n";
}

// What is found in `text`: "found@begin" separated by blanks.
std::string found(std::string_view pack, std::string_view text) {
  auto const set = rules(pack);
  std::string out;
  for (auto const& match : set.phrases().find(text, index_words(text), std::vector<bool>(set.rules().size(), true)))
    out += (out.empty() ? "" : " ") + std::string(slice(text, match.span)) + "@" + std::to_string(match.span.begin);
  return out;
}

// All of them count, also those that overlap: what they mean the check knows.
TEST(Phrases, OfAChecksOwn) {
  auto const pack = std::string("[CT901]\nname = \"x\"\nseverity = \"info\"\ncheck = \"mixed-letter-case\"\n") +
                    "options = { terms = [\"các sở,\", \"sở, ngành\"] }\nmessage = { vi = 'a', en = 'a' }\n";
  EXPECT_EQ(found(pack, "các Sở, ngành"), "các Sở,@0 Sở, ngành@5");
}

TEST(Phrases, Places) {
  auto const pack = rule(R"({ wrong = "sử lý", right = "xử lý" })");
  EXPECT_EQ(found(pack, "sử lý"), "sử lý@0");
  EXPECT_EQ(found(pack, "đã sử lý xong"), "sử lý@5");  // đã is four bytes
  EXPECT_EQ(found(pack, "Sử lý, SỬ LÝ"), "Sử lý@0 SỬ LÝ@10");
  EXPECT_EQ(found(pack, "(sử lý)"), "sử lý@1");
  EXPECT_EQ(found(pack, "sử lýa"), "");  // the word goes on
  EXPECT_EQ(found(pack, "xsử lý"), "");  // it began before
  EXPECT_EQ(found(pack, "sử lý1"), "");  // digits are part of words
  EXPECT_EQ(found(pack, "sử, lý"), "");  // punctuation between
  EXPECT_EQ(found(pack, "sử\nlý"), "");  // two blocks
  EXPECT_EQ(found(pack, "sử sử lý"), "sử lý@5");
  EXPECT_EQ(found(pack, "\xff sử lý \xe1"), "sử lý@2");
}

TEST(Phrases, TonePlacementAndPunctuation) {
  EXPECT_EQ(found(rule(R"({ wrong = "uỷ ban", right = "ủy ban" })"), "Uỷ ban, ủy ban"), "Uỷ ban@0 ủy ban@10");
  EXPECT_EQ(found(rule(R"({ wrong = "V/v:" })"), "V/v: việc, V/v việc"), "V/v:@0");
  EXPECT_EQ(found(rule(R"({ wrong = "kinh tế-xã hội" })"), "kinh tế-xã hội, kinh tế - xã hội"), "kinh tế-xã hội@0");
}

TEST(Phrases, LetterCase) {
  auto const pack = rule(R"({ wrong = "Uỷ ban Nhân dân", right = "Ủy ban nhân dân" })", "case = true");
  EXPECT_EQ(found(pack, "Ủy ban Nhân dân"), "Ủy ban Nhân dân@0");
  EXPECT_EQ(found(pack, "Ủy ban nhân dân"), "");
  EXPECT_EQ(found(pack, "ỦY BAN NHÂN DÂN"), "");
}

TEST(Phrases, Unless) {
  auto const pack = rule(R"({ wrong = "chia sẽ", unless_before = ["phân", "sẽ không"], unless_after = ["ra", "(nhỏ"] })");
  EXPECT_EQ(found(pack, "chia sẽ"), "chia sẽ@0");
  EXPECT_EQ(found(pack, "Phân chia sẽ"), "");
  EXPECT_EQ(found(pack, "sẽ không chia sẽ"), "");
  EXPECT_EQ(found(pack, "không chia sẽ"), "chia sẽ@7");
  EXPECT_EQ(found(pack, "chia sẽ ra"), "");
  EXPECT_EQ(found(pack, "chia sẽ (nhỏ)"), "");
  EXPECT_EQ(found(pack, "chia sẽ rất"), "chia sẽ@0");
}

TEST(Phrases, TheLongestOfOneRule) {
  auto const pack = rule(R"({ wrong = "ban nhân dân" }, { wrong = "ủy ban" }, { wrong = "ủy ban nhân dân" })");
  EXPECT_EQ(found(pack, "ủy ban nhân dân xã"), "ủy ban nhân dân@0");
  EXPECT_EQ(found(pack, "ban nhân dân"), "ban nhân dân@0");
}

TEST(Phrases, InCaseOf) {
  EXPECT_EQ(in_case_of("xử lý", "sử lý", "sử lý"), "xử lý");
  EXPECT_EQ(in_case_of("xử lý", "Sử lý", "sử lý"), "Xử lý");
  EXPECT_EQ(in_case_of("xử lý", "SỬ LÝ", "sử lý"), "XỬ LÝ");
  EXPECT_EQ(in_case_of("đúng", "Đg", "đg"), "Đúng");
  EXPECT_EQ(in_case_of("lao động - thương binh", "Lao động-Thương binh", "lao động-thương binh"), "Lao động - Thương binh");
  EXPECT_EQ(in_case_of("chuyển đổi số", "Chuyên Đổi Số", "chuyên đổi số"), "Chuyển Đổi Số");
  EXPECT_EQ(in_case_of("kinh tế - xã hội", "kinh tế - Xã hội", "kinh tế xã hội"), "kinh tế - Xã hội");
  EXPECT_EQ(in_case_of("Ủy ban nhân dân", "UBND", "UBND"), "Ủy ban nhân dân");
}

std::string judged(std::string_view pack, Document const& document, Facts facts = {}) {
  facts.family = Family::administrative;
  return dump(document, evaluate(rules(pack), document, facts, in_english()));
}

TEST(Phrases, OneFindingForAllPlaces) {
  auto const pack = rule(R"({ wrong = "sử lý", right = "xử lý" }, { wrong = "bổ xung", right = "bổ sung" })",
                         "fix = { safety = \"safe\", touches = \"form\" }");
  EXPECT_EQ(
      judged(pack, lines("Sử lý, bổ xung, sử lý")),
      "CT901 \"Sử lý\": \"Sử lý\" for \"sử lý\" {\"sử lý\": here too} [safe: replace \"Sử lý\" with \"Xử lý\" => Xử lý, bổ xung, xử lý]\n"
      "CT901 \"bổ xung\": \"bổ xung\" for \"bổ xung\" [safe: replace \"bổ xung\" with \"bổ sung\" => Sử lý, bổ sung, sử lý]\n");
}

TEST(Phrases, WithoutACorrection) {
  EXPECT_EQ(judged(rule(R"({ wrong = "vân vân" })"), lines("vân vân")), "CT901 \"vân vân\": \"vân vân\" for \"vân vân\"\n");
}

TEST(Phrases, ACorrectPlaceIsNoFinding) {
  auto const pack = rule(R"({ wrong = "uỷ ban", right = "ủy ban" })");
  EXPECT_EQ(judged(pack, lines("Ủy ban, uỷ ban")),
            "CT901 \"uỷ ban\": \"uỷ ban\" for \"uỷ ban\" [review: replace \"uỷ ban\" with \"ủy ban\" => Ủy ban, ủy ban]\n");
}

TEST(Phrases, Skip) {
  auto const pack = rule(R"({ wrong = "sử lý" })", "skip = [\"subject\", \"quotation\"]");
  auto const document = lines("V/v sử lý\n“sử lý” và \"sử lý\" và sử lý\n“sử lý");
  Facts facts;
  facts.components.push_back({ComponentKind::subject, find(document, "V/v sử lý"), {}});
  EXPECT_EQ(judged(pack, document, facts), "CT901 \"sử lý\": \"sử lý\" for \"sử lý\" {\"sử lý\": here too}\n");
}

// One finding, as grave and there where it weighs most.
TEST(Phrases, InPassing) {
  auto const pack =
      rule(R"({ wrong = "sở cũ" })", "in_passing = { severity = \"info\", unless_in = [\"recipients\"], unless_sentence = [\"chủ trì\"] }");
  auto const severity_of = [&](Document const& document, Facts facts = {}) {
    facts.family = Family::administrative;
    std::string out;
    for (auto const& d : evaluate(rules(pack), document, facts, in_english()).diagnostics)
      out += fmt::format("{}@{}+{} ", to_string(d.severity), d.span.begin, d.related.size());
    return out;
  };
  EXPECT_EQ(severity_of(lines("Theo số liệu của sở cũ.")), "info@23+0 ");
  EXPECT_EQ(severity_of(lines("1) Sở cũ cho biết")), "warning@3+0 ");
  EXPECT_EQ(severity_of(lines("1. Sở cũ")), "warning@3+0 ");
  EXPECT_EQ(severity_of(lines("Số liệu của sở cũ; do sở cũ chủ trì. Của sở cũ.")), "warning@31+2 ");
  auto const recipients = lines("Nơi nhận: sở cũ");
  Facts facts;
  facts.components.push_back({ComponentKind::recipients, find(recipients, "Nơi nhận: sở cũ"), {}});
  EXPECT_EQ(severity_of(recipients, facts), "warning@13+0 ");
  auto cell = lines("sở cũ");
  EXPECT_EQ(severity_of(cell), "warning@0+0 ");
  cell.blocks[0].kind = BlockKind::table_cell;
  EXPECT_EQ(severity_of(cell), "info@0+0 ");
}

TEST(Phrases, WhenIsReadOnTheDocument) {
  auto const pack = rule(R"({ wrong = "sử lý" })", "when = 'type == \"cong-van\"'");
  Facts facts;
  facts.type = "cong-van";
  EXPECT_NE(judged(pack, lines("sử lý"), facts), "");
  facts.type = "chi-thi";
  EXPECT_EQ(judged(pack, lines("sử lý"), facts), "");
}

}  // namespace
}  // namespace vanthu::test
