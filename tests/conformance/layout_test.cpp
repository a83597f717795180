// Rules on layout, on whole Word documents: a right draft has no findings, each fault gives its own code at its own place, and forty faults
// give those forty.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "conformance/layout_faults.hpp"
#include "engine/builtin.hpp"
#include "support/draft.hpp"
#include "vanthu/check.hpp"

namespace vanthu::test {
namespace {

RuleSet const& rules() {
  static auto const all = builtin_rules();
  return all;
}

Checked checked(Draft const& draft) {
  CheckOptions options;
  options.today = {2026, 1, 1};
  auto result = check(docx_of(draft), "draft.docx", rules(), options);
  if (auto const* error = std::get_if<ReadError>(&result)) throw std::runtime_error(error->message_en);
  return std::get<Checked>(std::move(result));
}

// "KT204 Độc lập - Tự do - Hạnh phúc": code and the first line of what is marked.
std::multiset<std::string> found(Draft const& draft) {
  auto const result = checked(draft);
  std::multiset<std::string> out;
  for (auto const& d : result.diagnostics) {
    auto marked = slice(result.document.text, d.span);
    out.insert(fmt::format("{} {}", d.code, marked.substr(0, marked.find('\n'))));
  }
  return out;
}

std::string expected(LayoutFault const& fault) { return fmt::format("{} {}", fault.code, fault.marked); }

TEST(Layout, ARightDraftHasNoFindings) {
  EXPECT_EQ(found(decision()), std::multiset<std::string>{});
  EXPECT_EQ(found(letter()), std::multiset<std::string>{});
}

TEST(Layout, EveryRuleOnLayoutIsEvaluated) { EXPECT_EQ(checked(decision()).rules.not_evaluated, 0); }

TEST(Layout, EachFaultGivesItsOwnFinding) {
  for (auto const& fault : layout_faults()) {
    auto draft = fault.in_letter ? letter() : decision();
    fault.spoil(draft);
    EXPECT_EQ(found(draft), std::multiset<std::string>{expected(fault)}) << fault.code;
  }
}

// Two faults of one part can hide each other: of those the table says that they go together.
TEST(Layout, FortyFaultsAtOnceAreFoundAll) {
  auto draft = decision();
  std::multiset<std::string> wanted;
  for (auto const& fault : layout_faults())
    if (!fault.in_letter && fault.together) {
      fault.spoil(draft);
      wanted.insert(expected(fault));
    }
  EXPECT_EQ(wanted.size(), 40U);
  EXPECT_EQ(found(draft), wanted);
}

TEST(Layout, ManyParagraphsAreOneFinding) {
  auto draft = decision();
  draft.each("text", [](Look& look) { look.size = 24; });
  auto const result = checked(draft);
  ASSERT_EQ(result.diagnostics.size(), 1U);
  EXPECT_EQ(result.diagnostics[0].related.size(), 2U);
  EXPECT_TRUE(result.diagnostics[0].message.starts_with("nội dung văn bản cỡ chữ 12 ở 3 đoạn: ")) << result.diagnostics[0].message;
}

}  // namespace
}  // namespace vanthu::test
