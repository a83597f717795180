// The packs that ship: the bytes inside the program are those of the TOML, and every example holds.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "engine/builtin.hpp"
#include "engine/examples.hpp"
#include "engine/load.hpp"
#include "support/registry.hpp"
#include "vanthu/check.hpp"

namespace vanthu {
namespace {

std::vector<PackSource> shipped_sources() {
  std::filesystem::path const root = VANTHU_SOURCES;
  std::vector<std::filesystem::path> files;
  for (auto const& entry : std::filesystem::recursive_directory_iterator(root / "rules"))
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  std::sort(files.begin(), files.end(), [](auto const& a, auto const& b) { return a.string() < b.string(); });
  std::vector<PackSource> out;
  for (auto const& file : files) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    out.push_back({file.lexically_relative(root).string(), text.str()});
  }
  return out;
}

TEST(ShippedPacks, TheProgramHoldsWhatTheFilesSay) {
  auto const loaded = load_packs(shipped_sources());
  ASSERT_TRUE(std::holds_alternative<RuleSet>(loaded));
  EXPECT_TRUE(std::get<RuleSet>(loaded).bytes() == builtin_rules().bytes());
}

TEST(ShippedPacks, Examples) {
  for (auto const& result : run_examples(
           builtin_rules(), [](Rule const&) { return true; }, Language::vi, test::shipped_registry()))
    EXPECT_TRUE(result.passed()) << result.code << " example " << result.number << " "
                                 << (result.passed() ? "" : to_string(result.problems[0].fault));
}

TEST(ShippedPacks, EveryRuleSaysWhyAndWhere) {
  auto const set = builtin_rules();
  for (auto const& rule : set.rules()) {
    // No clause speaks of suppressions, nor of what vanthu cannot read.
    EXPECT_EQ(rule.basis.source.empty(), rule.on == NodeKind::suppression || rule.code == "CT306") << rule.code;
    EXPECT_FALSE(rule.why.vi.empty()) << rule.code;
  }
}

// Opening it costs time and memory: a start that needs no answer asks nothing.
TEST(ShippedPacks, ADocumentThatCitesNothingAsksNoRegister) {
  auto asked = 0;
  auto const count = [&asked](auto answer) {
    return [&asked, answer](std::string_view) {
      ++asked;
      return answer;
    };
  };
  Registry const registry{count(std::vector<RegisteredDocument>()), count(std::vector<RegisteredDocument>()),
                          count(std::vector<RegisteredDocument>()), count(std::vector<Amendment>()), count(std::vector<RegisteredBody>())};
  CheckOptions options;
  options.today = {2026, 1, 1};
  options.registry = &registry;
  std::string const letter = "SỞ NỘI VỤ\n\nSố: 41/SNV-VP\n\nLâm Đồng, ngày 12 tháng 5 năm 2024\n\nKính gửi: Các phòng thuộc Sở.\n\n";
  auto const check_text = [&](std::string const& text) {
    auto const result = check(letter + text, "a.txt", builtin_rules(), options);
    EXPECT_EQ(std::get<Checked>(result).facts.family, Family::administrative);
  };
  check_text("Sở Nội vụ mời các phòng họp ngày 20/5/2024.\n");
  EXPECT_EQ(asked, 0);
  check_text("Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư.\n");
  EXPECT_GT(asked, 0);
}

}  // namespace
}  // namespace vanthu
