// What is to be flagged in real documents, and what not: the table domain/edge-cases.csv of the folder that VANTHU_CORPUS names.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "conformance/corpus.hpp"
#include "engine/builtin.hpp"
#include "support/registry.hpp"
#include "vanthu/check.hpp"

namespace vanthu {
namespace {

using namespace test;

struct Row {
  std::string seed, expect, severity, text, reason, rule;
  std::uint32_t line = 0;
  bool is_flag() const { return expect == "flag"; }
  bool is_serious() const { return is_flag() && (severity == "error" || severity == "warning"); }
};

// RFC 4180: fields may be quoted, a quotation mark inside is doubled.
std::vector<std::vector<std::string>> read_csv(std::string const& text) {
  std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
  auto quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto& field = rows.back().back();
    if (text[i] == '"' && quoted && i + 1 < text.size() && text[i + 1] == '"')
      field += text[++i];
    else if (text[i] == '"')
      quoted = !quoted;
    else if (text[i] == ',' && !quoted)
      rows.back().emplace_back();
    else if (text[i] == '\n' && !quoted)
      rows.emplace_back(1);
    else if (text[i] != '\r' || quoted)
      field += text[i];
  }
  return rows;
}

std::vector<Row> read_table(fs::path const& corpus) {
  std::vector<Row> out;
  auto const rows = read_csv(read_file(corpus / "domain/edge-cases.csv"));
  for (std::size_t i = 1; i < rows.size(); ++i) {
    auto const& r = rows[i];
    if (r.size() < 8) continue;
    out.push_back({r[0], r[2], r[3], r[4], r[5], r[7], static_cast<std::uint32_t>(std::stoul(r[1]))});
  }
  return out;
}

// Families of codes that can tell the fault of a row, by the word that its rule starts with; empty: any.
std::vector<std::string_view> families(Row const& row) {
  std::vector<std::string_view> out;
  auto const when = [&](std::string_view word, std::vector<std::string_view> const& codes) {
    if (row.rule.find(word) != std::string::npos) out.insert(out.end(), codes.begin(), codes.end());
  };
  when("citations", {"VD", "NQ", "TT", "CT"});
  when("nd30-format", {"TT", "NQ", "BC", "VD"});
  when("set-phrases", {"CT", "VH", "TN"});
  when("typography", {"CT", "TT"});
  when("duplicate", {"CT", "BC"});
  when("CAP", {"VH", "TN", "CT"});
  return out;
}

struct Found {
  Diagnostic diagnostic;
  SourceRange at;
  std::uint32_t first_line, last_line;
};

struct Seed {
  Checked checked;
  std::vector<Found> findings;

  // Every place of `text` on `line`.
  std::vector<SourceRange> places(std::string const& text, std::uint32_t line) const {
    std::vector<SourceRange> out;
    auto const& d = checked.document;
    if (line == 0 || line > d.line_starts.size()) return out;
    auto const end = line < d.line_starts.size() ? d.line_starts[line] : d.source.size();
    for (auto at = d.source.find(text, d.line_starts[line - 1]); at < end; at = d.source.find(text, at + 1))
      out.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + text.size())});
    return out;
  }
};

bool touches(SourceRange a, SourceRange b) { return a.begin <= b.end && b.begin <= a.end; }
bool overlaps(SourceRange a, SourceRange b) { return a.begin < b.end && b.begin < a.end; }
bool lies_inside(SourceRange inner, SourceRange outer) {
  if (inner.begin == inner.end) return outer.begin < inner.begin && inner.end < outer.end;
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

bool answers(Seed const& seed, Row const& row, Found const& found) {
  if (found.diagnostic.severity == Severity::info || found.first_line > row.line || row.line > found.last_line) return false;
  auto const codes = families(row);
  if (!codes.empty() && std::none_of(codes.begin(), codes.end(), [&](auto code) { return found.diagnostic.code.starts_with(code); }))
    return false;
  if (row.rule.find("may be merged") != std::string::npos) return true;
  auto const places = seed.places(row.text, row.line);
  return places.empty() || std::any_of(places.begin(), places.end(), [&](SourceRange p) { return touches(p, found.at); });
}

class EdgeCases : public testing::Test {
 protected:
  void SetUp() override {
    VANTHU_NEEDS_CORPUS();
    table = read_table(corpus_folder());
    ASSERT_GT(table.size(), 100u);
    auto const rules = builtin_rules();
    CheckOptions options;
    options.today = {2026, 1, 1};
    options.registry = test::shipped_registry();
    for (auto const& path : files_in(corpus_folder() / "seeds", {".txt"})) {
      auto result = check(read_file(path), "seed.txt", rules, options);
      ASSERT_TRUE(std::holds_alternative<Checked>(result)) << path;
      Seed seed{std::get<Checked>(std::move(result)), {}};
      auto const& d = seed.checked.document;
      for (auto const& diagnostic : seed.checked.diagnostics) {
        auto const at = d.map.to_source(diagnostic.span);
        seed.findings.push_back({diagnostic, at, d.position(at.begin).line, d.position(at.end).line});
      }
      seeds.emplace(path.filename().string().substr(0, 3), std::move(seed));
    }
  }

  static std::string told(Row const& row) {
    return fmt::format("{}:{}: {} \"{}\" ({})", row.seed, row.line, row.severity, row.text, row.reason);
  }

  std::vector<Row> table;
  std::map<std::string, Seed> seeds;
};

TEST_F(EdgeCases, EveryErrorAndWarningIsFound) {
  for (auto const& row : table) {
    if (!row.is_serious()) continue;
    auto const& seed = seeds.at(row.seed);
    EXPECT_TRUE(std::any_of(seed.findings.begin(), seed.findings.end(), [&](Found const& f) { return answers(seed, row, f); }))
        << "missed " << told(row);
  }
}

TEST_F(EdgeCases, NothingIsSaidOfWhatIsRight) {
  for (auto const& row : table) {
    if (row.is_flag()) continue;
    auto const& seed = seeds.at(row.seed);
    for (auto const right : seed.places(row.text, row.line)) {
      for (auto const& found : seed.findings) {
        auto const is_flagged = std::any_of(table.begin(), table.end(), [&](Row const& other) {
          if (!other.is_flag() || other.seed != row.seed) return false;
          auto const places = seed.places(other.text, other.line);
          return std::any_of(places.begin(), places.end(), [&](SourceRange p) { return overlaps(p, found.at); });
        });
        if (lies_inside(found.at, right) && !is_flagged)
          ADD_FAILURE() << "false alarm " << found.diagnostic.code << " \"" << found.diagnostic.message << "\" on " << told(row);
      }
    }
  }
}

TEST_F(EdgeCases, RemarksStayFew) {
  for (auto const& [name, seed] : seeds)
    EXPECT_LE(
        std::count_if(seed.findings.begin(), seed.findings.end(), [](Found const& f) { return f.diagnostic.severity == Severity::info; }),
        12)
        << name;
}

TEST_F(EdgeCases, TypesAndFamilies) {
  std::map<std::string, std::string> const types = {
      {"000", "cong-van"}, {"001", "chi-thi"}, {"002", "cong-van"}, {"003", "chi-thi"}, {"004", "cong-van"}};
  ASSERT_EQ(seeds.size(), types.size());
  for (auto const& [name, type] : types) {
    EXPECT_EQ(seeds.at(name).checked.facts.type, type) << name;
    EXPECT_EQ(seeds.at(name).checked.facts.family, Family::administrative) << name;
  }
}

}  // namespace
}  // namespace vanthu
