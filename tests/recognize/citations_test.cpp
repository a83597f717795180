// Citations in context: a document of one or a few paragraphs, and a short dump of what is found.
#include "recognize/citations.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "text/word_index.hpp"
#include "vanthu/read.hpp"
#include "variants.hpp"

namespace vanthu {
namespace {

using testing::decomposed;

Facts facts_of(std::string_view text, Facts facts = {}) {
  auto const document = std::get<Document>(read(text, "a.txt"));
  recognize_citations(document, facts);
  return facts;
}

std::vector<Citation> citations(std::string_view text) { return facts_of(text).citations; }

// "Chỉ thị 12-CT/TW 2022-01-05 (Ban Bí thư) first bad; …". "=" before the issuer: named before; "+": shared.
std::string dump(std::string_view text) {
  std::string out;
  for (auto const& c : citations(text)) {
    if (!out.empty()) out += "; ";
    out += c.type + " " + c.identifier.value_or(c.title);
    if (c.date != Date{}) out += " " + to_string(c.date);
    if (!c.issuer.empty()) out += std::string(" (") + (c.issuer_named_before ? "=" : c.issuer_shared ? "+" : "") + c.issuer + ")";
    out += c.mention == Mention::first ? " first" : " later";
    if (!c.well_formed) out += " bad";
  }
  return out;
}

std::string defects(std::string_view text) {
  std::string out;
  for (auto const& c : citations(text)) {
    for (auto const& d : c.defects) out += d + " ";
    out += "-> " + c.canonical.value_or("?");
  }
  return out;
}

struct Case {
  char const* text;
  char const* expected;
};

void expect_all(std::vector<Case> const& cases, std::string (*shown)(std::string_view)) {
  for (auto const& c : cases) EXPECT_EQ(shown(c.text), c.expected) << c.text;
}

TEST(Citations, Complete) {
  expect_all(
      {
          {"Thực hiện Chỉ thị số 15/CT-TTg ngày 16/5/2024 của Thủ tướng Chính phủ về A.",
           "Chỉ thị 15/CT-TTg 2024-05-16 (Thủ tướng Chính phủ) first"},
          {"Thực hiện Chỉ thị số 15/CT-TTg ngày 16/5/2024 của Thủ tướng Chính phủ.",
           "Chỉ thị 15/CT-TTg 2024-05-16 (Thủ tướng Chính phủ) first bad"},
          {"Theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 về A. Nghị định số 30/2020/NĐ-CP nêu",
           "Nghị định 30/2020/NĐ-CP 2020-03-05 first bad; Nghị định 30/2020/NĐ-CP later"},
          {"Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;", "Luật Lưu trữ 2024-06-21 first"},
          {"Công văn số /SGDĐT-VP ngày tháng 7 năm 2026 của Sở GDĐT về A", "Công văn /SGDĐT-VP 2026-07-00 (Sở GDĐT) first bad"},
      },
      dump);
}

TEST(Citations, Lists) {
  expect_all(
      {
          {"theo Công văn số 46/UBND-VX ngày 28/8/2024; số 49/UBND-VX ngày 17/9/2024 và số 54/UBND-VX ngày 10/10/2024.",
           "Công văn 46/UBND-VX 2024-08-28 first bad; Công văn 49/UBND-VX 2024-09-17 first bad; Công văn 54/UBND-VX 2024-10-10 first bad"},
          {"(Quyết định của UBND tỉnh: số 18/QĐ-UBND ngày 30/5/2024, số 28/QĐ-UBND ngày 13/11/2024)",
           "Quyết định 18/QĐ-UBND 2024-05-30 (UBND tỉnh) first bad; Quyết định 28/QĐ-UBND 2024-11-13 (+UBND tỉnh) first bad"},
          {"Nghị quyết số 68/NQ-CP ngày 27/6/2026 và Nghị quyết số 80/NQ-CP ngày 06/7/2026 của Chính phủ để",
           "Nghị quyết 68/NQ-CP 2026-06-27 (+Chính phủ) first bad; Nghị quyết 80/NQ-CP 2026-07-06 (Chính phủ) first bad"},
          {"UBND tỉnh đã ban hành các Quyết định: Số 18/QĐ-UBND ngày 30/5/2024 về A tại Quyết định số 36/QĐ-UBND ngày 12/12/2023 của UBND "
           "tỉnh, số 28/QĐ-UBND ngày 13/11/2024 về B",
           "Quyết định 18/QĐ-UBND 2024-05-30 (=UBND tỉnh) first; Quyết định 36/QĐ-UBND 2023-12-12 (UBND tỉnh) first bad; Quyết định "
           "28/QĐ-UBND "
           "2024-11-13 (=UBND tỉnh) first"},
          {"Các Nghị quyết của Quốc hội gồm: số 16/2021/QH15 ngày 27/7/2021 về A; số 23/2021/QH15 ngày 28/7/2021 về B.",
           "Nghị quyết 16/2021/QH15 2021-07-27 (Quốc hội) first; Nghị quyết 23/2021/QH15 2021-07-28 (+Quốc hội) first"},
      },
      dump);
}

TEST(Citations, IssuerNamedBefore) {
  expect_all(
      {
          {"ý kiến của Ủy ban nhân dân thành phố tại Chương trình số 08/CTr-UBND ngày 25/10/2022 về A",
           "Chương trình 08/CTr-UBND 2022-10-25 (=Ủy ban nhân dân thành phố) first"},
          {"Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 36/TTr-SNV ngày 02/7/2026.",
           "Tờ trình 36/TTr-SNV 2026-07-02 (=Giám đốc Sở Nội vụ) first"},
          {"Điều lệ được Chủ tịch UBND tỉnh An Bình phê duyệt theo Quyết định số 57/QĐ-UBND ngày 22/02/2022.",
           "Quyết định 57/QĐ-UBND 2022-02-22 (=Chủ tịch UBND tỉnh An Bình) first"},
          {"Ngày 22/11/2023, Thủ tướng Chính phủ phê duyệt Quy hoạch tại Quyết định số 45/QĐ-TTg; theo đó",
           "Quyết định 45/QĐ-TTg (=Thủ tướng Chính phủ) first"},
          {"UBND tỉnh đã ban hành Kế hoạch số 12/KH-UBND ngày 3/4/2024 về A; Bộ Y tế có Công văn số 15/BYT-KCB ngày 4/5/2024 về B.",
           "Kế hoạch 12/KH-UBND 2024-04-03 (=UBND tỉnh) first; Công văn 15/BYT-KCB 2024-05-04 (=Bộ Y tế) first"},
          {"(Ban hành theo Quyết định số 79/QĐ-ĐHAB ngày 28/9/2022 của Hiệu trưởng Trường Đại học A)",
           "Quyết định 79/QĐ-ĐHAB 2022-09-28 (Hiệu trưởng Trường Đại học A) first"},
          {"kết luận của Thủ tướng Chính phủ tại Thông báo số 34/TB-VPCP ngày 01/7/2026.", "Thông báo 34/TB-VPCP 2026-07-01 first bad"},
      },
      dump);
}

TEST(Citations, Mentions) {
  expect_all(
      {
          {"Chỉ thị số 12CT/TW và Chỉ thị số 12-CT/TW", "Chỉ thị 12CT/TW first bad; Chỉ thị 12-CT/TW later"},
          {"Chỉ thị số 12-CT/TW ngày 05/01/2022 và Chỉ thị số 12-CT/TW ngày 10/5/2017",
           "Chỉ thị 12-CT/TW 2022-01-05 first bad; Chỉ thị 12-CT/TW 2017-05-10 first bad"},
          {"Luật Đất đai năm 2013; Luật Đất đai năm 2024; Luật Đất đai",
           "Luật Đất đai 2013-00-00 first; Luật Đất đai 2024-00-00 first; Luật Đất đai later"},
          {"Luật số 64/2025/QH15 và Nghị quyết số 64/2025/QH15", "Luật 64/2025/QH15 first; Nghị quyết 64/2025/QH15 first bad"},
      },
      dump);
}

TEST(Citations, None) {
  for (char const* text :
       {"Đến ngày 01/10/2020 báo cáo.", "trực 24/7, điện thoại 0205.3812345", "tốc độ 60 km/h; năm học 2022-2023", "và/hoặc",
        "Thành đoàn/Huyện đoàn", "https://vbpl.vn/30/2020/ND-CP.html, 30_2020_NĐ-CP.docx",
        "Nghị định này; Luật này; pháp luật Việt Nam; luật định", "dự thảo Luật Đất đai (sửa đổi)",
        "theo Mẫu số 01/TB-TĐT ban hành kèm theo Thông tư này", "Trường Đại học Luật Hà Nội",
        "dự án Luật Đô thị mới (Luật Phát triển đô thị)", "tỷ lệ 3/5, 10/12 lớp", "Số: 12/KH-UBND", "kế hoạch số 3 của quý 2/2024"})
    EXPECT_EQ(dump(text), "") << text;
}

TEST(Citations, Defects) {
  expect_all(
      {
          {"Thông tư số 11/2022/BGDĐT", "missing-type-code -> 11/2022/TT-BGDĐT"},
          {"Thông tư số 181/1999/BNN", "-> 181/1999/BNN"},
          {"Chỉ thị số 12CT/TW", "missing-hyphen -> 12-CT/TW"},
          {"Nghị định số 154/2020/NĐCP", "missing-hyphen -> 154/2020/NĐ-CP"},
          {"Chỉ thị số 12/CT-TW", "swapped-form -> 12-CT/TW"},
          {"Chỉ thị số 12 CT/TW ngày 03/5/1992", "-> ?"},
          {"Chỉ thị số 12 CT/TW", "missing-hyphen -> 12-CT/TW"},
          {"Chỉ thị số 15-CT/UBND", "swapped-form -> 15/CT-UBND"},
          {"Nghị định số 30/2020/ND-CP", "ascii-d -> 30/2020/NĐ-CP"},
          {"Công văn số 71/SGDDT-VP", "ascii-d -> 71/SGDĐT-VP"},
          {"Hướng dẫn số 36-HD/VPTW", "-> 36-HD/VPTW"},
          {"Nghị định số 3O/2020/NĐ-CP", "ascii-letter-digit -> 30/2020/NĐ-CP"},
          {"Nghị định số 30/2020/NĐ/CP", "slash-for-hyphen -> 30/2020/NĐ-CP"},
          {"Thông tư số 08/2010/TT–BYT", "odd-dash -> 08/2010/TT-BYT"},
          {"Nghị định số 30/2020/NĐ - CP", "inner-space -> 30/2020/NĐ-CP"},
          {"Quyết định số 131/QĐ-TTG", "letter-case -> 131/QĐ-TTg"},
          {"Nghị định số 12/98/NĐ-CP", "two-digit-year -> 12/1998/NĐ-CP"},
          {"Nghị định số 30/NĐ-CP ngày 05/3/2020", "missing-year -> ?"},
          {"Chỉ thị số 15/2024/CT-TTg", "extra-year -> ?"},
          {"Chỉ thị số 24/2007/CT-TTg", "-> 24/2007/CT-TTg"},
          {"Nghị định số 5/2024/NĐ-CP", "missing-zero -> 05/2024/NĐ-CP"},
          {"Nghị định số số 30/2020/NĐ-CP", "doubled-word -> 30/2020/NĐ-CP"},
          {"Nghị định số Nghị định 30/2020/NĐ-CP", "doubled-word -> 30/2020/NĐ-CP"},
          {"theo nghị định số 30/2020/NĐ-CP", "lowercase-type -> 30/2020/NĐ-CP"},
          {"Luật Đất đai số 08/2025/L-CTN", "wrong-law-number -> ?"},
          {"Thông tư số 29/2018/TT-BNNPNT", "unknown-code -> 29/2018/TT-BNNPTNT"},
          {"Quyết định số 29/QĐ-BQL", "-> 29/QĐ-BQL"},
          {"Văn bản số 94/BTC-NSNN", "generic-type -> 94/BTC-NSNN"},
          {"Nghị quyết số §3/NQ-HĐND", "damaged -> ?"},
          {"bãi bỏ Nghị số 24/2013/NQ-HĐND", "damaged -> ?"},
          {"Nghị định số 64-CP ngày 27/9/1993", "-> 64-CP"},
          {"Nghị định số 338/HĐBT ngày 20/11/1991", "-> 338/HĐBT"},
          {"Quy định số 02-QĐi/TU; ", "-> 02-QĐi/TU"},
      },
      defects);
}

// What stands behind a mark belongs to the reference; composed and decomposed files alike.
TEST(Citations, FootnoteMarks) {
  std::vector<Case> const cases = {
      {"Căn cứ Nghị định số 30/2020/NĐ-CP1 ngày 05/3/2020 của Chính phủ về công tác văn thư;", "footnote-mark -> 30/2020/NĐ-CP"},
      {"Căn cứ Nghị định số 30/2020/NĐ-CP[2] ngày 05/3/2020 của Chính phủ về công tác văn thư;", "footnote-mark -> 30/2020/NĐ-CP"},
      {"Căn cứ Nghị định số 30/2020/NĐ-CP(1) ngày 05/3/2020 của Chính phủ về công tác văn thư;", "footnote-mark -> 30/2020/NĐ-CP"},
      {"Căn cứ Nghị định số 30/2020/NĐ-CP³ ngày 05/3/2020 của Chính phủ về công tác văn thư;", "footnote-mark -> 30/2020/NĐ-CP"},
  };
  expect_all(cases, defects);
  for (auto const& c : cases) {
    EXPECT_EQ(dump(c.text), "Nghị định 30/2020/NĐ-CP 2020-03-05 (Chính phủ) first bad") << c.text;
    EXPECT_EQ(dump(decomposed(c.text)), dump(c.text)) << c.text;
    EXPECT_EQ(defects(decomposed(c.text)), c.expected) << c.text;
    auto const cited = citations(c.text).at(0);
    EXPECT_EQ(cited.title, "về công tác văn thư") << c.text;
    EXPECT_EQ(cited.span.end, std::string_view(c.text).find(" về công")) << c.text;
  }
  expect_all(
      {{"Luật số 45/2019/QH14 và Thông tư số 05/2009/TT-BCA(V19)", "-> 45/2019/QH14-> 05/2009/TT-BCA(V19)"},
       {"Nghị định số 30/2020/NĐ-CP1, Nghị định số 61/2018/NĐ-CP2.", "footnote-mark -> 30/2020/NĐ-CPfootnote-mark -> 61/2018/NĐ-CP"}},
      defects);
}

TEST(Citations, LookAlikeLetters) {
  std::vector<Case> const cases = {
      {"Nghị định số 30/2020/NĐ-\u0421\u0420 ngày 05/3/2020 của Chính phủ", "foreign-letter -> 30/2020/NĐ-CP"},
      {"Thông tư số 08/2022/\u0422\u0422-BTC ngày 10/02/2022 của Bộ Tài chính", "foreign-letter -> 08/2022/TT-BTC"},
      {"Quyết định số 131/QĐ-U\u0412ND ngày 10/02/2022 của Ủy ban nhân dân tỉnh", "foreign-letter -> 131/QĐ-UBND"},
      {"Chỉ thị số 12-\u03A7\u0422/TW", "foreign-letter -> 12-XT/TW"},
      {"Nghị định số 30/2020/N\u00D0-CP", "-> 30/2020/NĐ-CP"},
  };
  expect_all(cases, defects);
  for (auto const& c : cases) EXPECT_EQ(defects(decomposed(c.text)), c.expected) << c.text;

  auto const found = citations("Nghị định số 30/2020/NĐ-\u0421\u0420 ngày 05/3/2020 của Chính phủ; Nghị định số 30/2020/NĐ-CP");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].identifier, "30/2020/NĐ-\u0421\u0420");
  EXPECT_EQ(found[0].symbol, "NĐ-CP");
  EXPECT_EQ(found[0].type_code + "|" + found[0].body_code, "NĐ|CP");
  EXPECT_EQ(found[0].issuer, "Chính phủ");
  EXPECT_EQ(found[1].mention, Mention::later);
}

