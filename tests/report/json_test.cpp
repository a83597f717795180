// The machine-readable formats: places in the stored file, stable order, stable fingerprints.
#include "report/json.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/document.hpp"

namespace vanthu::report {
namespace {

using nlohmann::json;
using test::document;
using test::span_of;

Checked checked(std::string const& source, std::vector<std::string> const& marked) {
  Checked out{document(source), {}, {}, {1, 2, 3}};
  for (auto const& part : marked)
    out.diagnostics.push_back({"CT201",
                               "misspelling",
                               Severity::warning,
                               "\"{found}\"",
                               span_of(out.document, part),
                               {"Quyết định", "Điều 1", "usual"},
                               {},
                               {{"", Safety::safe, {{span_of(out.document, part), "x"}}}}});
  return out;
}

TEST(CheckJson, PlacesAreThoseOfTheStoredFile) {
  // Decomposed ệ: three code points and five bytes in the file, one code point in the text.
  auto const j = json::parse(check_json(checked("một\r\nvie\u0323\u0302c sử lý\r\n", {"sử lý"}), false));
  auto const span = j["diagnostics"][0]["span"];
  EXPECT_EQ(span["start"], (json{{"offset", 16}, {"line", 2}, {"column", 8}}));
  EXPECT_EQ(span["end"], (json{{"offset", 24}, {"line", 2}, {"column", 13}}));
  EXPECT_EQ(j["diagnostics"][0]["fixes"][0]["edits"][0]["span"], span);
  EXPECT_EQ(j["rules"], (json{{"evaluated", 1}, {"not_evaluated", 2}, {"not_applicable", 3}}));
  EXPECT_TRUE(j["diagnostics"][0]["suppressed"].is_null());
  EXPECT_FALSE(j.contains("schema"));
}

TEST(CheckJson, TwoRunsGiveTheSameBytes) {
  auto const c = checked("việc sử lý\n", {"sử lý"});
  EXPECT_EQ(check_json(c, true), check_json(c, true));
  EXPECT_EQ(check_json(c, true).rfind(R"({"schema":"vanthu.check/1","file":"a.txt",)", 0), 0u);
}

TEST(CheckJson, WholeIsOneObject) {
  Totals totals;
  auto const c = checked("việc sử lý\n", {"sử lý"});
  add(totals, c);
  totals.unreadable = 1;
  ReadError const error{"empty", "tệp rỗng", "empty file"};
  auto const j = json::parse(check_json_head() + check_json(c, false) + ",\n" + error_json("b.txt", error, Language::vi, "") +
                             check_json_tail(totals, {true, 3}));
  EXPECT_EQ(j["schema"], "vanthu.check/1");
  EXPECT_EQ(j["files"][1], (json{{"file", "b.txt"}, {"error", {{"kind", "empty"}, {"message", "tệp rỗng"}}}}));
  EXPECT_EQ(j["summary"], (json{{"files", 2},
                                {"errors", 0},
                                {"warnings", 1},
                                {"infos", 0},
                                {"unreadable", 1},
                                {"suppressed", 0},
                                {"interrupted", true},
                                {"not_checked", 3}}));
}

TEST(ParseJson, ComponentsHaveEveryFieldOfTheirKind) {
  auto const d = document("Số: /UBND-VX\n");
  Facts facts;
  facts.components.push_back({ComponentKind::number, {0, 14}, {{"symbol", std::string("UBND-VX"), {6, 14}, {}}}});
  facts.date = {2023, 2, 0};
  auto const j = json::parse(parse_json(d, facts, Stage::draft, false));
  auto const& number = j["components"][0];
  EXPECT_EQ(number["kind"], "number");
  EXPECT_EQ(number["fields"]["symbol"], "UBND-VX");
  EXPECT_TRUE(number["fields"]["number"].is_null());
  EXPECT_EQ(j["date"], "2023-02-00");
  EXPECT_EQ(j["stage"], "draft");
  EXPECT_EQ(j["encoding"], "UTF-8");
}

TEST(ParseJson, CitationWithAbsentPartsHasNulls) {
  auto const d = document("Luật Giáo dục năm 2019\n");
  Citation citation;
  citation.span = {0, 10};
  citation.type = "Luật";
  citation.title = "Giáo dục";
  citation.date = {2019, 0, 0};
  citation.articles = {{"5", "2", ""}};
  Facts facts;
  facts.citations.push_back(citation);
  auto const c = json::parse(parse_json(d, facts, Stage::issued, true))["citations"][0];
  EXPECT_TRUE(c["identifier"].is_null());
  EXPECT_TRUE(c["issuer"].is_null());
  EXPECT_EQ(c["date"], "2019-00-00");
  EXPECT_EQ(c["articles"], (json::array({{{"article", "5"}, {"clause", "2"}, {"point", nullptr}}})));
  EXPECT_EQ(c["mention"], "first");
  EXPECT_EQ(c["registry"]["status"], "unknown");
}

TEST(ParseJson, OutlineIsATree) {
  auto const d = document("Điều 1. A\n1. B\n2. C\nĐiều 2. D\n");
  Facts facts;
  auto const node = [](OutlineKind kind, std::string label, int parent) {
    OutlineNode n;
    n.kind = kind;
    n.label = std::move(label);
    n.parent = parent;
    return n;
  };
  facts.outline = {node(OutlineKind::article, "1", -1), node(OutlineKind::clause, "1", 0), node(OutlineKind::clause, "2", 0),
                   node(OutlineKind::article, "2", -1)};
  auto const outline = json::parse(parse_json(d, facts, Stage::draft, false))["outline"];
  ASSERT_EQ(outline.size(), 2u);
  ASSERT_EQ(outline[0]["children"].size(), 2u);
  EXPECT_EQ(outline[0]["children"][1]["label"], "2");
  EXPECT_EQ(outline[1]["label"], "2");
}

}  // namespace
}  // namespace vanthu::report
