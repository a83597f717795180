// Lines to logical paragraphs: what is joined, what is kept apart, what is cut into columns.
#include <gtest/gtest.h>

#include "variants.hpp"

namespace vanthu {
namespace {

using testing::blocks_of;
using testing::read_text;

struct Case {
  std::string_view what, text, blocks;
};

void expect_blocks(std::initializer_list<Case> cases) {
  for (auto const& [what, text, blocks] : cases) EXPECT_EQ(blocks_of(read_text(text)), blocks) << what;
}

// A body as text extraction wraps it; `between` stands after every line.
std::string wrapped_body(std::string_view between, std::string_view indent) {
  std::string text;
  for (std::string_view line : {
           ">Thực hiện Chỉ thị số 17/CT-TTg ngày 29/5/2023 của Thủ tướng Chính phủ",
           "về tăng cường chỉ đạo, phối hợp tổ chức các hoạt động hè cho thiếu nhi tại địa",
           "phương, Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành và các huyện, thành",
           "phố triển khai các nội dung sau. Trong quá trình triển khai, các đơn vị chủ động.",
           "Phối hợp với nhau theo chức năng, nhiệm vụ được giao, báo cáo kết quả về Sở",
           "Nội vụ.",
           ">1. Sở Nội vụ",
           ">Chủ trì, phối hợp với các sở, ban, ngành và các địa phương tổ chức việc",
           "tập huấn cho cán bộ phụ trách; theo dõi, đôn đốc, tổng hợp tình hình của các tổ",
           "chức chính trị - xã hội tại Nghị định số 30/2020/NĐ-",
           "CP và Công văn số 12/UBND-NC.",
       }) {
    if (line[0] == '>') {
      text += indent;
      line.remove_prefix(1);
    }
    text += line;
    text += between;
  }
  return text;
}

constexpr std::string_view wrapped_body_blocks =
    "Thực hiện Chỉ thị số 17/CT-TTg ngày 29/5/2023 của Thủ tướng Chính phủ về tăng cường chỉ đạo, phối hợp tổ chức các hoạt động hè cho "
    "thiếu nhi tại địa phương, Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành và các huyện, thành phố triển khai các nội dung sau. Trong "
    "quá trình triển khai, các đơn vị chủ động. Phối hợp với nhau theo chức năng, nhiệm vụ được giao, báo cáo kết quả về Sở Nội vụ.\n"
    "1. Sở Nội vụ\n"
    "Chủ trì, phối hợp với các sở, ban, ngành và các địa phương tổ chức việc tập huấn cho cán bộ phụ trách; theo dõi, đôn đốc, tổng hợp "
    "tình "
    "hình của các tổ chức chính trị - xã hội tại Nghị định số 30/2020/NĐ-CP và Công văn số 12/UBND-NC.\n";

TEST(Joining, WrappedTextWithIndentedFirstLines) { EXPECT_EQ(blocks_of(read_text(wrapped_body("\n", "      "))), wrapped_body_blocks); }
TEST(Joining, WrappedTextWithABlankLineAfterEachLine) {
  EXPECT_EQ(blocks_of(read_text(wrapped_body(" \n\n", "      "))), wrapped_body_blocks);
}

TEST(Joining, SymbolsCutAtALineEnd) {
  expect_blocks({
      {"after a hyphen", "theo Chỉ thị số 17/CT-\n\nTTg ngày 29/5/2023", "theo Chỉ thị số 17/CT-TTg ngày 29/5/2023\n"},
      {"in capitals", "Công văn số 6138/UBND-\nKGVX\n", "Công văn số 6138/UBND-KGVX\n"},
      {"after a slash", "Nghị định số 30/\n2020/NĐ-CP", "Nghị định số 30/2020/NĐ-CP\n"},
      {"before the hyphen", "Chỉ thị số 17/CT\n-TTg ngày 29/5/2023", "Chỉ thị số 17/CT-TTg ngày 29/5/2023\n"},
      {"a range of years", "giai đoạn 2022-\n2025", "giai đoạn 2022-2025\n"},
      {"a dash between blanks", "các tổ chức chính trị -\nxã hội", "các tổ chức chính trị - xã hội\n"},
      {"a closing mark is none", "thực hiện./.\nNơi nhận:", "thực hiện./.\nNơi nhận:\n"},
  });
}

TEST(Joining, UnwrappedLinesStandAlone) {
  expect_blocks({
      {"headings without full stop", "a) Công an tỉnh\nChỉ đạo các đơn vị.", "a) Công an tỉnh\nChỉ đạo các đơn vị.\n"},
      {"position and name", "PHÓ CHỦ TỊCH\nNguyễn Văn A", "PHÓ CHỦ TỊCH\nNguyễn Văn A\n"},
      {"mixed case position and name", "Phó Chủ tịch\nNguyễn Văn A", "Phó Chủ tịch\nNguyễn Văn A\n"},
      {"two lines in capitals", "ỦY BAN NHÂN DÂN\nTỈNH AN BÌNH", "ỦY BAN NHÂN DÂN\nTỈNH AN BÌNH\n"},
      {"a lower-case line goes on", "Trường hợp khác do Sở\nquyết định.", "Trường hợp khác do Sở quyết định.\n"},
      {"but not a point", "gồm:\na) Sở Nội vụ;\nđ) Sở Y tế;", "gồm:\na) Sở Nội vụ;\nđ) Sở Y tế;\n"},
      {"a component", "thực hiện theo quy định\nKính gửi: Sở Nội vụ", "thực hiện theo quy định\nKính gửi: Sở Nội vụ\n"},
      {"an article", "trách nhiệm thi hành\nĐiều 2. Hiệu lực", "trách nhiệm thi hành\nĐiều 2. Hiệu lực\n"},
      {"no article", "theo quy định tại khoản 4\nĐiều 32 Nghị định này", "theo quy định tại khoản 4\nĐiều 32 Nghị định này\n"},
      {"a title that is no full stop", "Ủy ban nhân dân TP.\nHồ Chí Minh", "Ủy ban nhân dân TP. Hồ Chí Minh\n"},
      {"numbers in brackets", "gồm các nhóm\n(i) nhóm một\n(ii) nhóm hai", "gồm các nhóm\n(i) nhóm một\n(ii) nhóm hai\n"},
      {"a number that is no label", "kế hoạch năm\n2024. Sau đó tổng kết.", "kế hoạch năm 2024. Sau đó tổng kết.\n"},
  });
}

TEST(Joining, PageBreakInsideAParagraph) {
  expect_blocks({
      {"a blank line before a lower-case start", "- Tổng hợp danh sách cán bộ diện Ban Thường vụ Tỉnh ủy\n\nquản lý còn thiếu tiêu chuẩn.",
       "- Tổng hợp danh sách cán bộ diện Ban Thường vụ Tỉnh ủy quản lý còn thiếu tiêu chuẩn.\n"},
      {"a page number", "phối hợp với các cơ quan có liên quan tham mưu,\n                    2\n\nđề xuất cấp có thẩm quyền.\n",
       "phối hợp với các cơ quan có liên quan tham mưu, đề xuất cấp có thẩm quyền.\n"},
      {"a form feed", "phối hợp với các cơ quan có liên quan tham mưu,\n\n\f2\n\nđề xuất cấp có thẩm quyền.\n",
       "phối hợp với các cơ quan có liên quan tham mưu, đề xuất cấp có thẩm quyền.\n"},
  });
}

TEST(Furniture, IsLeftOut) {
  expect_blocks({
      {"page numbers", "A.\n\n- 2 -\n\nB.\nTrang 3/7\nC.\n", "A.\nB.\nC.\n"},
      {"a gazette's running head", "A.\n\f4      CÔNG BÁO/Số 12 + 13/Ngày 05-01-2024\nB.\n", "A.\nB.\n"},
      {"heads that repeat", "A.\n\fQuy chế nội bộ của cơ quan\nB.\n\fQuy chế nội bộ của cơ quan\nC.\n\fQuy chế nội bộ của cơ quan\nD.\n",
       "A.\nB.\nC.\nD.\n"},
      {"numbered headings stay", "A.\n\fMỤC 1\nB.\n\fMỤC 2\nC.\n\fMỤC 3\nD.\n", "A.\nMỤC 1\nB.\nMỤC 2\nC.\nMỤC 3\nD.\n"},
      {"numbers of a table stay", "STT\n1\n2\n3\n", "STT\n1\n2\n3\n"},
  });
}

TEST(Joining, Subject) {
  expect_blocks({
      {"V/v over lines", "V/v tăng cường quản lý\ncông tác thi\nNghị định mới", "V/v tăng cường quản lý công tác thi Nghị định mới\n"},
      {"below a type's name", "CHỈ THỊ\nVề việc tổ chức\nKỳ thi tốt nghiệp\ntrên địa bàn tỉnh\n\nThực hiện Chỉ thị",
       "CHỈ THỊ\nVề việc tổ chức Kỳ thi tốt nghiệp trên địa bàn tỉnh\nThực hiện Chỉ thị\n"},
      {"ends before the body", "TỜ TRÌNH\nVề việc ban hành Quy chế\nKính gửi: Sở Nội vụ",
       "TỜ TRÌNH\nVề việc ban hành Quy chế\nKính gửi: Sở Nội vụ\n"},
      {"ends before legal bases", "QUYẾT ĐỊNH\nVề việc khen thưởng\nCăn cứ Luật Thi đua;",
       "QUYẾT ĐỊNH\nVề việc khen thưởng\nCăn cứ Luật Thi đua;\n"},
      {"ends before capitals", "QUYẾT ĐỊNH\nVề việc khen thưởng\nCHỦ TỊCH ỦY BAN NHÂN DÂN",
       "QUYẾT ĐỊNH\nVề việc khen thưởng\nCHỦ TỊCH ỦY BAN NHÂN DÂN\n"},
  });
}

TEST(Joining, Recipients) {
  expect_blocks({
      {"a wrapped item", "Nơi nhận:\n- C, PCVP UBND tỉnh, các Phòng:\nKGVX, TH, Trung tâm Thông tin;\n- Lưu: VT.\nCHỦ TỊCH\n\nNguyễn Văn A",
       "Nơi nhận:\n- C, PCVP UBND tỉnh, các Phòng: KGVX, TH, Trung tâm Thông tin;\n- Lưu: VT.\nCHỦ TỊCH\nNguyễn Văn A\n"},
      {"an item in capitals", "Nơi nhận:\n- VPCP: BTCN, các PCN,\nTTTH;\n- Lưu: VT.",
       "Nơi nhận:\n- VPCP: BTCN, các PCN, TTTH;\n- Lưu: VT.\n"},
      {"no full stop before the name", "Nơi nhận:\n- Lưu: VT\nNguyễn Văn A", "Nơi nhận:\n- Lưu: VT\nNguyễn Văn A\n"},
  });
}

TEST(Bullets, AreMadeOne) {
  expect_blocks({
      {"kinds", "– Một;\n• Hai;\n* Ba;\n+ Bốn;\n-Năm;\n", "- Một;\n- Hai;\n- Ba;\n+ Bốn;\n- Năm;\n"},
      {"a number below zero", "-5 độ", "-5 độ\n"},
  });
  EXPECT_EQ(read_text("– Một").blocks[0].kind, BlockKind::list_item);
}

TEST(Columns, Header) {
  expect_blocks({
      {"wide gaps",
       "  ỦY BAN NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
       "   TỈNH AN BÌNH                   Độc lập - Tự do - Hạnh phúc\n\n"
       "   Số:      /TB-UBND             An Bình, ngày      tháng 01 năm 2025\n\n"
       "                        THÔNG BÁO\n"
       "              Kết luận của Phó Chủ tịch\n",
       "L ỦY BAN NHÂN DÂN\nR CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nL TỈNH AN BÌNH\nR Độc lập - Tự do - Hạnh phúc\n"
       "L Số: /TB-UBND\nR An Bình, ngày tháng 01 năm 2025\nTHÔNG BÁO\nKết luận của Phó Chủ tịch\n"},
      {"the subject in the left column",
       "ỦY BAN NHÂN DÂN              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
       "Số: 7/UBND-NC                An Bình, ngày 24 tháng 01 năm 2025\n"
       "V/v góp ý dự thảo\n"
       " Quyết định sửa đổi\n\n"
       "              Kính gửi: Sở Nội vụ\n",
       "L ỦY BAN NHÂN DÂN\nR CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nL Số: 7/UBND-NC\nR An Bình, ngày 24 tháng 01 năm 2025\n"
       "L V/v góp ý dự thảo Quyết định sửa đổi\nKính gửi: Sở Nội vụ\n"},
      {"one blank left",
       "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH AN BÌNH Độc lập - Tự do - Hạnh phúc\nSố: 239/TTr-UBND An Bình, ngày 5 "
       "tháng 12 năm 2024\nTỜ TRÌNH\n",
       "L ỦY BAN NHÂN DÂN\nR CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nL TỈNH AN BÌNH\nR Độc lập - Tự do - Hạnh phúc\n"
       "L Số: 239/TTr-UBND\nR An Bình, ngày 5 tháng 12 năm 2024\nTỜ TRÌNH\n"},
      {"number and date only", " Số:          /CT-UBND Lạng An, ngày      tháng  6  năm 2023 \n",
       "L Số: /CT-UBND\nR Lạng An, ngày tháng 6 năm 2023\n"},
      {"a city with TP.", "Số: 1/KH-SNV TP. Hồ Chí Minh, ngày 1 tháng 6 năm 2023\n",
       "L Số: 1/KH-SNV\nR TP. Hồ Chí Minh, ngày 1 tháng 6 năm 2023\n"},
      {"a bar", "BỘ NỘI VỤ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n", "L BỘ NỘI VỤ\nR CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"},
      {"one cell only", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nAn Bình, ngày 5 tháng 12 năm 2024\n",
       "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nAn Bình, ngày 5 tháng 12 năm 2024\n"},
  });
}

TEST(Columns, SignatureBlock) {
  expect_blocks({
      {"wide gaps",
       "Nơi nhận:                              TL. CHỦ TỊCH\n"
       "- CT, PCT UBND tỉnh;              KT. CHÁNH VĂN PHÒNG\n"
       "- Các Sở: Tài chính,              PHÓ CHÁNH VĂN PHÒNG\n"
       "  Tư pháp,\n"
       "  Nội vụ;\n"
       "- Thanh tra tỉnh;\n"
       "- Lưu: VT, NC5.                      Nguyễn Văn An\n",
       "L Nơi nhận:\nR TL. CHỦ TỊCH\nL - CT, PCT UBND tỉnh;\nR KT. CHÁNH VĂN PHÒNG\nL - Các Sở: Tài chính,\nR PHÓ CHÁNH VĂN PHÒNG\n"
       "L Tư pháp, Nội vụ;\nL - Thanh tra tỉnh;\nL - Lưu: VT, NC5.\nR Nguyễn Văn An\n"},
      {"cells alone on their line",
       "Nơi nhận:                              TM. ỦY BAN NHÂN DÂN\n"
       "- Như trên;\n"
       "                                       CHỦ TỊCH\n"
       "- Lưu: VT.\n\n\n"
       "                                       Nguyễn Văn An\n",
       "L Nơi nhận:\nR TM. ỦY BAN NHÂN DÂN\nL - Như trên;\nR CHỦ TỊCH\nL - Lưu: VT.\nR Nguyễn Văn An\n"},
      {"one blank left",
       "Nơi nhận: TM. ỦY BAN NHÂN DÂN\n- Như trên; KT. CHỦ TỊCH\n- Sở Nội vụ; PHÓ CHỦ TỊCH\n- Lưu: VT, NC. Nguyễn Văn An\n",
       "L Nơi nhận:\nR TM. ỦY BAN NHÂN DÂN\nL - Như trên;\nR KT. CHỦ TỊCH\nL - Sở Nội vụ;\nR PHÓ CHỦ TỊCH\nL - Lưu: VT, NC.\nR Nguyễn Văn "
       "An\n"},
      {"two signatures in the body", "Điều 1. Một.\nĐẠI DIỆN BÊN A                 ĐẠI DIỆN BÊN B\n",
       "Điều 1. Một.\nL ĐẠI DIỆN BÊN A\nR ĐẠI DIỆN BÊN B\n"},
  });
}

TEST(Columns, AreNotSeenInRunningText) {
  expect_blocks({
      {"the motto in a sentence", "Điều 1. Một.\nTiêu ngữ là Độc lập - Tự do - Hạnh phúc\n",
       "Điều 1. Một.\nTiêu ngữ là Độc lập - Tự do - Hạnh phúc\n"},
      {"a place and a date", "Điều 1. Một.\nSố 5 phố Hàng An, ngày 5 tháng 12 năm 2024 họp\n",
       "Điều 1. Một.\nSố 5 phố Hàng An, ngày 5 tháng 12 năm 2024 họp\n"},
      {"careless typing", "Các đơn vị    thực hiện nghiêm túc.\n", "Các đơn vị thực hiện nghiêm túc.\n"},
      {"a drawn table", "Điều 1. Một.\nSTT     Họ và tên     Chức vụ\n1       Nguyễn Văn A     Trưởng phòng\n",
       "Điều 1. Một.\nSTT Họ và tên Chức vụ\n1 Nguyễn Văn A Trưởng phòng\n"},
  });
}

TEST(Columns, ShareARow) {
  auto const document = read_text("\nSố: 1/CT-UBND          An Bình, ngày 1 tháng 6 năm 2023\n");
  ASSERT_EQ(document.blocks.size(), 2U);
  EXPECT_EQ(document.blocks[0].row, 1U);
  EXPECT_EQ(document.blocks[1].row, 1U);
  EXPECT_TRUE(document.blocks[0].blank_before);
  EXPECT_FALSE(document.blocks[1].blank_before);
  ASSERT_EQ(document.anomalies.size(), 1U);
  EXPECT_EQ(document.anomalies[0].kind, AnomalyKind::cell_split);
}

TEST(Blocks, AreTheLinesOfTheText) {
  auto const document = read_text("Một.\n\nHai\nba.\n");
  ASSERT_EQ(document.blocks.size(), 2U);
  EXPECT_EQ(document.text, "Một.\nHai ba.\n");
  EXPECT_EQ(document.blocks[0].span, (Span{0, 6}));
  EXPECT_EQ(document.blocks[1].span, (Span{7, 14}));
  EXPECT_EQ(document.blocks[1].row, 2U);
  EXPECT_EQ(document.blocks[1].last_row, 3U);
  EXPECT_EQ(document.block_at(0), 0U);
  EXPECT_EQ(document.block_at(6), 0U);
  EXPECT_EQ(document.block_at(7), 1U);
  EXPECT_EQ(document.block_at(14), 1U);
  EXPECT_EQ(document.block_at(15), 2U);
  ASSERT_EQ(document.anomalies.size(), 1U);
  EXPECT_EQ(document.anomalies[0].kind, AnomalyKind::line_join);
  EXPECT_EQ(slice(document.text, document.anomalies[0].span), " ");
}

}  // namespace
}  // namespace vanthu
