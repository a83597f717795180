#include "cases/case_file.hpp"

#include <gtest/gtest.h>

#include "support/document.hpp"

namespace vanthu::test {
namespace {

constexpr std::string_view file =
    "# A comment.\n"
    "stage: issued\n"
    "select: VD, TT101\n"
    "\n"
    "-- a.txt --\n"
    "Thông tư số 11/2022/BGDĐT\n"
    "#|                  ^^^^^ VD103 error: thiếu \"TT\"\n"
    "#=  fix review: \"BGDĐT\" -> \"TT-BGDĐT\"\n"
    "\n"
    "-- b.txt --\n"
    "x\n";

TEST(CaseFile, IsReadAndWrittenBack) {
  auto const c = std::get<Case>(parse_case(file));
  EXPECT_EQ(c.options.stage, Stage::issued);
  EXPECT_EQ(c.options.select, (std::vector<std::string>{"VD", "TT101"}));
  ASSERT_EQ(c.documents.size(), 2u);
  EXPECT_EQ(c.documents[0].text(), "Thông tư số 11/2022/BGDĐT\n\n");
  EXPECT_EQ(c.documents[1].name, "b.txt");
  EXPECT_EQ(to_text(c), file);
}

TEST(CaseFile, SaysWhatIsWrong) {
  EXPECT_NE(std::get<std::string>(parse_case("stage: later\n-- a.txt --\n")).find("stage"), std::string::npos);
  EXPECT_NE(std::get<std::string>(parse_case("# nothing\n")).find("no document"), std::string::npos);
}

TEST(CaseFile, MarksStandUnderTheText) {
  Checked checked;
  checked.document = document("Số: 12\nThông tư số 11/2022/BGDĐT\nhết");
  auto const& d = checked.document;
  auto const add = [&](Span span) { checked.diagnostics.push_back({"VD103", "n", Severity::error, "lời", span, {}, {}, {}}); };
  add(span_of(d, "Số"));
  add(span_of(d, "BGDĐT"));
  checked.diagnostics.back().fixes = {{"", Safety::review, {{span_of(d, "BGDĐT"), "TT-BGDĐT"}}}};
  checked.diagnostics.back().related = {{span_of(d, "12"), "ở đây"}};
  auto const symbol = span_of(d, "BGDĐT");
  add({symbol.begin, symbol.begin});
  auto const out = expectations(checked, 3, Language::vi);
  EXPECT_EQ(out[0], "#<^^ VD103 error: lời\n");
  EXPECT_EQ(out[1],
            "#|                  ^^^^^ VD103 error: lời\n"
            "#=  related 1:5 \"12\": ở đây\n"
            "#=  fix review: \"BGDĐT\" -> \"TT-BGDĐT\"\n"
            "#|                  | VD103 error: lời\n");
  EXPECT_EQ(out[2], "");
}

TEST(CaseFile, DifferenceShowsTheLineOfTheDocument) {
  auto const was = std::get<Case>(parse_case(file));
  auto is = was;
  EXPECT_EQ(difference(was, is), "");
  is.documents[0].expectations[0] = "#< ^ VD104 error: khác\n";
  EXPECT_EQ(difference(was, is),
            "@@ a.txt:1\n"
            " Thông tư số 11/2022/BGDĐT\n"
            "-#|                  ^^^^^ VD103 error: thiếu \"TT\"\n"
            "-#=  fix review: \"BGDĐT\" -> \"TT-BGDĐT\"\n"
            "+#< ^ VD104 error: khác\n");
}

}  // namespace
}  // namespace vanthu::test
