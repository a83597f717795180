// What the author of a pack reads of an example that failed.
#include "report/example_text.hpp"

#include <gtest/gtest.h>

#include "support/document.hpp"

namespace vanthu::report {
namespace {

using test::document;
using test::span_of;

ExampleProblem problem(ExampleFault fault, std::string const& text) {
  ExampleProblem out;
  out.fault = fault;
  out.line = 12;
  out.document = document(text);
  return out;
}

std::string shown(ExampleProblem problem, Language language = Language::en) {
  return example_text({"CH901", 2, "goi.toml", {std::move(problem)}}, {language, false, 60});
}

void add(ExampleProblem& problem, std::string const& marked, std::string const& message) {
  Diagnostic d;
  d.span = span_of(problem.document, marked);
  d.message = message;
  problem.found.push_back(d);
}

TEST(ExampleText, NothingFound) {
  auto p = problem(ExampleFault::no_finding, "Đã xong.\nHết.\n");
  EXPECT_EQ(shown(p),
            "goi.toml:12: error: CH901 example 2, bad: no finding where one was expected\n"
            "  | Đã xong.\n"
            "  | Hết.\n");
  p.nodes = 0;
  EXPECT_EQ(shown(p, Language::vi),
            "goi.toml:12: lỗi: CH901 ví dụ 2, bad: không có phát hiện nào, đáng lẽ có một\n"
            "  | Đã xong.\n"
            "  | Hết.\n"
            "  trong đoạn này không nhận ra phần tử nào thuộc loại \"on\"\n");
}

TEST(ExampleText, FindingsWithCarets) {
  auto p = problem(ExampleFault::several_findings, "Đã sử lý và chia sẽ.\n");
  add(p, "sử lý", "sai");
  add(p, "chia sẽ", "sai nữa");
  EXPECT_EQ(shown(p),
            "goi.toml:12: error: CH901 example 2, bad: 2 findings where one was expected\n"
            "  | Đã sử lý và chia sẽ.\n"
            "  |    ^^^^^ sai\n"
            "  | Đã sử lý và chia sẽ.\n"
            "  |             ^^^^^^^ sai nữa\n");
}

TEST(ExampleText, DifferenceOfTheFix) {
  auto p = problem(ExampleFault::fix_differs, "x");
  p.fixed = "Kính gửi:\nĐã xử lý xong.\nHết.\n";
  p.wanted = "Kính gửi:\nĐã giải quyết xong.\nHết.\n";
  EXPECT_EQ(shown(p),
            "goi.toml:12: error: CH901 example 2, bad: what the fix makes differs from \"good\"\n"
            "  (-) after the fix   (+) \"good\"\n"
            "  - Đã xử lý xong.\n"
            "  + Đã giải quyết xong.\n"
            "       ^^^^^^^^^^\n");
  p.wanted = "Kính gửi:\nĐã xong.\nNay kết thúc.\n";
  EXPECT_EQ(shown(p).substr(shown(p).find("  -")), "  - Đã xử lý xong.\n  - Hết.\n  + Đã xong.\n  + Nay kết thúc.\n");
}

// Letters that share bytes are told apart whole.
TEST(ExampleText, DifferenceInsideALetter) {
  auto p = problem(ExampleFault::fix_differs, "x");
  p.fixed = "chia sẽ\n";
  p.wanted = "chia sẻ\n";
  EXPECT_EQ(shown(p).substr(shown(p).find("  -")), "  - chia sẽ\n  + chia sẻ\n          ^\n");
}

TEST(ExampleText, NotApplicable) {
  auto p = problem(ExampleFault::not_applicable, "Đã xong.\n");
  p.type = "cong-van";
  p.date = {2019, 1, 2};
  EXPECT_NE(shown(p, Language::vi).find("không áp dụng cho văn bản này (loại Công văn, họ administrative, ngày 2019-01-02)"),
            std::string::npos);
  EXPECT_NE(shown(p).find("(type cong-van, family administrative, date 2019-01-02)\n  | Đã xong.\n"), std::string::npos);
}

TEST(ExampleText, NothingWhereAllIsRight) { EXPECT_EQ(example_text({"CH901", 1, "goi.toml", {}}, {Language::en, false, 60}), ""); }

}  // namespace
}  // namespace vanthu::report
