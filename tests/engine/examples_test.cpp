// Examples of rules as tests: what passes, and what is wrong with the others. Phrases only: nothing here depends on recognition.
#include "engine/examples.hpp"

#include <gtest/gtest.h>

#include "support.hpp"

namespace vanthu::test {
namespace {

std::string problems(std::string_view examples, std::string_view keys = "") {
  auto const set =
      rules("[CT901]\nname = \"x\"\nseverity = \"warning\"\nphrases = [{ wrong = \"sử lý\", right = \"xử lý\" }]\n" + std::string(keys) +
            "\nmessage = { vi = \"{found}\", en = \"{found}\" }\nexamples = [" + std::string(examples) + "]\n");
  std::string out;
  for (auto const& result : run_examples(set, [](Rule const&) { return true; })) {
    out += result.code + " " + std::to_string(result.number) + (result.passed() ? " ok\n" : "");
    for (auto const& problem : result.problems)
      out += ": " + std::string(problem.text_key) + " " + std::string(to_string(problem.fault)) + " " + result.file + ":" +
             std::to_string(problem.line) + "\n";
  }
  return out;
}

TEST(Examples, Passing) {
  EXPECT_EQ(problems(R"({ bad = "Đã sử lý.", good = "Đã xử lý." }, { good = "Lý do." }, { bad = "Sử lý." })"),
            "CT901 1 ok\nCT901 2 ok\nCT901 3 ok\n");
  EXPECT_EQ(problems(R"({ bad = "Đã sử lý.", good = "Đã xong.", fixable = false })"), "CT901 1 ok\n");
}

TEST(Examples, Failing) {
  EXPECT_EQ(problems(R"({ bad = "Đã xong." })"), "CT901 1: bad no-finding p.toml:10\n");
  EXPECT_EQ(problems(R"({ bad = "Đã sử lý.", good = "Đã xong." })"), "CT901 1: bad fix-differs p.toml:10\n");
  EXPECT_EQ(problems(R"({ good = "Đã sử lý." })"), "CT901 1: good found-in-good p.toml:10\n");
  EXPECT_EQ(problems(R"({ bad = "Đã sử lý.", good = "sử lý" })"), "CT901 1: bad fix-differs p.toml:10\n: good found-in-good p.toml:10\n");
}

TEST(Examples, Context) {
  EXPECT_EQ(problems(R"({ bad = "Đã sử lý.", context = { date = 2019-01-01 } })", "from = 2020-03-05"),
            "CT901 1: bad not-applicable p.toml:10\n");
  EXPECT_EQ(problems(R"({ bad = "Đã sử lý." })", "from = 2020-03-05\ntypes = [\"cong-van\"]\nstage = \"issued\"\nfamilies = [\"party\"]"),
            "CT901 1 ok\n");
  EXPECT_EQ(problems(R"({ bad = "Đã sử lý.", context = { type = "chi-thi" } })", "not_types = [\"cong-van\"]"), "CT901 1 ok\n");
  EXPECT_EQ(problems(R"({ bad = "Đã sử lý." })", "needs = [\"layout\"]"), "");
  EXPECT_EQ(problems(R"({ bad = "Đã sử lý." })", "enabled = false"), "CT901 1 ok\n");
}

}  // namespace
}  // namespace vanthu::test