// A symbol that a line end cut is whole: the reader joins it, and nothing is wrong with it.
TEST(Citations, LineEnds) {
  auto const found =
      citations("Các cơ quan thực hiện nghiêm túc Kế hoạch số 18/KH-\nUBND ngày 17/9/2024 của UBND tỉnh An Bình về phát triển.\n");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].identifier, "18/KH-UBND");
  EXPECT_TRUE(found[0].defects.empty());
  EXPECT_TRUE(found[0].well_formed);
}

TEST(Citations, Parts) {
  auto const found = citations("theo điểm a khoản 1 Điều 5 Nghị định số 12a/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về A");
  ASSERT_EQ(found.size(), 1u);
  auto const& c = found[0];
  EXPECT_EQ(c.number, "12a");
  EXPECT_EQ(c.year, 2020);
  EXPECT_EQ(c.symbol, "NĐ-CP");
  EXPECT_EQ(c.type_code, "NĐ");
  EXPECT_EQ(c.body_code, "CP");
  EXPECT_TRUE(c.has_so);
  EXPECT_EQ(c.title, "về A");
  ASSERT_EQ(c.articles.size(), 1u);
  EXPECT_EQ(c.articles[0].article + c.articles[0].clause + c.articles[0].point, "51a");
}

TEST(Citations, Codes) {
  auto const codes = [](std::string_view text) {
    auto const c = citations(text).at(0);
    return c.type_code + "|" + c.body_code + "|" + (c.legislature ? std::to_string(*c.legislature) : "");
  };
  EXPECT_EQ(codes("Công văn số 58/BGDĐT-QLCL"), "|BGDĐT|");
  EXPECT_EQ(codes("Kế hoạch số 16-KH/TU"), "KH|TU|");
  EXPECT_EQ(codes("Luật số 45/2019/QH14"), "|QH|14");
  EXPECT_EQ(codes("Nghị quyết số 16/NQ-UBTVQH15"), "NQ|UBTVQH|15");
  EXPECT_EQ(codes("Quyết định số 12/QD-TTg"), "QD|TTg|");
  EXPECT_EQ(codes("Công văn số 15/UB"), "|UB|");
}

