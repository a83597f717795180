// Names given to cited documents and where they are used: a text, and each short mention with the citation it stands for.
#include "recognize/citations.hpp"

#include <gtest/gtest.h>

#include "vanthu/read.hpp"
#include "variants.hpp"

namespace vanthu {
namespace {

// "Nghị định 30 = 30/2020/NĐ-CP; …"; "!" for each citation called a first mention besides the one that was given a name.
std::string dump(std::string_view text) {
  auto const document = std::get<Document>(read(text, "a.txt"));
  Facts facts;
  recognize_citations(document, facts);
  std::string out;
  for (auto const& c : facts.citations) {
    EXPECT_EQ(c.mention == Mention::later && c.first_in_body, false) << text;
    if (!c.short_for) continue;
    EXPECT_EQ(c.mention, Mention::later) << text;
    EXPECT_TRUE(c.well_formed) << text;
    auto const& whole = facts.citations.at(*c.short_for);
    EXPECT_LT(whole.span.begin, c.span.begin) << text;
    if (!out.empty()) out += "; ";
    for (auto const& p : c.articles) out += p.article + "/" + p.clause + "/" + p.point + " ";
    out += std::string(slice(document.text, c.span)) + " = " + whole.identifier.value_or(whole.title);
  }
  return out;
}

struct Case {
  char const* text;
  char const* expected;
};

void expect_all(std::vector<Case> const& cases) {
  for (auto const& c : cases) {
    EXPECT_EQ(dump(c.text), c.expected) << c.text;
    EXPECT_EQ(dump(testing::decomposed(c.text)), c.expected) << c.text;
  }
}

TEST(ShortNames, Given) {
  expect_all({
      {"Theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư (sau đây gọi tắt là Nghị định 30).\n\n"
       "Khoản 2 Điều 5 Nghị định 30 quy định; các cơ quan thực hiện Nghị định 30.",
       "Nghị định 30 = 30/2020/NĐ-CP; 5/2/ Nghị định 30 = 30/2020/NĐ-CP; Nghị định 30 = 30/2020/NĐ-CP"},
      {"Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ (sau đây gọi tắt là “Nghị định 30”) về công tác văn thư. Nghị định 30 nêu",
       "Nghị định 30 = 30/2020/NĐ-CP; Nghị định 30 = 30/2020/NĐ-CP"},
      {"Thông tư số 05/2024/TT-BNV (dưới đây gọi là Thông tư số 05) và Thông tư số 05.",
       "Thông tư số 05 = 05/2024/TT-BNV; Thông tư số 05 = 05/2024/TT-BNV"},
      {"Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá (viết tắt là NQ 57), mục 2 NQ 57",
       "NQ 57 = 57-NQ/TW; NQ 57 = 57-NQ/TW"},
      {"Bộ luật Dân sự năm 2015 (gọi tắt là \"BLDS 2015\"). Điều 5 BLDS 2015 nêu", "BLDS 2015 = Dân sự; 5// BLDS 2015 = Dân sự"},
      {"Luật số 31/2024/QH15 (sau đây gọi là Luật Đất đai) có hiệu lực; Điều 5 Luật Đất đai",
       "Luật Đất đai = 31/2024/QH15; 5// Luật Đất đai = 31/2024/QH15"},
      {"Luật Lưu trữ ngày 21/6/2024 (sau đây gọi tắt là Luật). Theo Điều 3 của Luật, cơ quan; Luật này; Luật Đất đai; các Luật; Luật.",
       "Luật = Lưu trữ; 3// Luật = Lưu trữ; Luật = Lưu trữ"},
      {"Kế hoạch số 41/KH-UBND ngày 12/5/2024 của UBND tỉnh về A, sau đây gọi tắt là Kế hoạch 41, được gửi kèm. Kế hoạch 41 nêu",
       "Kế hoạch 41 = 41/KH-UBND; Kế hoạch 41 = 41/KH-UBND"},
  });
}

// Which of several is meant is told by the number or by the type alone; a chain of amendments stands between.
TEST(ShortNames, OneOfSeveral) {
  expect_all({
      {"Nghị định số 30/2020/NĐ-CP được sửa đổi bởi Nghị định số 78/2025/NĐ-CP (sau đây gọi tắt là Nghị định 30). Nghị định 30 nêu",
       "Nghị định 30 = 30/2020/NĐ-CP; Nghị định 30 = 30/2020/NĐ-CP"},
      {"Nghị định số 30/2020/NĐ-CP và Nghị định số 78/2025/NĐ-CP (sau đây gọi tắt là Nghị định). Nghị định nêu", ""},
      {"Thông tư số 05/2024/TT-BNV hướng dẫn Nghị định số 30/2020/NĐ-CP (sau đây gọi tắt là Thông tư). Tại Thông tư nêu",
       "Thông tư = 05/2024/TT-BNV; Thông tư = 05/2024/TT-BNV"},
      {"Nghị định số 30/2020/NĐ-CP (sau đây gọi tắt là Nghị định 30), Nghị định số 78/2025/NĐ-CP (sau đây gọi tắt là Nghị định 78).\n\n"
       "Nghị định 78 và Nghị định 30.",
       "Nghị định 30 = 30/2020/NĐ-CP; Nghị định 78 = 78/2025/NĐ-CP; Nghị định 78 = 78/2025/NĐ-CP; Nghị định 30 = 30/2020/NĐ-CP"},
  });
}

TEST(ShortNames, NoneOfADocument) {
  expect_all({
      // Of what the document carries, of a body, of several, of a number that it has not.
      {"Quyết định số 12/QĐ-UBND ngày 16/5/2024 của UBND tỉnh ban hành Quy chế làm việc (sau đây gọi tắt là Quy chế). Quy chế nêu", ""},
      {"Quyết định số 12/QĐ-UBND ngày 16/5/2024 của UBND tỉnh An Bình (sau đây gọi tắt là UBND tỉnh). UBND tỉnh nêu", ""},
      {"Nghị định số 30/2020/NĐ-CP, Nghị định số 78/2025/NĐ-CP (sau đây gọi chung là các Nghị định). Các Nghị định nêu", ""},
      {"Nghị định số 30/2020/NĐ-CP (sau đây gọi tắt là Nghị định 99). Nghị định 99 nêu", ""},
      {"Sở Nội vụ (sau đây gọi tắt là Sở) chủ trì; Sở báo cáo.", ""},
      // What reads so before the name is given, or goes on.
      {"Nghị định 30 nêu. Nghị định số 30/2020/NĐ-CP (sau đây gọi tắt là Nghị định 30). Nghị định 30/2015/NĐ-CP, Nghị định 305.",
       "Nghị định 30 = 30/2020/NĐ-CP"},
      {"Nghị định số 30/2020/NĐ-CP (sau đây gọi tắt là Nghị định số 30/2020/NĐ-CP). Nghị định số 30/2020/NĐ-CP nêu", ""},
      {"Nghị định số 30/2020/NĐ-CP (sau đây gọi tắt là ). Nghị định số 30/2020/NĐ-CP (sau đây gọi tắt là", ""},
  });
}

}  // namespace
}  // namespace vanthu
