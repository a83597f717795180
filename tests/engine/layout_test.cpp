// Rules on sections and paragraphs: what they see, and what one finding says of many places.
#include <gtest/gtest.h>

#include "engine/support.hpp"
#include "recognize/paragraphs.hpp"
#include "support/layout.hpp"

namespace vanthu::test {
namespace {

Evaluated judge(std::string_view toml, Document const& document) {
  Facts facts;
  facts.family = Family::administrative;
  recognize_paragraphs(document, facts);
  return evaluate(rules(toml), document, facts, in_english());
}
std::string found(std::string_view toml, Document const& document) { return dump(document, judge(toml, document)); }

std::string rule(std::string_view keys, std::string_view message = "there") {
  return "[KT901]\nname = \"n\"\nseverity = \"info\"\nmessage = { vi = '" + std::string(message) + "', en = '" + std::string(message) +
         "' }\n" + std::string(keys) + "\n";
}

Document page(std::int32_t Section::*side, std::int32_t twips) {
  auto document = laid_out({{{{"Một", letters()}}}});
  document.layout->sections[0].*side = twips;
  return document;
}

TEST(LayoutRules, AreNotEvaluatedWithoutLayout) {
  for (auto const* keys : {"on = \"section\"\nexpect = 'index == 1'", "on = \"paragraph\"\nexpect = 'bold == 100'",
                           "on = \"document\"\nexpect = 'type == \"unknown\"'\nneeds = [\"layout\"]"}) {
    auto const counts = judge(rule(keys), lines("Một")).rules;
    EXPECT_EQ(counts.not_evaluated, 1) << keys;
    EXPECT_EQ(counts.evaluated, 0) << keys;
    EXPECT_EQ(judge(rule(keys), laid_out({{{{"Một", letters()}}}})).rules.evaluated, 1) << keys;
  }
}

TEST(LayoutRules, MarginsAreRoundedToMillimetres) {
  auto const left = [](std::int32_t twips) {
    return found(rule("on = \"section\"\nexpect = 'left == null'\nat = \"start\"", "{left}"), page(&Section::left, twips));
  };
  EXPECT_EQ(left(1701), "KT901 0^: 30\n");
  EXPECT_EQ(left(1700), "KT901 0^: 30\n");
  EXPECT_EQ(left(1134), "KT901 0^: 20\n");
  EXPECT_EQ(left(1440), "KT901 0^: 25\n");
  EXPECT_EQ(left(-57), "KT901 0^: -1\n");
  EXPECT_EQ(left(2147483647), "KT901 0^: 37879225\n");
}

TEST(LayoutRules, PaperThatIsNotToldIsNull) {
  EXPECT_EQ(found(rule("on = \"section\"\nexpect = 'width == null and left == null'"), page(&Section::width, 0)), "");
}

TEST(LayoutRules, APageNumberThatIsAbsentHasNoFields) {
  auto document = laid_out({{{{"Một", letters()}}}});
  auto const keys = "on = \"section\"\nexpect = 'page_number == null and page_number_alignment == null and page_number_on_first == null'";
  EXPECT_EQ(found(rule(keys), document), "");
  document.layout->sections[0].page_number.part = PagePart::header;
  document.layout->sections[0].page_number.alignment = Alignment::right;
  document.layout->sections[0].page_number.format.size = 27;
  EXPECT_EQ(found(rule(keys, "{page_number} {page_number_alignment} {page_number_size}"), document), "KT901 \"Một\n\": header right 14\n");
}

Document sizes(std::vector<std::uint16_t> const& half_points) {
  std::vector<LaidOut> paragraphs;
  for (auto const size : half_points) paragraphs.push_back({{{"Một", letters(size)}}});
  return laid_out(paragraphs);
}
constexpr std::string_view small = "on = \"paragraph\"\nexpect = 'smallest >= 13 and largest <= 14'\nonce = true";

TEST(LayoutRules, OneFindingForManyParagraphs) {
  EXPECT_EQ(found(rule(small, "{sizes}: {times}, {places}"), sizes({28, 24, 26, 25, 24})),
            "KT901 \"Một\": 12, 12,5: 3, 2, 4, 5 {\"Một\": here too} {\"Một\": here too}\n");
  EXPECT_EQ(found(rule(small, "{sizes}: {times}, {places}"), sizes({28, 27, 24})), "KT901 \"Một\": 12: 1, 3\n");
}

TEST(LayoutRules, PlacesAreNamedUpToEight) {
  auto const text = found(rule(small, "{times}: {places}"), sizes(std::vector<std::uint16_t>(10, 24)));
  EXPECT_TRUE(text.starts_with("KT901 \"Một\": 10: 1, 2, 3, 4, 5, 6, 7, 8 … {")) << text;
}

TEST(LayoutRules, WithoutTimesAndPlacesTheFirstNodeSpeaks) {
  EXPECT_EQ(found(rule(small, "{sizes}"), sizes({24, 25})), "KT901 \"Một\": 12 {\"Một\": here too}\n");
}

TEST(LayoutRules, TimesAndPlacesAreForFindingsOfManyPlaces) {
  EXPECT_THROW(rules(rule("on = \"paragraph\"\nexpect = 'bold == 100'", "{places}")), std::runtime_error);
  EXPECT_THROW(rules(rule("on = \"paragraph\"\nexpect = 'times == 100'\nonce = true")), std::runtime_error);
}

TEST(LayoutRules, WordsThatAFieldNeverHasAreErrors) {
  EXPECT_THROW(rules(rule("on = \"paragraph\"\nexpect = 'alignment == \"centre\"'")), std::runtime_error);
  EXPECT_THROW(rules(rule("on = \"paragraph\"\nexpect = 'component == \"mottos\"'")), std::runtime_error);
}

}  // namespace
}  // namespace vanthu::test