TEST(Citations, Flags) {
  auto const found = citations("Bãi bỏ Quyết định số 12/QĐ-UBND. Tại “Chỉ thị số 15/CT-TTg về thực hiện Nghị quyết số 01/NQ-CP”.");
  ASSERT_EQ(found.size(), 3u);
  EXPECT_TRUE(found[0].historical);
  EXPECT_FALSE(found[0].quoted);
  EXPECT_TRUE(found[1].quoted);
  EXPECT_FALSE(found[1].nested);
  EXPECT_TRUE(found[2].nested);
  EXPECT_EQ(found[0].family, CitationFamily::state);
}

// What tells that a document is one of the past, also where a scan has glued a word to another.
TEST(Citations, Past) {
  struct {
    char const* text;
    bool past;
  } const cases[] = {
      {"Quyết định này thay thế Quyết định số 15/2019/QĐ-UBND;", true},
      {"Quyết định nàythay thế Quyết định số 15/2019/QĐ-UBND;", true},
      {"Quyết định này thay thếcác Quyết định số 15/2019/QĐ-UBND;", true},
      {"huỷ bỏ Quyết định số 15/2019/QĐ-UBND;", true},
      {"hủy bỏ Quyết định số 15/2019/QĐ-UBND;", true},
      {"Trước đây, Quyết định số 15/2019/QĐ-UBND quy định mức chi;", true},
      {"đã hết hiệu lực của Quyết định số 15/2019/QĐ-UBND;", true},
      {"có hiệu lực của Quyết định số 15/2019/QĐ-UBND;", false},
      {"thay cho Quyết định số 15/2019/QĐ-UBND;", false},
      {"bãi bỏ văn bản; theo Quyết định số 15/2019/QĐ-UBND;", false},
      {"Quyết định số 15/2019/QĐ-UBND (trước đây là quy chế);", true},
      {"Quyết định số 15/2019/QĐ-UBND đã được thay thế;", true},
      {"Quyết định số 15/2019/QĐ-UBND được sửa đổi;", false},
  };
  for (auto const& c : cases)
    for (auto const& text : {std::string(c.text), decomposed(c.text)}) {
      auto const found = citations(text);
      ASSERT_FALSE(found.empty()) << text;
      EXPECT_EQ(found.front().historical, c.past) << text;
    }
}

