// What people see of a finding, in full.
#include "report/text.hpp"

#include <gtest/gtest.h>

#include "support/document.hpp"

namespace vanthu::report {
namespace {

using test::document;
using test::span_of;

Checked checked(std::string const& source, Diagnostic diagnostic) { return {document(source), {}, {std::move(diagnostic)}, {48, 1, 12}}; }

Checked circular() {
  auto const source = "Căn cứ Chỉ thị số 05/CT-TTg;\n\nThông tư số 11/2022/BGDĐT ngày 26/7/2022 của Bộ Giáo dục và Đào tạo.\n";
  auto const d = document(source);
  auto const symbol = span_of(d, "BGDĐT");
  return checked(source, {"VD103",
                          "missing-type-symbol",
                          Severity::error,
                          "viện dẫn Thông tư thiếu ký hiệu loại văn bản \"TT\"",
                          symbol,
                          {"Nghị định số 30/2020/NĐ-CP", "Phụ lục I, Phần I, Mục II, khoản 6", "mandatory"},
                          {{span_of(d, "CT-TTg"), "ký hiệu đủ ở đây"}},
                          {{"", Safety::review, {{symbol, "TT-BGDĐT"}}}}});
}

TEST(Text, FindingWithRelatedPlaceBasisAndFix) {
  EXPECT_EQ(text(circular(), {Language::vi, false, 60}),
            "a.txt:3:21: error[VD103]: viện dẫn Thông tư thiếu ký hiệu loại văn bản \"TT\"\n"
            "  |\n"
            "3 | Thông tư số 11/2022/BGDĐT ngày 26/7/2022 của Bộ Giáo dụ…\n"
            "  |                     ^^^^^\n"
            " --> a.txt:1:22: ký hiệu đủ ở đây\n"
            "  |\n"
            "1 | Căn cứ Chỉ thị số 05/CT-TTg;\n"
            "  |                      ------\n"
            "  = căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6\n"
            "  = sửa: thay \"BGDĐT\" bằng \"TT-BGDĐT\" (cần xem lại)\n"
            "\n");
}

TEST(Text, English) {
  auto const out = text(circular(), {Language::en, false, 60});
  EXPECT_NE(out.find("  = basis: "), std::string::npos);
  EXPECT_NE(out.find("  = fix: replace \"BGDĐT\" with \"TT-BGDĐT\" (needs a look)\n"), std::string::npos);
}

TEST(Text, ColorsOnlyWhenAsked) {
  EXPECT_EQ(text(circular(), {Language::vi, false, 60}).find('\x1b'), std::string::npos);
  EXPECT_NE(text(circular(), {Language::vi, true, 60}).find("\x1b[1;31merror[VD103]\x1b[0m"), std::string::npos);
}

TEST(Text, InsertionDeletionAndRepeatedEdits) {
  auto const source = "sử lý, rồi sử lý";
  auto const d = document(source);
  auto const first = span_of(d, "sử lý");
  Span const second{first.begin + static_cast<std::uint32_t>(d.text.rfind("sử lý")), 0};
  Diagnostic diagnostic{"CT201", "x", Severity::warning, "m", first, {}, {}, {}};
  diagnostic.fixes = {{"", Safety::safe, {{first, "xử lý"}, {{second.begin, second.begin + first.size()}, "xử lý"}}},
                      {"", Safety::safe, {{{0, 0}, "Đã "}}},
                      {"", Safety::safe, {{first, ""}}}};
  auto const out = text(checked(source, diagnostic), {Language::vi, false, 60});
  EXPECT_NE(out.find("= sửa: thay \"sử lý\" bằng \"xử lý\" (2 chỗ)\n"), std::string::npos) << out;
  EXPECT_NE(out.find("= sửa: thêm \"Đã \"\n"), std::string::npos) << out;
  EXPECT_NE(out.find("= sửa: bỏ \"sử lý\"\n"), std::string::npos) << out;
}

TEST(Text, ManyRelatedPlacesAreListedShort) {
  auto const source = "a\nb\nc\nd\ne\nf\ng\n";
  Diagnostic diagnostic{"CT201", "x", Severity::warning, "m", {0, 1}, {}, {}, {}};
  for (std::uint32_t i = 1; i < 7; ++i) diagnostic.related.push_back({{2 * i, 2 * i + 1}, "cũng vậy"});
  auto const out = text(checked(source, diagnostic), {Language::vi, false, 60});
  EXPECT_NE(out.find(" --> còn 3 chỗ: 5:1, 6:1, 7:1\n"), std::string::npos) << out;
}

TEST(Text, NameOfAFileCannotSteerTheTerminal) {
  auto c = circular();
  c.document.name = "a\x1b[2J.txt";
  EXPECT_EQ(text(c, {Language::vi, false, 60}).find('\x1b'), std::string::npos);
}

TEST(Summary, CountsFindingsFilesAndRules) {
  Totals totals;
  add(totals, circular());
  EXPECT_EQ(summary(totals, {Language::vi, false, 60}),
            "1 lỗi, 0 cảnh báo, 0 lưu ý trong 1 tệp\n"
            "quy tắc: 48 đã xét, 1 không xét được (tệp không cho biết cách trình bày), 12 không áp dụng\n");
  totals.unreadable = 2;
  EXPECT_EQ(summary(totals, {Language::en, false, 60}),
            "1 error, 0 warnings, 0 infos in 1 file; 2 unreadable\n"
            "rules: 48 evaluated, 1 not evaluated (the file tells no layout), 12 not applicable\n");
}

}  // namespace
}  // namespace vanthu::report
