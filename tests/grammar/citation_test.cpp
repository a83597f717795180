// Citations and names: input and short dump, one line a case.
#include "grammar/citation.hpp"

#include <gtest/gtest.h>

#include <string>

#include "grammar/division.hpp"
#include "grammar/names.hpp"

namespace vanthu::grammar {
namespace {

struct Case {
  char const* text;
  char const* expected;
};

// reference | type | number | law name | issuer | title
std::string dump(std::string_view text) {
  auto const m = match_citation(text);
  if (!m) return "none";
  auto const part = [&](Span span) { return std::string(slice(text, span)); };
  return part(m->span) + " | " + std::string(m->type->type) + " | " + (m->identifier ? part(m->identifier->span) : "") + " | " +
         part(m->law_name) + " | " + part(m->issuer_span) + " | " + part(match_title(text, m->end, index_words(text)));
}

TEST(CitationGrammar, Numbered) {
  Case const cases[] = {
      {"Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư;",
       "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ | Nghị định | 30/2020/NĐ-CP |  | Chính phủ | về công tác văn thư"},
      {"Nghị định 30/2020/NĐ-CP.", "Nghị định 30/2020/NĐ-CP | Nghị định | 30/2020/NĐ-CP |  |  | "},
      {"Chỉ thị số 12-CT/TW, ngày 05/01/2022 của Ban Bí thư Trung ương về X,",
       "Chỉ thị số 12-CT/TW, ngày 05/01/2022 của Ban Bí thư Trung ương | Chỉ thị | 12-CT/TW |  | Ban Bí thư Trung ương | về X"},
      {"Thông báo kết luận số 51-TB/TW ngày 02/01/2019 của Bộ Chính trị,",
       "Thông báo kết luận số 51-TB/TW ngày 02/01/2019 của Bộ Chính trị | Thông báo | 51-TB/TW |  | Bộ Chính trị | "},
      {"Báo cáo rà soát số 15/BC-SXD ngày 20/7/2026.", "Báo cáo rà soát số 15/BC-SXD ngày 20/7/2026 | Báo cáo | 15/BC-SXD |  |  | "},
      {"Công văn số /SGDĐT-VP ngày tháng 7 năm 2026 của Sở GDĐT về việc A",
       "Công văn số /SGDĐT-VP ngày tháng 7 năm 2026 của Sở GDĐT | Công văn | /SGDĐT-VP |  | Sở GDĐT | về việc A"},
      {"Quyết định của UBND tỉnh: số 18/QĐ-UBND ngày 30/5/2024, số 28/QĐ-UBND",
       "Quyết định của UBND tỉnh: số 18/QĐ-UBND ngày 30/5/2024 | Quyết định | 18/QĐ-UBND |  | UBND tỉnh | "},
      {"Công văn: Số 60/BTC-QLCS ngày 23/01/2025 về việc xin ý kiến; số 87/BTC-ĐT",
       "Công văn: Số 60/BTC-QLCS ngày 23/01/2025 | Công văn | 60/BTC-QLCS |  |  | về việc xin ý kiến"},
      {"Hướng dẫn số 36-HD/VPTW, ngày 03/4/2018, của Văn phòng Trung ương Đảng về thể thức",
       "Hướng dẫn số 36-HD/VPTW, ngày 03/4/2018, của Văn phòng Trung ương Đảng | Hướng dẫn | 36-HD/VPTW |  | Văn phòng Trung ương Đảng | "
       "về thể thức"},
      {"CV số 12/SGDĐT-VP", "CV số 12/SGDĐT-VP | Công văn | 12/SGDĐT-VP |  |  | "},
      {"QUYẾT ĐỊNH SỐ 12/QĐ-TTg NGÀY 1/2/2020 CỦA THỦ TƯỚNG CHÍNH PHỦ",
       "QUYẾT ĐỊNH SỐ 12/QĐ-TTg NGÀY 1/2/2020 CỦA THỦ TƯỚNG CHÍNH PHỦ | Quyết định | 12/QĐ-TTg |  | THỦ TƯỚNG CHÍNH PHỦ | "},
      {"Nghị định số 30/2020/NĐ-CP của Chính phủ ngày 05/3/2020",
       "Nghị định số 30/2020/NĐ-CP của Chính phủ ngày 05/3/2020 | Nghị định | 30/2020/NĐ-CP |  | Chính phủ | "},
  };
  for (auto const& c : cases) EXPECT_EQ(dump(c.text), c.expected) << c.text;
}

TEST(CitationGrammar, Laws) {
  Case const cases[] = {
      {"Luật Đất đai số 31/2024/QH15 ngày 18 tháng 01 năm 2024;",
       "Luật Đất đai số 31/2024/QH15 ngày 18 tháng 01 năm 2024 | Luật | 31/2024/QH15 | Đất đai |  | "},
      {"Luật Phòng, chống thiên tai ngày 19/6/2013;",
       "Luật Phòng, chống thiên tai ngày 19/6/2013 | Luật |  | Phòng, chống thiên tai |  | "},
      {"Luật sửa đổi, bổ sung một số điều của Luật Phòng, chống thiên tai và Luật Đê điều ngày 17/6/2020;",
       "Luật sửa đổi, bổ sung một số điều của Luật Phòng, chống thiên tai và Luật Đê điều ngày 17/6/2020 | Luật |  | sửa đổi, bổ sung một "
       "số điều của "
       "Luật Phòng, chống thiên tai và Luật Đê điều |  | "},
      {"Luật Tài nguyên nước và các quy định", "Luật Tài nguyên nước | Luật |  | Tài nguyên nước |  | "},
      {"Luật Ban hành văn bản quy phạm pháp luật đã được sửa đổi",
       "Luật Ban hành văn bản quy phạm pháp luật | Luật |  | Ban hành văn bản quy phạm pháp luật |  | "},
      {"Bộ luật Dân sự năm 2015", "Bộ luật Dân sự năm 2015 | Bộ luật |  | Dân sự |  | "},
      {"Luật số 56/2024/QH15", "Luật số 56/2024/QH15 | Luật | 56/2024/QH15 |  |  | "},
      {"Luật Tên mới đặt ra quy định", "Luật Tên mới đặt ra | Luật |  | Tên mới đặt ra |  | "},
      {"Hiến pháp năm 2013", "Hiến pháp năm 2013 | Hiến pháp |  |  |  | "},
      {"Luật này", "none"},
      {"luật định", "none"},
      {"luật Việc làm", "luật Việc làm | Luật |  | Việc làm |  | "},
      {"Luật sư Nguyễn Văn A", "none"},
  };
  for (auto const& c : cases) EXPECT_EQ(dump(c.text), c.expected) << c.text;
}

TEST(CitationGrammar, TitleEnds) {
  Case const cases[] = {
      {"Kế hoạch số 1/KH-A về x của y, Chỉ thị số 2/CT-A về z", "về x của y"},
      {"Kế hoạch số 1/KH-A về x và Chỉ thị số 2/CT-A về z", "về x"},
      {"Quyết định số 1/QĐ-A sửa đổi Quyết định số 2/QĐ-A và Quyết định số 3/QĐ-A.",
       "sửa đổi Quyết định số 2/QĐ-A và Quyết định số 3/QĐ-A"},
      {"Kế hoạch số 1/KH-A về x, Chủ tịch UBND tỉnh yêu cầu", "về x"},
      {"Kế hoạch số 1/KH-A (trước sắp xếp) về x", "về x"},
      {"Nghị quyết số 1/NQ-HĐND của HĐND tỉnh khóa XV, kỳ họp thứ 9 về x.", "về x"},
      {"Nghị định số 1/2024/NĐ-CP về x (sau đây gọi là y)", "về x"},
      {"Kế hoạch số 1/KH-A “Học và làm”; b", "“Học và làm”"},
      {"Nghị định số 1/2024/NĐ-CP quy định tại Điều 2", ""},
      {"Nghị định số 1/2024/NĐ-CP quy định: “a”", ""},
      {"Kết luận số 1/KL-A được triển khai", ""},
  };
  for (auto const& c : cases) {
    std::string_view const text = c.text;
    auto const m = match_citation(text);
    ASSERT_TRUE(m) << text;
    EXPECT_EQ(slice(text, match_title(text, m->end, index_words(text))), c.expected) << text;
  }
}

TEST(Names, IssuerEnds) {
  Case const cases[] = {
      {"Bộ Giáo dục và Đào tạo và các quy định", "Bộ Giáo dục và Đào tạo"},
      {"Bộ trưởng Bộ Khoa học và Công nghệ quy định", "Bộ trưởng Bộ Khoa học và Công nghệ"},
      {"Thanh tra Bộ Lao động - Thương binh và Xã hội; kịp thời", "Thanh tra Bộ Lao động - Thương binh và Xã hội"},
      {"Bộ Văn hóa, Thể thao và Du lịch về", "Bộ Văn hóa, Thể thao và Du lịch"},
      {"Chủ tịch UBND tỉnh Bình Thuận (trước sắp xếp)", "Chủ tịch UBND tỉnh Bình Thuận"},
      {"Ủy ban nhân dân thành phố Hồ Chí Minh ban hành", "Ủy ban nhân dân thành phố Hồ Chí Minh"},
      {"Ban Thường vụ Tỉnh ủy về", "Ban Thường vụ Tỉnh ủy"},
      {"Sở Giáo dục và Đào tạo Đồng Tháp về", "Sở Giáo dục và Đào tạo Đồng Tháp"},
      {"Chính phủ Quy định chi tiết", "Chính phủ"},
      {"Chính phủ và Quyết định số 5", "Chính phủ"},
      {"Thủ tướng Chính phủ phê duyệt", "Thủ tướng Chính phủ"},
      {"Sở GD&ĐT An Bình V/v tổ chức", "Sở GD&ĐT An Bình"},
      {"THỦ TƯỚNG CHÍNH PHỦ VỀ VIỆC", "THỦ TƯỚNG CHÍNH PHỦ"},
      {"Trưởng Ban Chỉ đạo 12 tỉnh", "Trưởng Ban Chỉ đạo"},
      {"Theo đề nghị", "none"},
      {"Hội Khuyến học tỉnh An Bình về", "Hội Khuyến học tỉnh An Bình"},
      {"Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ về", "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ"},
      {"các cơ quan", "none"},
      {"Luật Đất đai", "none"},
  };
  for (auto const& c : cases) {
    std::string_view const text = c.text;
    auto const issuer = match_issuer(text, 0);
    EXPECT_EQ(issuer ? slice(text, *issuer) : "none", c.expected) << text;
  }
  std::string_view const joint = "Bộ Y tế và Bộ Tài chính hướng dẫn";
  EXPECT_EQ(slice(joint, *match_issuer(joint, 0, true)), "Bộ Y tế và Bộ Tài chính");
  EXPECT_EQ(slice(joint, *match_issuer(joint, 0)), "Bộ Y tế");
}

TEST(CitationGrammar, Pinpoints) {
  Case const cases[] = {
      {"theo điểm a khoản 1 Điều 5 ", "5/1/a;"},
      {"theo điểm a, khoản 1, Điều 5 của ", "5/1/a;"},
      {"Điều 31 và Khoản 4 Điều 32 ", "31//;32/4/;"},
      {"các khoản 7 và khoản 8 Điều 1 ", "1/7/;1/8/;"},
      {"các điều 5, 6 và 7 ", "5//;6//;7//;"},
      {"khoản 2 và Điều 5 ", ""},
      {"từ Điều 3 đến Điều 9 ", "3//;9//;"},
      {"Điều 5 khoản 1 điểm a ", "5/1/a;"},
      {"khoản 2a Điều 10b ", "10b/2a/;"},
      {"theo ", ""},
      {"Điều 5 và theo ", ""},
  };
  for (auto const& c : cases) {
    std::string_view const text = c.text;
    std::string out;
    for (auto const& a : match_pinpoints(text, index_words(text), 0, text.size()).articles)
      out += a.article + "/" + a.clause + "/" + a.point + ";";
    EXPECT_EQ(out, c.expected) << text;
  }
}

}  // namespace
}  // namespace vanthu::grammar