// A block without slash and hyphen is searched for laws, and for numbers with other signs where it speaks of laws.
TEST(Citations, BlocksWithoutSlash) {
  expect_all(
      {
          {"Thực hiện Kế hoạch năm 2025 và Luật Đất đai năm 2024.", "Luật Đất đai 2024-00-00 first"},
          {"Theo Hiến pháp năm 2013 và Quyết định này.", "Hiến pháp  2013-00-00 first"},
          {"Theo pháp luật và Nghị định số 64–CP.", "Nghị định 64–CP first bad"},
          {"Theo Nghị định số 64-CP.", "Nghị định 64-CP first bad"},
          {"Kế hoạch số 12 và Công văn số 15.", ""},
      },
      dump);
}

TEST(Citations, OwnNumberIsNone) {
  Facts facts;
  facts.date = {2024, 5, 16};
  facts.components.push_back({ComponentKind::number, {0, 0}, {{"identifier", std::string("12/QĐ-UBND"), {}, {}}}});
  auto const text =
      "(Kèm theo Quyết định số 12/QĐ-UBND ngày 16/5/2024 của UBND tỉnh)\n\nQuyết định số 12/QĐ-UBND ngày 03/02/2023 của UBND tỉnh";
  auto const found = facts_of(text, facts).citations;
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].date.year, 2023);
}

