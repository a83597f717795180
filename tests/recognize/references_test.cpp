// References to divisions of the document itself and where they lead. Dump: words, status, first line of the target; one reference a line.
#include <gtest/gtest.h>

#include "recognized.hpp"

namespace vanthu {
namespace {

std::string references(std::string_view text, std::string_view name = "a.txt") {
  auto const r = recognized(text, name);
  std::string out;
  for (auto const& ref : r.facts.references) {
    out += ref.words + " " + std::string(to_string(ref.status));
    auto const target = ref.path.back().target;
    if (target >= 0) {
      auto const whole = text_of(r, r.facts.outline[static_cast<std::size_t>(target)].span);
      out += " → " + whole.substr(0, whole.find(" / "));
    }
    if (ref.missing >= 0) out += " " + ref.missing_words;
    out += "\n";
  }
  return out;
}

// The references of `sentence` in a decision of four articles, of which the second has clauses and points, with a regulation behind it.
std::string in_decision(std::string_view sentence, bool in_regulation = false) {
  std::string const decision =
      "ỦY BAN NHÂN DÂN\nTỈNH A\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 12/QĐ-UBND\n\n"
      "QUYẾT ĐỊNH\nBan hành Quy chế làm việc\n\nCăn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;\n\nQUYẾT ĐỊNH:\n\n"
      "Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.\n\n"
      "Điều 2. Trách nhiệm\n\n1. Sở Nội vụ:\n\na) Tuyên truyền;\n\nb) Kiểm tra.\n\n2. Sở Tài chính bố trí kinh phí.\n\n"
      "Điều 3. Quyết định này có hiệu lực từ ngày ký.\n\n";
  std::string const tail = "Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn A\n\n";
  std::string const regulation =
      "QUY CHẾ\nLàm việc của Ủy ban nhân dân tỉnh\n\nĐiều 1. Phạm vi\n\nQuy chế này quy định chế độ làm việc.\n\nĐiều 2. Nguyên tắc\n\n"
      "1. Tập thể.\n\n2. Công khai.\n\n3. Đúng hạn.\n\nĐiều 3. Họp\n\nĐiều 4. Báo cáo\n\nĐiều 5. Khen thưởng\n\n";
  std::string const whole(sentence);
  auto const all = references(in_regulation ? decision + tail + regulation + whole + "\n" : decision + whole + "\n\n" + tail + regulation);
  std::string out;
  for (std::size_t at = 0; at < all.size();) {
    auto const end = all.find('\n', at);
    auto line = all.substr(at, end - at);
    at = end + 1;
    if (line.starts_with("Điều 3 found")) continue;  // of Nơi nhận
    if (auto const arrow = line.find(" → "); arrow != std::string::npos) line.resize(arrow);
    out += (out.empty() ? "" : "; ") + line;
  }
  return out;
}

TEST(References, OfADecision) {
  struct {
    char const* sentence;
    char const* expected;
  } const cases[] = {
      {"Thực hiện khoản 2 Điều 2 Quyết định này.", "khoản 2 Điều 2 found"},
      {"Thực hiện khoản 3 Điều 2 Quyết định này.", "khoản 3 Điều 2 missing khoản 3"},
      {"Thực hiện điểm b khoản 1 Điều 2 Quyết định này.", "điểm b khoản 1 Điều 2 found"},
      {"Thực hiện điểm c khoản 1 Điều 2 Quyết định này.", "điểm c khoản 1 Điều 2 missing điểm c"},
      {"Thực hiện điểm a khoản 2 Điều 2 Quyết định này.", "điểm a khoản 2 Điều 2 unknown"},  // khoản 2 has no điểm
      {"Thực hiện Điều 5 Quyết định này.", "Điều 5 missing Điều 5"},
      {"Thực hiện Điều 2a Quyết định này.", "Điều 2a missing Điều 2a"},
      {"Thực hiện khoản 1 Điều 3 Quyết định này.", "khoản 1 Điều 3 unknown"},
      {"Thực hiện Điều 5 Quy chế này.", "Điều 5 found"},
      {"Thực hiện Điều 9 Quy chế này.", "Điều 9 missing Điều 9"},
      {"Thực hiện Điều 9 Luật này.", "Điều 9 unknown"},
      {"Thực hiện Điều 9 Nghị định số 30/2020/NĐ-CP.", ""},
      {"Quyết định ghi “Điều 9 Quyết định này” là nhầm.", ""},
      {"Thực hiện Phụ lục II kèm theo.", "Phụ lục II unknown"},  // another file
      {"Thực hiện các điểm a, b và c khoản 1 Điều 2 Quyết định này.",
       "điểm a khoản 1 Điều 2 found; điểm b khoản 1 Điều 2 found; điểm c khoản 1 Điều 2 missing điểm c"},
      {"Thực hiện từ Điều 2 đến Điều 7 Quyết định này.", "Điều 2 found; Điều 7 missing Điều 7"},
  };
  for (auto const& c : cases) EXPECT_EQ(in_decision(c.sentence), c.expected) << c.sentence;
}

TEST(References, OfARegulationBehindADecision) {
  EXPECT_EQ(in_decision("1. Theo khoản 3 Điều 2 Quy chế này.", true), "khoản 3 Điều 2 found");
  EXPECT_EQ(in_decision("1. Theo khoản 4 Điều 2 Quy chế này.", true), "khoản 4 Điều 2 missing khoản 4");
  EXPECT_EQ(in_decision("1. Theo Điều 5 Quyết định này.", true), "Điều 5 missing Điều 5");
  EXPECT_EQ(in_decision("1. Một.\n\n2. Theo khoản 1 Điều này.\n\n3. Theo khoản 7 Điều này.", true),
            "khoản 1 Điều này found; khoản 7 Điều này missing khoản 7");
}

TEST(References, ByMục) {
  std::string const plan =
      "I. MỤC ĐÍCH\n\n1. Kịp thời.\n\n2. Đầy đủ.\n\nII. NỘI DUNG\n\n1. Tuyên truyền.\n\n2. Kiểm tra.\n\n3. Báo cáo.\n\n";
  EXPECT_EQ(references(plan + "Thực hiện mục 2 nêu trên.\n"), "mục 2 found → 2. Kiểm tra.\n");
  EXPECT_EQ(references(plan + "Thực hiện mục II nêu trên.\n"), "mục II found → II. NỘI DUNG\n");
  EXPECT_EQ(references(plan + "Thực hiện mục III nêu trên.\n"), "mục III missing mục III\n");
  EXPECT_EQ(references(plan + "Thực hiện mục 7 nêu trên.\n"), "mục 7 unknown\n");  // of no list at the top
  EXPECT_EQ(references(plan + "Thực hiện khoản 4 mục II nêu trên.\n"), "khoản 4 mục II missing khoản 4\n");
  EXPECT_EQ(references(plan + "Thực hiện mục 2 Phần II nêu trên.\n"), "mục 2 Phần II found → 2. Kiểm tra.\n");
  EXPECT_EQ(references("1. Một.\n\n2. Hai.\n\nThực hiện mục 3 nêu trên.\n"), "mục 3 missing mục 3\n");
  EXPECT_EQ(references("1. Một.\n\n2. Hai.\n\n3 Ba.\n\nThực hiện mục 3 nêu trên.\n"), "mục 3 unknown\n");  // a line starts with it
  EXPECT_EQ(references("1. Một.\n\n3. Ba.\n\nThực hiện mục 2 nêu trên.\n"), "mục 2 unknown\n");            // the list has a gap
}

TEST(References, ToAppendices) {
  std::string const appendices = "Phụ lục I\nDANH MỤC\n\nGhi chú.\n\nPhụ lục II\nBIỂU MẪU\n\nGhi chú.\n";
  EXPECT_EQ(references("1. Theo Phụ lục 02 đính kèm.\n\n" + appendices), "Phụ lục 02 found → Phụ lục II\n");
  EXPECT_EQ(references("1. Theo Phụ lục III (kèm theo).\n\n" + appendices), "Phụ lục III missing Phụ lục III\n");
  EXPECT_EQ(references("1. Theo Phụ lục II kèm theo.\n\nPhụ lục I\nDANH MỤC\n"), "Phụ lục II unknown\n");  // one alone tells nothing
}

TEST(References, PlacesAreTheWordsAlsoInDecomposedText) {
  auto const r = recognized("1. Một.\n\n2. Hai.\n\nThực hiện các mục 1, 3 nêu trên.\n");
  ASSERT_EQ(r.facts.references.size(), 2u);
  EXPECT_EQ(text_of(r, r.facts.references[0].span), "mục 1");
  EXPECT_EQ(text_of(r, r.facts.references[1].span), "3");
  EXPECT_EQ(r.facts.references[1].words, "mục 3");
}

}  // namespace
}  // namespace vanthu
