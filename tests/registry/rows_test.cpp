#include "registry/rows.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace vanthu::registry {
namespace {

std::string problems(std::string_view csv) {
  auto const rows = document_rows(csv);
  std::string out;
  if (auto const* wrong = std::get_if<std::vector<RowProblem>>(&rows))
    for (auto const& p : *wrong) out += fmt::format("{}: {}\n", p.line, p.message_en);
  return out;
}

TEST(Rows, AnOfficeListAsASpreadsheetWritesIt) {
  auto const rows = document_rows(
      "Số, ký hiệu;Loại văn bản;Cơ quan ban hành;Ngày ban hành;Hết hiệu lực từ;Thay thế bằng;Trích yếu\r\n"
      "41/KH-UBND;kế hoạch;UBND tỉnh Lâm Đồng;12/5/2024;;;Chuyển đổi số\r\n"
      "05/2019/QĐ-UBND;Quyết định;UBND tỉnh Lâm Đồng;2019-02-01;1/3/2023;Quyết định 11/2023/QĐ-UBND;Quy chế làm việc\r\n");
  auto const& list = std::get<std::vector<RegisteredDocument>>(rows);
  ASSERT_EQ(list.size(), 2u);
  EXPECT_EQ(list[0].type, "Kế hoạch");
  EXPECT_EQ(list[0].issued, (Date{2024, 5, 12}));
  EXPECT_EQ(list[0].confidence, Confidence::high);
  EXPECT_EQ(list[1].expired, (Date{2023, 3, 1}));
  EXPECT_EQ(list[1].replaced_by, "Quyết định 11/2023/QĐ-UBND");
}

// Letters stored decomposed are the same documents.
TEST(Rows, DecomposedLetters) {
  auto const rows = document_rows("number,type\n05/2019/QĐ-UBND,Quyê\xCC\x81t đi\xCC\xA3nh\n");
  ASSERT_TRUE(std::holds_alternative<std::vector<RegisteredDocument>>(rows))
      << problems("number,type\n05/2019/QĐ-UBND,Quyê\xCC\x81t đi\xCC\xA3nh\n");
  EXPECT_EQ(std::get<std::vector<RegisteredDocument>>(rows)[0].type, "Quyết định");
}

struct Row {
  std::string_view csv, expected;
};
constexpr Row table[] = {
    {"", "1: the file is empty\n"},
    {"number\n1/KH-A\n", "1: column \"type\" is missing\n"},
    {"number,type,colour\n", "1: there is no column \"colour\"\n"},
    {"number,type,Số ký hiệu\n", "1: column \"number\" stands twice\n"},
    {"number,type\n,Kế hoạch\nabc,Kế hoạch\n", "2: \"\" is not the number of a document\n3: \"abc\" is not the number of a document\n"},
    {"number,type\n1/KH-A,Kế hoạhc\n", "2: there is no type of document \"Kế hoạhc\"\n"},
    {"number,type,issued\n1/KH-A,Kế hoạch,31/4/2024\n", "2: issued: \"31/4/2024\" is not a date; written like 2024-03-05 or 5/3/2024\n"},
    {"number,type,issued,expired\n1/KH-A,Kế hoạch,2024-05-01,2024-04-01\n",
     "2: expired (2024-04-01) is before the day of issue (2024-05-01)\n"},
    {"number,type\n1/KH-A,Kế hoạch\n01/KH-A,Kế hoạch\n", "3: Kế hoạch 01/KH-A stands in line 2 already\n"},
    {"number,type\n1/KH-A,Kế hoạch,x\n", "2: 3 fields, more than the 2 columns of the first line\n"},
};

TEST(Rows, EveryBadRowIsTold) {
  for (auto const& row : table) EXPECT_EQ(problems(row.csv), row.expected) << row.csv;
}

}  // namespace
}  // namespace vanthu::registry
