// Family, type, date, and what is said of a document whose header or everything but its body is missing.
#include <gtest/gtest.h>

#include "recognized.hpp"

namespace vanthu {
namespace {

constexpr char const* national = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n";

std::string family(std::string_view text, std::string_view name = "a.txt") {
  auto const r = recognized(text, name);
  return std::string(to_string(r.facts.family)) + " " + r.facts.type;
}

TEST(Family, ByNumberAndType) {
  EXPECT_EQ(family(std::string("CHÍNH PHỦ\n\n") + national + "Số: 12/2024/NĐ-CP\n\nNGHỊ ĐỊNH\nVề công tác lưu trữ\n"),
            "legislation nghi-dinh");
  EXPECT_EQ(family(std::string(national) + "Số: 12/2024/QĐ-UBND\n\nQUYẾT ĐỊNH\nBan hành Quy định về đất đai\n"), "legislation quyet-dinh");
  EXPECT_EQ(family(std::string(national) + "Số: 12/2024/QĐ-SNV\n\nQUYẾT ĐỊNH\nVề việc khen thưởng\n"), "administrative quyet-dinh");
  EXPECT_EQ(family(std::string(national) + "Số: 12/2024/KH-UBND\n\nKẾ HOẠCH\nPhòng cháy\n"), "administrative ke-hoach");
  EXPECT_EQ(family("Số: 12/UBND-VX\nV/v báo cáo\n"), "administrative cong-van");
  EXPECT_EQ(family("Số: 12/KH-UBND"), "administrative ke-hoach");
  EXPECT_EQ(family("Số: 12/CTSV-VP"), "administrative cong-van");
}

TEST(Family, Party) {
  EXPECT_EQ(family("TỈNH ỦY LÂM ĐỒNG        ĐẢNG CỘNG SẢN VIỆT NAM\n\nSố 12-HD/TU      Đà Lạt, ngày 05 tháng 3 năm 2024\n\nHƯỚNG DẪN\nvề "
                   "công tác đảng viên\n"),
            "party huong-dan");
  EXPECT_EQ(family("Số 12-CT/TU\n\nCHỈ THỊ\nvề công tác đảng viên\n"), "party chi-thi");
}

TEST(Family, ModelsOfLegislationAreNoDocument) {
  auto const title = "Phụ lục III\nMẪU TRÌNH BÀY VĂN BẢN\n(Kèm theo Nghị định số 30/2020/NĐ-CP)\n\n";
  auto const model = std::string(national) + "Số: /QĐ-SNV\n\nQUYẾT ĐỊNH\nVề việc khen thưởng\n\nCăn cứ Luật Thi đua, khen thưởng;\n\n";
  EXPECT_EQ(family(title + model + model), "legislation quyet-dinh");
  EXPECT_EQ(family(title + model), "administrative quyet-dinh");  // a form that is filled in
  EXPECT_EQ(family(model + model), "administrative quyet-dinh");
}

TEST(Family, Other) {
  EXPECT_EQ(family(std::string(national) +
                   "ĐƠN XIN NGHỈ PHÉP\n\nKính gửi: Ban Giám hiệu\n\nTôi tên là Nguyễn Văn A, giáo viên của trường.\n\nNgười làm đơn\n")
                .substr(0, 5),
            "other");
  EXPECT_EQ(family("Chủ tịch UBND tỉnh vừa có công điện khẩn số 12/CĐ-UBND về khắc phục hậu quả mưa lũ.\n\nNội dung công điện như sau.\n")
                .substr(0, 5),
            "other");
  EXPECT_EQ(family("This project reads Vietnamese documents.\n\n## Usage\n\nRun the program.\n", "README.md").substr(0, 5), "other");
  EXPECT_EQ(family("Bạn là chuyên viên soạn thảo. Hãy soạn công văn theo mẫu dưới đây và giữ đúng thứ tự các nhãn:\n\nSỐ KÝ HIỆU: "
                   "[số]\nTRÍCH YẾU: [trích yếu]\n"
                   "KÍNH GỬI: [nơi gửi]\n\nKhông viết thêm lời giải thích nào ở trước hoặc sau văn bản được soạn theo mẫu.\n")
                .substr(0, 5),
            "other");
  EXPECT_EQ(family("Kính gửi: Phòng Tổ chức\n\nTôi là Nguyễn Văn A, xin nghỉ phép.\n\nNgười làm đơn\n").substr(0, 5), "other");
  EXPECT_EQ(family(std::string(national) + "GIẤY ỦY QUYỀN\n\nTôi là Nguyễn Văn A.\n\nNgười ủy quyền\n").substr(0, 5), "other");
  auto const r = recognized("Hôm nay trời đẹp.\n");
  EXPECT_FALSE(r.facts.family_reason_vi.empty());
  EXPECT_FALSE(r.facts.family_reason_en.empty());
}

TEST(Family, BodyPastedAlone) {
  auto const r =
      recognized("Căn cứ Kế hoạch số 41/KH-UBND ngày 12/5/2024 của UBND tỉnh về chuyển đổi số;\n\nI. MỤC ĐÍCH\n\nNâng cao nhận thức.\n");
  EXPECT_EQ(r.facts.family, Family::administrative);
  EXPECT_TRUE(r.facts.body_only);
  EXPECT_FALSE(r.facts.header_lost);
}

TEST(Family, HeaderLostInExtraction) {
  auto const r = recognized(
      "Số: /CT-UBND\n\nLạng Sơn, ngày tháng 5 năm 2024\n\nCHỈ THỊ\nVề việc phòng cháy\n\nCác sở thực hiện./.\n\nCHỦ TỊCH\n\nNguyễn Văn "
      "A\n");
  EXPECT_TRUE(r.facts.header_lost);
  EXPECT_FALSE(r.facts.body_only);
  EXPECT_EQ(to_string(r.facts.date), "2024-05-00");
}

TEST(Dates, EveryMention) {
  auto const r = recognized("Ngày 05/3/2020 và ngày … tháng 02 năm 2023; trước 12/5/2024, năm 2025.");
  std::string out;
  for (auto const& d : r.facts.dates) out += to_string(d.date) + " ";
  EXPECT_EQ(out, "2020-03-05 2023-02-00 2024-05-12 2025-00-00 ");
}

}  // namespace
}  // namespace vanthu
