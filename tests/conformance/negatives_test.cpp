// Documents that are not administrative ones: nothing of the decree applies to them, and the rules of language keep out too.
#include <gtest/gtest.h>

#include "conformance/corpus.hpp"
#include "engine/builtin.hpp"
#include "support/registry.hpp"
#include "vanthu/check.hpp"

namespace vanthu {
namespace {

using namespace test;

constexpr std::string_view not_administrative = "TT001";

auto checked(fs::path const& path, RuleSet const& rules) {
  CheckOptions options;
  options.today = {2026, 1, 1};
  options.registry = test::shipped_registry();
  options.language = Language::en;
  return check(read_file(path), path.filename().string(), rules, options);
}

TEST(Negatives, TextsGetTheRemarkThatNothingAppliesAndNoMore) {
  VANTHU_NEEDS_CORPUS();
  auto const rules = builtin_rules();
  auto const texts = files_in(corpus_folder() / "corpus/negatives", {".txt", ".md", ".html", ".docx"});
  EXPECT_GT(texts.size(), 15u);
  for (auto const& path : texts) {
    auto const name = path.filename().string();
    auto const result = checked(path, rules);
    ASSERT_TRUE(std::holds_alternative<Checked>(result)) << name << ": " << std::get<ReadError>(result).message_en;
    auto const& [document, facts, diagnostics, counts, uses, ran] = std::get<Checked>(result);
    EXPECT_NE(facts.family, Family::administrative) << name;
    EXPECT_TRUE(path.extension() != ".html" || facts.family == Family::other) << name;
    EXPECT_FALSE(facts.family_reason_vi.empty() || facts.family_reason_en.empty()) << name;
    auto remarks = 0;
    for (auto const& d : diagnostics) {
      auto const line = document.position(document.map.to_source(d.span).begin).line;
      if (d.code == not_administrative && d.severity == Severity::info)
        ++remarks;
      else
        ADD_FAILURE() << name << ":" << line << ": " << d.code << " " << d.message;
    }
    EXPECT_EQ(remarks, 1) << name;
  }
}

TEST(Negatives, OtherFormatsAreToldByTheirContent) {
  VANTHU_NEEDS_CORPUS();
  auto const rules = builtin_rules();
  auto const files = files_in(corpus_folder() / "corpus/negatives", {".doc", ".pdf"});
  EXPECT_GT(files.size(), 5u);
  for (auto const& path : files) {
    auto const name = path.filename().string();
    auto const result = checked(path, rules);
    ASSERT_TRUE(std::holds_alternative<ReadError>(result)) << name;
    auto const& error = std::get<ReadError>(result);
    EXPECT_EQ(error.kind, "binary") << name;
    for (auto const& words : {error.message_vi, error.message_en}) {
      EXPECT_FALSE(words.empty()) << name;
      EXPECT_EQ(words.find('\n'), std::string::npos) << name;
    }
    auto const word = path.extension() == ".pdf" ? "PDF" : "Word";
    EXPECT_NE(error.message_en.find(word), std::string::npos) << name << ": " << error.message_en;
  }
}

}  // namespace
}  // namespace vanthu
