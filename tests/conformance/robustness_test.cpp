// Real documents, all of them together, and thousands of pieces of them put together at random: what must hold for any bytes holds.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "conformance/corpus.hpp"
#include "conformance/invariants.hpp"
#include "engine/builtin.hpp"
#include "support/registry.hpp"

namespace vanthu {
namespace {

using namespace test;

#ifdef VANTHU_SANITIZED
constexpr int splices = 1500;
#else
constexpr int splices = 10000;
#endif

struct Text {
  std::string name, bytes;
};

std::vector<Text> texts() {
  std::vector<Text> out;
  for (auto const* folder : {"seeds", "corpus/dev/txt", "corpus/negatives"})
    for (auto const& path : files_in(corpus_folder() / folder, {".txt", ".md", ".html"}))
      out.push_back({path.filename().string(), read_file(path)});
  return out;
}

std::variant<Checked, ReadError> checked(std::string_view bytes, std::string_view name, RuleSet const& rules) {
  CheckOptions options;
  options.today = {2026, 1, 1};
  options.registry = test::shipped_registry();
  return check(bytes, name, rules, options);
}

// True when the bytes could be read.
bool inspect(std::string_view bytes, std::string_view name, RuleSet const& rules, std::string const& told) {
  auto const result = checked(bytes, name, rules);
  if (std::holds_alternative<ReadError>(result)) return false;
  auto const broken = broken_invariants(std::get<Checked>(result));
  EXPECT_TRUE(broken.empty()) << told << ":\n  " << fmt::format("{}", fmt::join(broken, "\n  "));
  return true;
}

TEST(Robustness, RealDocuments) {
  VANTHU_NEEDS_CORPUS();
  auto const rules = builtin_rules();
  std::string together;
  for (auto const& text : texts()) {
    EXPECT_TRUE(inspect(text.bytes, text.name, rules, text.name));
    EXPECT_TRUE(inspect(text.bytes, text.name.ends_with(".md") ? "as.txt" : "as.md", rules, text.name + " in the other format"));
    together += text.bytes;
  }
  EXPECT_GT(together.size(), 1000000u);
  EXPECT_TRUE(inspect(together, "all.txt", rules, "all texts"));
  EXPECT_TRUE(inspect(together, "all.md", rules, "all texts"));
}

// Comments of any shape at any place.
TEST(Robustness, Comments) {
  auto const rules = builtin_rules();
  std::mt19937 random(20261231);
  constexpr std::string_view pieces[] = {"<!-- vanthu:",
                                         "<!--",
                                         "-->",
                                         " allow ",
                                         " bỏ qua ",
                                         "cả tệp ",
                                         "CT101",
                                         "CT1",
                                         "ZZ9",
                                         ",",
                                         ": ",
                                         "lý do",
                                         " until 2020-01-01",
                                         " đến 31/12/2030",
                                         "\n",
                                         "\n\n",
                                         "| a | b |\n|---|---|\n",
                                         "| c |",
                                         "- ",
                                         "Đơn vị sử lý hồ sơ. ",
                                         "sử lý ",
                                         "\r\n",
                                         "\f",
                                         "Ca\u0301c "};
  for (auto i = 0; i < splices / 10; ++i) {
    std::string text = "Đơn vị sử lý.\n";
    for (auto n = random() % 40; n > 0; --n) text += pieces[random() % std::size(pieces)];
    for (auto const* name : {"a.txt", "a.md"}) EXPECT_TRUE(inspect(text, name, rules, text));
  }
}

// Pieces of documents, cut between letters in most cases and anywhere in the others.
TEST(Robustness, CutsAndSplices) {
  VANTHU_NEEDS_CORPUS();
  auto const rules = builtin_rules();
  auto const all = texts();
  std::mt19937 random(20200305);
  auto const below = [&](std::size_t n) { return n == 0 ? 0 : random() % n; };
  auto readable = 0;
  for (auto round = 0; round < splices; ++round) {
    auto const pieces = 1 + below(4);
    auto const anywhere = below(8) == 0;
    std::string bytes;
    auto told = fmt::format("round {}:", round);
    for (std::size_t i = 0; i < pieces; ++i) {
      auto const& text = all[below(all.size())];
      auto begin = below(4) == 0 ? 0 : below(text.bytes.size());
      auto end = std::min(text.bytes.size(), begin + below(4096 / pieces));
      auto const inside_letter = [&](std::size_t at) { return at < text.bytes.size() && (text.bytes[at] & 0xC0) == 0x80; };
      while (!anywhere && inside_letter(begin)) ++begin;
      while (!anywhere && inside_letter(end)) ++end;
      end = std::max(begin, end);
      told += fmt::format(" {}[{}, {})", text.name, begin, end);
      bytes += text.bytes.substr(begin, end - begin);
    }
    readable += inspect(bytes, below(3) == 0 ? "piece.md" : "piece.txt", rules, told) ? 1 : 0;
  }
  EXPECT_GT(readable, splices * 8 / 10);
}

}  // namespace
}  // namespace vanthu