TEST(Citations, SubjectAndBasis) {
  std::string const text = "Về triển khai Chỉ thị số 15/CT-TTg\n\nCăn cứ Chỉ thị số 15/CT-TTg;";
  auto const document = std::get<Document>(read(text, "a.txt"));
  ASSERT_EQ(document.blocks.size(), 2u);
  Facts facts;
  facts.components.push_back({ComponentKind::subject, document.blocks[0].span, {}});
  facts.components.push_back({ComponentKind::legal_basis, document.blocks[1].span, {}});
  recognize_citations(document, facts);
  ASSERT_EQ(facts.citations.size(), 2u);
  EXPECT_TRUE(facts.citations[0].in_subject);
  EXPECT_FALSE(facts.citations[0].first_in_body);
  EXPECT_TRUE(facts.citations[1].in_legal_basis);
  EXPECT_TRUE(facts.citations[1].first_in_body);
  EXPECT_EQ(facts.citations[1].mention, Mention::later);
}

// Whatever the bytes: spans stay inside the text and on whole characters, and nothing crashes.
TEST(Citations, AnyBytes) {
  std::string const pieces[] = {"Nghị định số ",
                                "30/2020/NĐ-CP",
                                " ngày ",
                                "05/3/2020",
                                " của ",
                                "Chính phủ",
                                "Luật ",
                                "sửa đổi, bổ sung một số điều của ",
                                "Đất đai",
                                ", ",
                                " và ",
                                "số ",
                                "/",
                                "-",
                                ":",
                                "“",
                                "”",
                                "(",
                                ")",
                                "\n",
                                "12-CT/TW",
                                "năm 2015",
                                "Điều 5 ",
                                "khoản 1 ",
                                "…",
                                "\xC4",
                                "\xE1\xBB",
                                "tại ",
                                "theo ",
                                "UBND tỉnh ",
                                "Quyết định của ",
                                "tháng ",
                                "§",
                                "⁄",
                                "O",
                                "các ",
                                "(sau đây gọi tắt là ",
                                "Nghị định 30",
                                "“đ” "};
  std::mt19937 random(20260725);
  std::uniform_int_distribution<std::size_t> pick(0, std::size(pieces) - 1);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 24; ++i) text += pieces[pick(random)];
    Document document;
    document.text = text + "\n";
    document.words = index_words(document.text);
    document.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}});
    Facts facts;
    recognize_citations(document, facts);
    for (auto const& c : facts.citations)
      for (auto const& span : {c.span, c.type_span, c.identifier_span, c.symbol_span, c.date_span, c.issuer_span, c.title_span}) {
        ASSERT_LE(span.begin, span.end) << text;
        ASSERT_LE(span.end, text.size()) << text;
      }
  }
}

}  // namespace
}  // namespace vanthu
