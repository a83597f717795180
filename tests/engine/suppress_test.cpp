// Which findings may stay, what is said of suppressions, and what a whole run says of those in the configuration.
#include "engine/suppress.hpp"

#include <gtest/gtest.h>

#include "engine/builtin.hpp"
#include "engine/sidecar.hpp"
#include "engine/suppression_tally.hpp"

namespace vanthu {
namespace {

// CT101 misspelling: "sử lý", "bổ xung". The text is no administrative document: only the rules for all texts and BQ run unless chosen.
constexpr std::string_view faulty = "Các đơn vị sử lý hồ sơ.\nSở Nội vụ bổ xung danh mục.\n";

CheckOptions options_for(std::vector<std::string> select = {"CT101", "BQ"}) {
  CheckOptions options;
  options.today = {2026, 6, 15};
  options.language = Language::en;
  options.select = std::move(select);
  return options;
}

std::string const header =
    "ỦY BAN NHÂN DÂN\nTỈNH AN BÌNH\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: /UBND-VX\n\nKính gửi: Sở Nội "
    "vụ.\n\n";

Checked checked(std::string const& text, CheckOptions const& options, std::string_view name = "a.txt") {
  auto result = check(text, name, builtin_rules(), options);
  return std::get<Checked>(std::move(result));
}

// One line a finding: code "what is marked" [origin: reason].
std::string dump(Checked const& result) {
  std::string out;
  for (auto const& d : result.diagnostics) {
    auto const range = source_range(result.document, d);
    out += d.code + " \"" + result.document.source.substr(range.begin, range.end - range.begin) + "\"";
    if (d.suppressed) out += " [" + std::string(to_string(d.suppressed->origin)) + ": " + d.suppressed->reason + "]";
    out += "\n";
  }
  return out;
}

std::string dump(std::string const& body, CheckOptions const& options = options_for()) { return dump(checked(header + body, options)); }

Suppression suppression(std::vector<std::string> codes, SuppressionOrigin origin = SuppressionOrigin::config) {
  Suppression out;
  out.codes = std::move(codes);
  out.reason = "r";
  out.origin = origin;
  out.file = "vanthu.toml";
  out.line = 3;
  out.column = 1;
  return out;
}

TEST(Suppress, CommentsCoverTheirBlock) {
  std::string const text(faulty);
  EXPECT_EQ(dump(text), "CT101 \"sử lý\"\nCT101 \"bổ xung\"\n");
  EXPECT_EQ(dump("<!-- vanthu: allow CT101: a -->\n" + text), "CT101 \"sử lý\" [comment: a]\nCT101 \"bổ xung\"\n");
  EXPECT_EQ(dump("<!-- vanthu: allow-file misspelling:  a\n b -->\n" + text),
            "CT101 \"sử lý\" [comment: a b]\nCT101 \"bổ xung\" [comment: a b]\n");
  EXPECT_EQ(dump(text + "<!-- vanthu: allow-file CT: a -->\n"), "CT101 \"sử lý\" [comment: a]\nCT101 \"bổ xung\" [comment: a]\n");
}

// Places of one misspelled word are one finding; each may stay or not.
TEST(Suppress, PlacesOfOneFinding) {
  std::string const a = "Đơn vị sử lý một.\n", b = "Đơn vị sử lý hai.\n", c = "Đơn vị sử lý ba.\n",
                    allow = "<!-- vanthu: allow CT101: a -->\n";
  auto const places = [&](std::string const& body) {
    auto const result = checked(header + body, options_for());
    std::string out;
    for (auto const& d : result.diagnostics) {
      out += d.code + (d.suppressed ? " suppressed" : "");
      auto const line = [&](Span span) {
        return " " + std::to_string(result.document.position(result.document.map.to_source(span).begin).line);
      };
      out += line(d.span);
      for (auto const& related : d.related) out += line(related.span) + " " + related.message;
      out += " fix";
      if (!d.fixes.empty())
        for (auto const& edit : d.fixes[0].edits) out += line(edit.span);
      out += "\n";
    }
    return out;
  };
  EXPECT_EQ(places(a + b + c), "CT101 11 12 here too 13 here too fix 11 12 13\n");
  EXPECT_EQ(places(allow + a + b + c), "CT101 suppressed 12 fix 12\nCT101 13 14 here too fix 13 14\n");
  EXPECT_EQ(places(a + allow + b + c), "CT101 11 14 here too fix 11 14\nCT101 suppressed 13 fix 13\n");
  EXPECT_EQ(places(allow + a + b + allow + c), "CT101 suppressed 12 15 here too fix 12 15\nCT101 13 fix 13\n");
  EXPECT_EQ(places(a + b + c + "<!-- vanthu: allow VD103: a -->\n"), "CT101 11 12 here too 13 here too fix 11 12 13\n");
}

TEST(Suppress, UnusedOnesAreFindings) {
  EXPECT_EQ(dump("<!-- vanthu: allow CT101: a -->\nHồ sơ.\n"), "BQ101 \"CT101\"\n");
  EXPECT_EQ(dump("<!-- vanthu: allow CT101, BQ101: a -->\nHồ sơ sử lý.\n"), "BQ101 \"BQ101\"\nCT101 \"sử lý\" [comment: a]\n");
  // The same said twice of one place: the second does nothing.
  EXPECT_EQ(dump("<!-- vanthu: allow CT101: a -->\n<!-- vanthu: allow CT101: b -->\nHồ sơ sử lý.\n"),
            "BQ101 \"CT101\"\nCT101 \"sử lý\" [comment: a]\n");
}

TEST(Suppress, JudgedOnlyForRulesThatRan) {
  std::string const unused = "<!-- vanthu: allow CT101: a -->\nHồ sơ.\n";
  EXPECT_EQ(dump(unused, options_for({"VD", "BQ"})), "");  // not selected
  auto ignoring = options_for();
  ignoring.ignore = {"CT1"};
  EXPECT_EQ(dump(unused, ignoring), "");  // ignored
  std::string const prefix = "<!-- vanthu: allow CT1: a -->\nHồ sơ.\n";
  EXPECT_EQ(dump(prefix, options_for({"CT101", "BQ"})), "");  // others of the prefix are left out
  EXPECT_EQ(dump(prefix, options_for({"CT1", "BQ"})), "BQ101 \"CT1\"\n");
  EXPECT_EQ(dump("<!-- vanthu: allow TT001: a -->\nHồ sơ.\n", options_for({"TT001", "BQ"})), "");  // of another family
}

TEST(Suppress, UnknownExpiredAndMalformedOnesDoNotSuppress) {
  EXPECT_EQ(dump("<!-- vanthu: allow ct101: a -->\nHồ sơ sử lý.\n"), "BQ108 \"ct101\"\nCT101 \"sử lý\"\n");
  EXPECT_EQ(dump("<!-- vanthu: allow ZZ9: a -->\nHồ sơ sử lý.\n"), "BQ102 \"ZZ9\"\nCT101 \"sử lý\"\n");
  EXPECT_EQ(dump("<!-- vanthu: allow CT101 until 2026-06-14: a -->\nHồ sơ sử lý.\n"), "BQ103 \"2026-06-14\"\nCT101 \"sử lý\"\n");
  EXPECT_EQ(dump("<!-- vanthu: allow CT101 until 2026-06-15: a -->\nHồ sơ sử lý.\n"), "CT101 \"sử lý\" [comment: a]\n");
  EXPECT_EQ(dump("<!-- vanthu: allow CT101 -->\nHồ sơ sử lý.\n"), "BQ105 \"\"\nCT101 \"sử lý\"\n");
  EXPECT_EQ(dump("<!-- vanthu: -->\nHồ sơ sử lý.\n"), "BQ104 \"<!-- vanthu: -->\"\nCT101 \"sử lý\"\n");
}

TEST(Suppress, EntriesOfFiles) {
  std::string const text = header + std::string(faulty);
  auto options = options_for();
  options.suppressions = {suppression({"CT101", "VD103"}, SuppressionOrigin::sidecar), suppression({"BQ"})};
  auto const result = checked(text, options);
  EXPECT_EQ(dump(result), "CT101 \"sử lý\" [sidecar: r]\nCT101 \"bổ xung\" [sidecar: r]\n");
  ASSERT_EQ(result.uses.size(), 2U);
  EXPECT_TRUE(result.uses[0][0].used && result.uses[0][0].judged);
  EXPECT_FALSE(result.uses[0][1].used || result.uses[0][1].judged);  // VD103 did not run
  EXPECT_TRUE(result.uses[1][0].judged && !result.uses[1][0].used);

  // Findings about comments can be suppressed by files alone.
  EXPECT_EQ(dump("<!-- vanthu: allow CT101: a -->\nHồ sơ.\n", options), "BQ101 \"CT101\" [config: r]\n");
  options.suppressions[0].until = Date{2026, 6, 14};
  EXPECT_EQ(dump(checked(text, options)), "CT101 \"sử lý\"\nCT101 \"bổ xung\"\n");
}

TEST(Suppress, AtAText) {
  std::string const text = header + std::string(faulty);
  auto const with = [&](std::string_view at) {
    auto options = options_for();
    options.suppressions = {suppression({"CT101"})};
    options.suppressions[0].text = at;
    return dump(checked(text, options));
  };
  std::string const first = "CT101 \"sử lý\" [config: r]\nCT101 \"bổ xung\"\n", none = "CT101 \"sử lý\"\nCT101 \"bổ xung\"\n";
  EXPECT_EQ(with("sử lý"), first);
  EXPECT_EQ(with("đơn vị  sử\nlý hồ sơ"), first);
  EXPECT_EQ(with("su\u031B\u0309 ly\u0301"), first);  // decomposed
  EXPECT_EQ(with("Các đơn vị"), none);                // beside it
  EXPECT_EQ(with("xử lý"), none);
}

TEST(Suppress, SecondThoughtsAboutFiles) {
  std::string const toml = "[[ignore]]\n# Đã xem.\ncode = [\"CT101\", \"CT102\", \"CT1O1\"]\nreason = \"r\"\n";
  std::vector<PackError> errors;
  auto entries = parse_sidecar({"a.md.vanthu.toml", toml}, Language::vi, errors);
  ASSERT_TRUE(errors.empty() && entries.size() == 1);
  std::vector<SuppressionUse> const uses = {{{true, true, true}, {true, true, false}, {false, false, false}}};
  auto const result = check_suppressions(builtin_rules(), options_for(), "a.md.vanthu.toml", toml, entries, uses);
  ASSERT_TRUE(result);
  std::string const marked = " \"code = [\"CT101\", \"CT102\", \"CT1O1\"]\"\n";
  EXPECT_EQ(dump(*result), "BQ101" + marked + "BQ108" + marked);
  EXPECT_EQ(result->document.position(result->diagnostics[0].span.begin).line, 3U);
  EXPECT_FALSE(check_suppressions(builtin_rules(), options_for({"CT101"}), "a.md.vanthu.toml", toml, entries, uses));
}

TEST(SuppressionTally, AnEntryIsUsedWhenOneFileUsedIt) {
  std::vector<Suppression> entries = {suppression({"CT101", "VD103"}), suppression({"CT102"}, SuppressionOrigin::sidecar)};
  SuppressionTally tally;
  tally.add(entries, std::vector<SuppressionUse>{{{true, true, false}, {true, false, false}}, {{true, true, false}}});
  tally.add(entries, std::vector<SuppressionUse>{{{true, false, true}, {true, false, false}}, {{true, true, false}}});
  entries[0].line = 9;
  tally.add(entries, std::vector<SuppressionUse>{{{true, true, false}, {true, true, false}}});
  auto const files = tally.files();
  ASSERT_EQ(files.size(), 1U);
  auto const& [suppressions, uses] = files.at("vanthu.toml");
  ASSERT_EQ(suppressions.size(), 2U);
  EXPECT_EQ(suppressions[0].line, 3U);
  EXPECT_TRUE(uses[0][0].used && uses[0][0].judged && !uses[0][1].judged);
  EXPECT_TRUE(!uses[1][0].used && uses[1][1].judged);
}

TEST(Sidecar, WhatIsWrongInIt) {
  struct Case {
    std::string_view toml, problem;
  };
  for (auto const& [toml, problem] : std::initializer_list<Case>{
           {"[[ignore]]\ncode = \"CT101\"\nreason = \"r\"\ntext = \"t\"\nuntil = 2026-12-31\n", ""},
           {"", ""},
           {"[[ignore]]\ncode = \"CT101\"\n", "2:1 [[ignore]] has no \"reason\""},
           {"[[ignore]]\nreason = \"r\"\n", "2:1 [[ignore]] has no \"code\""},
           {"[[ignore]]\ncode = \"CT101\"\nreson = \"r\"\nreason = \"r\"\n",
            "3:1 [[ignore]] has no key \"reson\" (did you mean \"reason\"?)"},
           {"[[ignore]]\ncode = \"CT101\"\nreason = \" \"\n", "3:10 \"reason\" is empty"},
           {"[[ignore]]\ncode = []\nreason = \"r\"\n", "2:8 \"code\" is empty"},
           {"[[ignore]]\ncode = [\"CT101\", 3]\nreason = \"r\"\n", "2:18 \"code\" takes a string"},
           {"[[ignore]]\ncode = \"CT101\"\nreason = \"r\"\nuntil = \"2026-12-31\"\n",
            "4:9 \"until\" takes a date without quotes: 2026-12-31"},
           {"[ignore]\ncode = \"CT101\"\n", "1:2 \"ignore\" stands in double brackets: [[ignore]]"},
           {"[check]\nselect = []\n", "1:2 this file holds [[ignore]] only; there is no \"check\""},
           {"[[ignore]]\ncode = \n", "2:8 not TOML: "},
       }) {
    std::vector<PackError> errors;
    parse_sidecar({"a", std::string(toml)}, Language::en, errors);
    std::string found;
    for (auto const& e : errors)
      found += std::to_string(e.line) + ":" + std::to_string(e.column) + " " + e.message + (e.hint.empty() ? "" : " (" + e.hint + ")");
    if (problem.ends_with(": "))
      EXPECT_EQ(found.substr(0, problem.size()), problem) << toml;
    else
      EXPECT_EQ(found, problem) << toml;
  }
}

}  // namespace
}  // namespace vanthu
