// Citations beside a small register, on a day: one line a case.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "registry/build.hpp"
#include "registry/open.hpp"
#include "vanthu/read.hpp"
#include "vanthu/recognize.hpp"

namespace vanthu {
namespace {

constexpr std::string_view shipped_csv =
    "type,number,issuer,issued,also_dated,effective,expired,replaced_by,title,confidence,codified\n"
    "Nghị định,10/2016/NĐ-CP,Chính phủ,2016-05-14,,2016-07-01,2025-04-01,Nghị định 20/2025/NĐ-CP,Quy định chi tiết,high,\n"
    "Nghị định,20/2025/NĐ-CP,Chính phủ,2025-03-15,,2025-04-01,,,Quy định chi tiết,high,2025-11\n"
    "Nghị định,08/2005/NĐ-CP,Chính phủ,2005-01-15,,2005-03-01,2012-01-01,Nghị định 09/2011/NĐ-CP,Về quy hoạch xây dựng nông thôn,high,\n"
    "Nghị định,09/2011/NĐ-CP,Chính phủ,2011-11-15,,2012-01-01,2016-07-01,Nghị định 10/2016/NĐ-CP,Về quy hoạch xây dựng nông thôn,high,\n"
    "Nghị định,40/2018/NĐ-CP,Chính phủ,2018-03-12,2018-03-21,2018-05-02,,,Về kinh doanh,medium,\n"
    "Nghị định,50/2018/NĐ-CP,Chính phủ,2018-03-12,,,,,Về kinh doanh,low,\n"
    "Nghị định,60/2015/NĐ-CP,Chính phủ,2015-03-12,,2015-05-01,2020-01-01,,Về kinh doanh,high,\n"
    "Quyết định,131/QĐ-TTg,Thủ tướng Chính phủ,2022-01-25,,,,,Phê duyệt Đề án,high,\n"
    "Quyết định,131/QĐ-TTg,Thủ tướng Chính phủ,2017-01-25,,,,,Phê duyệt Chiến lược,high,\n"
    "Chỉ thị,12-CT/TW,Ban Bí thư,2022-01-05,,,,,Đối ngoại nhân dân,high,\n"
    "Luật,25/2001/QH10,Quốc hội,2001-12-25,,2002-01-07,2016-01-01,Luật 76/2015/QH13,Tổ chức Chính phủ,high,\n"
    "Luật,76/2015/QH13,Quốc hội,2015-06-19,,2016-01-01,2025-03-01,Luật 63/2025/QH15,Tổ chức Chính phủ,high,\n"
    "Bộ luật,45/2019/QH14,Quốc hội,2019-11-20,,2021-01-01,,,Lao động,high,2025-11\n";
constexpr std::string_view own_csv =
    "type,number,issuer,issued,expired,title\n"
    "Kế hoạch,41/KH-UBND,UBND tỉnh Lâm Đồng,2024-05-12,2025-01-01,Chuyển đổi số\n";
constexpr std::string_view bodies_csv =
    "name,code,kind,since,until,successor\n"
    "Bộ Giao thông vận tải,BGTVT,bộ,,2025-02-28,Bộ Xây dựng\n"
    "Bộ Nông nghiệp và Môi trường,BNNMT,bộ,2025-03-01,,\n"
    "tỉnh Bắc Giang,,tỉnh,,2025-06-30,tỉnh Bắc Ninh\n";

std::string built(std::string_view documents, std::string_view bodies) {
  auto rows = registry::document_rows(documents);
  registry::Content content{std::get<std::vector<RegisteredDocument>>(std::move(rows)), {}, {}};
  if (!bodies.empty()) {
    content.amendments.push_back({"40/2018/NĐ-CP", {"Nghị định 7/2021/NĐ-CP", {2021, 1, 20}, {2021, 3, 1}}});
    content.bodies = std::get<std::vector<RegisteredBody>>(registry::body_rows(bodies));
  }
  return std::get<std::string>(registry::build(std::move(content)));
}

Registry const* small() {
  static auto const shipped = built(shipped_csv, bodies_csv), own = built(own_csv, {});
  static registry::Catalogue const catalogue(shipped, own);
  return &catalogue.registry();
}

Facts facts(std::string_view text) { return recognize(std::get<Document>(read(text, "a.txt"))); }

// "replaced Nghị định số 20/2025/NĐ-CP", "known differs date 2018-03-12", "-" for later mentions and talk of the past.
std::string standing(std::string_view text, Date at) {
  auto const all = facts(text);
  std::string out;
  auto judged = standings(all.citations, at, small());
  add_amendments(judged, at, *small());
  for (auto const& s : judged) {
    if (!out.empty()) out += "; ";
    out += to_string(s.status);
    if (!s.successor.empty()) out += " " + s.successor;
    if (!s.candidate.empty()) out += " candidate " + s.candidate;
    for (auto const& name : s.differs) out += fmt::format(" differs {} {}", name, to_string(s.document->issued));
    for (auto const& a : s.amended) out += " amended " + a.by;
    if (s.document && !s.first) out += " -";
  }
  return out;
}

struct Row {
  std::string_view text;
  Date at;
  std::string_view expected;
};
constexpr Row table[] = {
    // Not registered, blank, or several that fit: nothing is said.
    {"Căn cứ Nghị định số 99/2016/NĐ-CP ngày 14/5/2016 của Chính phủ về thuế;", {2026, 1, 1}, "unknown"},
    {"Thực hiện Quyết định số 131/QĐ-TTg của Thủ tướng Chính phủ phê duyệt Đề án.", {2026, 1, 1}, "unknown"},
    {"Thực hiện Quyết định số 131/QĐ-TTg ngày 25/01/2019 của Thủ tướng Chính phủ phê duyệt Đề án.", {2026, 1, 1}, "unknown"},
    {"Căn cứ Luật Tổ chức Chính phủ;", {2026, 1, 1}, "unknown"},
    // On its own day.
    {"Căn cứ Nghị định số 10/2016/NĐ-CP ngày 14/5/2016 của Chính phủ về thuế;", {2016, 5, 13}, "not-issued"},
    {"Căn cứ Nghị định số 10/2016/NĐ-CP ngày 14/5/2016 của Chính phủ về thuế;", {2016, 6, 30}, "not-in-force"},
    {"Căn cứ Nghị định số 10/2016/NĐ-CP ngày 14/5/2016 của Chính phủ về thuế;", {2016, 7, 1}, "in-force"},
    {"Căn cứ Nghị định số 10/2016/NĐ-CP ngày 14/5/2016 của Chính phủ về thuế;", {2025, 3, 31}, "in-force"},
    {"Căn cứ Nghị định số 10/2016/NĐ-CP ngày 14/5/2016 của Chính phủ về thuế;", {2025, 4, 1}, "replaced Nghị định số 20/2025/NĐ-CP"},
    // A chain of successors ends at the one in force that day.
    {"Căn cứ Nghị định số 08/2005/NĐ-CP ngày 15/01/2005 của Chính phủ về thuế;", {2011, 12, 31}, "in-force"},
    {"Căn cứ Nghị định số 08/2005/NĐ-CP ngày 15/01/2005 của Chính phủ về thuế;", {2012, 1, 1}, "replaced Nghị định số 09/2011/NĐ-CP"},
    {"Căn cứ Nghị định số 08/2005/NĐ-CP ngày 15/01/2005 của Chính phủ về thuế;", {2016, 7, 1}, "replaced Nghị định số 10/2016/NĐ-CP"},
    {"Căn cứ Nghị định số 08/2005/NĐ-CP ngày 15/01/2005 của Chính phủ về thuế;", {2025, 4, 1}, "replaced Nghị định số 20/2025/NĐ-CP"},
    {"Căn cứ Luật Tổ chức Chính phủ ngày 25 tháng 12 năm 2001;", {2025, 3, 1}, "replaced Luật số 63/2025/QH15"},
    // Titles; of a number that is not registered the document with that title.
    {"Căn cứ Nghị định số 09/2011/NĐ-CP ngày 15/11/2011 của Chính phủ về việc quy hoạch xây dựng nông thôn mới;", {2015, 1, 1}, "in-force"},
    {"Căn cứ Nghị định số 09/2011/NĐ-CP ngày 15/11/2011 của Chính phủ về chế độ phụ cấp đối với giáo viên;",
     {2015, 1, 1},
     "in-force differs title 2011-11-15"},
    {"Căn cứ Nghị định số 90/2011/NĐ-CP ngày 15/11/2011 của Chính phủ về quy hoạch xây dựng nông thôn;",
     {2015, 1, 1},
     "unknown candidate 09/2011/NĐ-CP"},
    {"Căn cứ Nghị định số 90/2011/NĐ-CP ngày 16/11/2011 của Chính phủ về quy hoạch xây dựng nông thôn;", {2015, 1, 1}, "unknown"},
    {"Căn cứ Nghị định số 90/2011/NĐ-CP ngày 15/11/2011 của Chính phủ về quy hoạch xây dựng đô thị;", {2015, 1, 1}, "unknown"},
    {"Căn cứ Quyết định số 90/2011/QĐ-TTg ngày 15/11/2011 của Thủ tướng về quy hoạch xây dựng nông thôn;", {2015, 1, 1}, "unknown"},
    // A draft without its day: only what is certain all the same.
    {"Căn cứ Nghị định số 10/2016/NĐ-CP ngày 14/5/2016 của Chính phủ về thuế;", {2025, 4, 0}, "known"},
    {"Căn cứ Nghị định số 10/2016/NĐ-CP ngày 14/5/2016 của Chính phủ về thuế;", {2025, 5, 0}, "replaced Nghị định số 20/2025/NĐ-CP"},
    {"Căn cứ Nghị định số 10/2016/NĐ-CP ngày 14/5/2016 của Chính phủ về thuế;", {0, 0, 0}, "known"},
    {"Căn cứ Nghị định số 60/2015/NĐ-CP ngày 12/3/2015 của Chính phủ về thuế;", {2020, 1, 1}, "expired"},
    // In force as long as the code of laws prints it; nothing is said of later.
    {"Căn cứ Nghị định số 20/2025/NĐ-CP ngày 15/3/2025 của Chính phủ về thuế;", {2025, 11, 20}, "in-force"},
    {"Căn cứ Nghị định số 20/2025/NĐ-CP ngày 15/3/2025 của Chính phủ về thuế;", {2026, 1, 1}, "known"},
    // Dates.
    {"Căn cứ Nghị định số 10/2016/NĐ-CP ngày 15/4/2016 của Chính phủ về thuế;", {2020, 1, 1}, "in-force differs date 2016-05-14"},
    {"Căn cứ Nghị định số 40/2018/NĐ-CP ngày 21/3/2018 của Chính phủ về thuế;", {2020, 1, 1}, "known"},  // the other source's day
    {"Căn cứ Nghị định số 50/2018/NĐ-CP ngày 21/3/2018 của Chính phủ về thuế;", {2020, 1, 1}, "known"},  // low confidence
    {"Căn cứ Nghị định số 10/2016/NĐ-CP ngày   tháng 5 năm 2016 của Chính phủ về thuế;", {2020, 1, 1}, "unknown"},
    {"Thực hiện Quyết định số 131/QĐ-TTg ngày 25/01/2022 của Thủ tướng Chính phủ phê duyệt Đề án.", {2026, 1, 1}, "known"},
    // What changed it by that day.
    {"Căn cứ Nghị định số 40/2018/NĐ-CP ngày 12/3/2018 của Chính phủ về thuế;", {2021, 2, 28}, "known"},
    {"Căn cứ Nghị định số 40/2018/NĐ-CP ngày 12/3/2018 của Chính phủ về thuế;", {2021, 3, 1}, "known amended Nghị định 7/2021/NĐ-CP"},
    // Laws by name and year.
    {"Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;", {2026, 1, 1}, "replaced Luật số 63/2025/QH15"},
    {"Căn cứ Luật Tổ chức Chính phủ năm 2001;", {2014, 1, 1}, "in-force"},
    {"Căn cứ Luật Tổ chức Chính phủ ngày 16 tháng 9 năm 2015;", {2020, 1, 1}, "in-force differs date 2015-06-19"},
    {"Căn cứ Luật Lao động số 45/2019/QH14 ngày 20/11/2019;", {2022, 1, 1}, "in-force differs type 2019-11-20"},
    {"Căn cứ Nghị quyết số 45/2019/QH14 ngày 21/11/2019 của Quốc hội về ngân sách;", {2022, 1, 1}, "unknown"},
    // The Party.
    {"Thực hiện Chỉ thị số 12-CT/TW ngày 05/01/2022 của Bộ Chính trị về đối ngoại.", {2023, 1, 1}, "known differs issuer 2022-01-05"},
    {"Thực hiện Chỉ thị số 12-CT/TW ngày 05/01/2017 của Bộ Chính trị về an ninh.", {2023, 1, 1}, "unknown"},
    // The office's own numbers are everyone's numbers.
    {"Thực hiện Kế hoạch số 41/KH-UBND ngày 12/5/2024 của UBND tỉnh Lâm Đồng về chuyển đổi số.", {2025, 6, 1}, "expired"},
    {"Thực hiện Kế hoạch số 41/KH-UBND ngày 10/5/2024 của UBND tỉnh Lâm Đồng về chuyển đổi số.",
     {2024, 6, 1},
     "known differs date 2024-05-12"},
    {"Thực hiện Kế hoạch số 41/KH-UBND ngày 10/5/2024 của UBND tỉnh Sơn La về chuyển đổi số.", {2024, 6, 1}, "unknown"},
    // Talk of the past, and the second mention.
    {"Nghị định này thay thế Nghị định số 10/2016/NĐ-CP ngày 14/5/2016 của Chính phủ.",
     {2026, 1, 1},
     "replaced Nghị định số 20/2025/NĐ-CP -"},
    {"Theo Nghị định số 10/2016/NĐ-CP ngày 14/5/2016 của Chính phủ về thuế và Nghị định số 10/2016/NĐ-CP.",
     {2026, 1, 1},
     "replaced Nghị định số 20/2025/NĐ-CP; replaced Nghị định số 20/2025/NĐ-CP -"},
};

TEST(Standing, OnTheDay) {
  for (auto const& row : table) EXPECT_EQ(standing(row.text, row.at), row.expected) << row.text << " " << to_string(row.at);
}

TEST(Standing, WithoutARegisterNothingIsKnown) {
  auto const all = facts(table[0].text);
  auto const none = standings(all.citations, {2026, 1, 1}, nullptr);
  ASSERT_EQ(none.size(), all.citations.size());
  EXPECT_EQ(none[0].status, RegistryStatus::unknown);
}

struct IssuerRow {
  std::string_view text, expected;
};
constexpr IssuerRow issuers[] = {
    {"Căn cứ Thông tư số 05/2025/TT-BGTVT ngày 15/4/2025 của Bộ trưởng Bộ Giao thông vận tải quy định về đường;", "Bộ Giao thông vận tải"},
    {"Căn cứ Thông tư số 05/2024/TT-BGTVT ngày 15/4/2024 của Bộ Giao thông vận tải quy định về đường;", ""},
    {"Căn cứ Thông tư số 05/2024/TT-BNNMT ngày 15/4/2024 của Bộ Nông nghiệp và Môi trường quy định về rừng;",
     "Bộ Nông nghiệp và Môi trường"},
    {"Thực hiện Kế hoạch số 41/KH-UBND ngày 12/8/2025 của Ủy ban nhân dân tỉnh Bắc Giang về rừng.", "tỉnh Bắc Giang"},
    {"Thực hiện Kế hoạch số 41/KH-UBND ngày 12/6/2025 của Ủy ban nhân dân tỉnh Bắc Giang về rừng.", ""},
    {"Thực hiện Kế hoạch số 41/KH-UBND ngày 12/8/2025 của Ủy ban nhân dân tỉnh Bắc Ninh về rừng.", ""},
    {"Xét Tờ trình số 41/TTr-HTN ngày 12/8/2025 của Hội Thiện nguyện tỉnh Bắc Giang về đổi tên.", ""},  // an association keeps its name
};

TEST(Standing, IssuersHaveTheirTime) {
  for (auto const& row : issuers) {
    auto const all = facts(row.text);
    ASSERT_FALSE(all.citations.empty()) << row.text;
    auto const body = misdated_issuer(all.citations[0], small());
    EXPECT_EQ(body ? body->name : "", row.expected) << row.text;
  }
}

}  // namespace
}  // namespace vanthu
