// The packs that ship: the bytes inside the program are those of the TOML, and every example holds.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "engine/builtin.hpp"
#include "engine/examples.hpp"
#include "engine/load.hpp"

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
  for (auto const& result : run_examples(builtin_rules(), [](Rule const&) { return true; }))
    EXPECT_TRUE(result.passed()) << result.code << " example " << result.number << " "
                                 << (result.passed() ? "" : to_string(result.problems[0].fault));
}

TEST(ShippedPacks, EveryRuleSaysWhyAndWhere) {
  auto const set = builtin_rules();
  for (auto const& rule : set.rules()) {
    EXPECT_EQ(rule.basis.source.empty(), rule.on == NodeKind::suppression) << rule.code;  // no clause speaks of suppressions
    EXPECT_FALSE(rule.why.vi.empty()) << rule.code;
  }
}

}  // namespace
}  // namespace vanthu
