// Every rule is shown to fire by an example of its own or by a case.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "conformance/layout_faults.hpp"
#include "engine/builtin.hpp"

namespace vanthu {
namespace {

namespace fs = std::filesystem;

std::string all_cases() {
  std::string out;
  for (auto const& entry : fs::recursive_directory_iterator(fs::path(VANTHU_SOURCES) / "tests/cases")) {
    if (entry.path().extension() != ".case") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    out.append(std::istreambuf_iterator<char>(in), {});
  }
  return out;
}

// Examples and cases are UTF-8: what needs bytes of another encoding is shown by tests/read/legacy_test.cpp. All documents that ended in
// the shipped register have a successor there: VD402 is shown by tests/cli.
constexpr std::string_view shown_elsewhere[] = {"CT304", "VD402"};

TEST(Coverage, EveryRuleFiresSomewhere) {
  auto const cases = all_cases();
  auto const rules = builtin_rules();
  for (auto const& rule : rules.rules()) {
    if (std::ranges::find(shown_elsewhere, rule.code) != std::end(shown_elsewhere)) continue;
    if (std::ranges::any_of(test::layout_faults(), [&](test::LayoutFault const& fault) { return fault.code == rule.code; })) continue;
    auto const has_bad = std::any_of(rule.examples.begin(), rule.examples.end(), [](Example const& e) { return e.bad.has_value(); });
    auto const marked = std::string(" ") + std::string(rule.code) + " " + std::string(to_string(rule.severity)) + ": ";
    EXPECT_TRUE(has_bad || cases.find(marked) != std::string::npos) << rule.code << " " << rule.name << " has neither example nor case";
  }
}

}  // namespace
}  // namespace vanthu
