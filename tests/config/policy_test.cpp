// Which policy holds for a document: by path, by type, by the command line.
#include <gtest/gtest.h>

#include <thread>

#include "config/support.hpp"

namespace vanthu::test {
namespace {

struct Made {
  explicit Made(std::string toml, CommandLine given = command_line())
      : files{{{"/o/vanthu.toml", std::move(toml)}}, {}, {}},
        resolver(machine(files), shipped(), std::move(given)),
        house(resolver.in_folder("/o")) {
    EXPECT_EQ(short_text(house->config().errors), "");
  }
  std::shared_ptr<Policy const> at(std::string_view path, std::string_view type = "unknown") const { return house->policy(path, type); }

  Files files;
  ConfigResolver resolver;
  std::shared_ptr<House const> house;
};

std::string joined(std::vector<std::string> const& items) {
  std::string out;
  for (auto const& item : items) out += (out.empty() ? "" : ",") + item;
  return out;
}

TEST(Policy, DefaultsWhereNothingIsSaid) {
  Made const made("");
  auto const policy = made.at("/o/a.md");
  EXPECT_EQ(policy->fail_on, Severity::error);
  EXPECT_EQ(policy->options.stage, Stage::draft);
  EXPECT_EQ(policy->options.language, Language::en);
  EXPECT_EQ(policy->options.today, (Date{2026, 3, 1}));
  EXPECT_TRUE(policy->options.select.empty() && policy->options.ignore.empty() && policy->options.suppressions.empty());
  EXPECT_EQ(made.at("/o/b.md", "cong-van"), policy);  // one for all
}

constexpr char const* layered = R"(
[check]
select = ["VD"]
fail-on = "info"
stage = "issued"
lang = "vi"

[rules.VD102]
severity = "error"

[[overrides]]
paths = ["văn bản/**"]
ignore = ["VD102"]
fail-on = "warning"

[[overrides]]
types = ["cong-van", "giay-moi"]
stage = "draft"
rules.VD102.severity = "info"

[[overrides]]
paths = ["*.txt"]
types = ["giay-moi"]
select = ["TT"]
)";

TEST(Policy, OverridesByPathAndByType) {
  Made const made(layered);
  auto const plain = made.at("/o/a.md", "quyet-dinh");
  EXPECT_EQ(joined(plain->options.select), "VD");
  EXPECT_EQ(plain->fail_on, Severity::info);
  EXPECT_EQ(plain->options.stage, Stage::issued);
  EXPECT_EQ(plain->options.language, Language::vi);
  EXPECT_EQ(plain->rules.find("VD102")->severity, Severity::error);

  auto const in_folder = made.at("/o/văn bản/x/a.md", "quyet-dinh");
  EXPECT_EQ(in_folder->fail_on, Severity::warning);
  EXPECT_EQ(joined(in_folder->options.ignore), "VD102");
  EXPECT_EQ(in_folder->options.stage, Stage::issued);

  auto const letter = made.at("/o/a.md", "cong-van");
  EXPECT_EQ(letter->options.stage, Stage::draft);
  EXPECT_EQ(letter->rules.find("VD102")->severity, Severity::info);
  EXPECT_EQ(letter->fail_on, Severity::info);

  auto const all = made.at("/o/văn bản/a.txt", "giay-moi");
  EXPECT_EQ(joined(all->options.select), "TT");
  EXPECT_EQ(joined(all->options.ignore), "VD102");
  EXPECT_EQ(joined(made.at("/o/văn bản/a.txt", "cong-van")->options.select), "VD");  // paths and types: both must fit
}

TEST(Policy, LettersOfPathsMayBeDecomposed) {
  Made const made(layered);
  EXPECT_EQ(made.at("/o/va\xcc\x86n ba\xcc\x89n/a.md")->fail_on, Severity::warning);
  Made const decomposed("[[overrides]]\npaths = [\"va\xcc\x86n ba\xcc\x89n/\"]\nfail-on = \"warning\"\n");
  EXPECT_EQ(decomposed.at("/o/văn bản/a.md")->fail_on, Severity::warning);
}

TEST(Policy, IsMadeOnceForWhatAppliesTogether) {
  Made const made(layered);
  EXPECT_EQ(made.at("/o/a.md", "quyet-dinh"), made.at("/o/b/c.md", "chi-thi"));
  EXPECT_EQ(made.at("/o/a.md", "cong-van"), made.at("/o/a.md", "giay-moi"));
  EXPECT_NE(made.at("/o/a.md", "cong-van"), made.at("/o/a.md", "chi-thi"));
}

TEST(Policy, RulesAreMadeOnceForWhatChangesThem) {
  Made const made(layered);
  EXPECT_EQ(&made.at("/o/a.md", "chi-thi")->rules.data(), &made.at("/o/văn bản/a.md", "chi-thi")->rules.data());
}

TEST(Policy, ThreadsShareIt) {
  Made const made(layered);
  std::vector<std::shared_ptr<Policy const>> got(8);
  std::vector<std::thread> threads;
  for (auto& mine : got) threads.emplace_back([&made, &mine] { mine = made.at("/o/a.md", "cong-van"); });
  for (auto& thread : threads) thread.join();
  for (auto const& one : got) EXPECT_EQ(one, got.front());
}

TEST(Policy, TheCommandLineWins) {
  auto given = command_line();
  given.language = Language::en;
  given.stage = Stage::draft;
  given.fail_on = Severity::error;
  given.select = {"TT101"};
  given.ignore = {"VD101"};
  given.date = {2025, 1, 2};
  Made const made(layered, given);
  auto const policy = made.at("/o/văn bản/a.txt", "giay-moi");
  EXPECT_EQ(joined(policy->options.select), "TT101");
  EXPECT_EQ(joined(policy->options.ignore), "VD101");
  EXPECT_EQ(policy->options.stage, Stage::draft);
  EXPECT_EQ(policy->options.language, Language::en);
  EXPECT_EQ(policy->fail_on, Severity::error);
  EXPECT_EQ(policy->options.date, (Date{2025, 1, 2}));
}

TEST(Policy, WhatTheCommandLineSelectsIsNotIgnoredByTheFile) {
  auto given = command_line();
  given.select = {"VD101"};
  Made const made("[check]\nignore = [\"VD1\", \"TT\"]\n", given);
  EXPECT_EQ(joined(made.at("/o/a.md")->options.ignore), "TT");
  given.select = {"VD"};
  Made const group("[check]\nignore = [\"VD101\"]\n", given);
  EXPECT_EQ(joined(group.at("/o/a.md")->options.ignore), "VD101");  // the group without what the house leaves out of it
}

TEST(Policy, IgnoresAreMeantForTheirPaths) {
  Made const made(R"([[ignore]]
code = "VD101"
path = "báo cáo/*.md"
text = "Nghị định 34"
reason = "trích nguyên văn"
until = 2026-12-31

[[ignore]]
code = ["VD", "no-number"]
reason = "đã xem"
)");
  auto const both = made.at("/o/báo cáo/a.md")->options.suppressions;
  ASSERT_EQ(both.size(), 2U);
  EXPECT_EQ(joined(both[0].codes), "VD101");
  EXPECT_EQ(both[0].text, "Nghị định 34");
  EXPECT_EQ(both[0].reason, "trích nguyên văn");
  EXPECT_EQ(both[0].until, (Date{2026, 12, 31}));
  EXPECT_EQ(both[0].origin, SuppressionOrigin::config);
  EXPECT_EQ(both[0].file, "o/vanthu.toml");
  EXPECT_EQ(both[0].line, 2U);
  EXPECT_EQ(both[0].column, 1U);
  EXPECT_EQ(joined(both[1].codes), "VD,no-number");
  EXPECT_EQ(made.at("/o/a.md")->options.suppressions.size(), 1U);
}

TEST(Policy, KnowsTheOffice) {
  Made const made("[issuer]\nname = \"So\xcc\x9b\xcc\x89 Nội vụ\"\nsymbol = \"SNV\"\nplace = \"Lạng Sơn\"\nunits = [\"VP\", \"TCBC\"]\n");
  auto const& office = made.at("/o/a.md")->options.office;
  EXPECT_EQ(office.name, "Sở Nội vụ");
  EXPECT_EQ(office.symbol, "SNV");
  EXPECT_EQ(office.place, "Lạng Sơn");
  EXPECT_EQ(joined(office.units), "VP,TCBC");
}

TEST(Policy, Exclude) {
  Made const made("[check]\nexclude = [\"mẫu/\", \"*.nhap.md\"]\n");
  for (auto const* path : {"/o/mẫu/a.md", "/o/x/ma\xcc\x82\xcc\x83u/a.md", "/o/a.nhap.md"})
    EXPECT_TRUE(excluded_by(made.house->config(), path)) << path;
  for (auto const* path : {"/o/a.md", "/mẫu/a.md", "/o/mẫu.md"}) EXPECT_FALSE(excluded_by(made.house->config(), path)) << path;
}

TEST(Policy, OverridesThatCannotBeCombinedGiveNone) {
  Made const made(R"([[overrides]]
paths = ["a/"]
rules.VD102.message = { vi = "không có số {number}", en = "no number {number}" }

[[overrides]]
types = ["cong-van"]
rules.VD102.message.vi = "chưa có số"
)");
  EXPECT_NE(made.at("/o/a/x.md", "chi-thi"), nullptr);
  EXPECT_NE(made.at("/o/x.md", "cong-van"), nullptr);
  EXPECT_EQ(made.at("/o/a/x.md", "cong-van"), nullptr);
}

}  // namespace
}  // namespace vanthu::test
