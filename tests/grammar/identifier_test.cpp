// Numbers and symbols: input and short dump, one line a case.
// Dump: form number[@year] symbol groups joined with the separators as written in {}; "sep" shows the one after the number.
#include "grammar/identifier.hpp"

#include <gtest/gtest.h>

namespace vanthu::grammar {
namespace {

std::string dump(std::string_view text, std::size_t at = 0, bool blank = false) {
  auto const m = match_identifier(text, at, blank);
  if (!m) return "none";
  std::string out = m->form == IdentifierForm::state ? "state " : m->form == IdentifierForm::law ? "law " : "party ";
  auto const add = [&](auto... parts) { (out.append(parts), ...); };
  add(m->number, m->year.empty() ? "" : "@", m->year, " ", m->symbol, " {", m->separator, "}");
  for (std::size_t i = 0; i < m->groups.size(); ++i) {
    add(m->groups[i]);
    if (i < m->separators.size()) add("{", m->separators[i], "}");
  }
  return out + " | " + std::string(slice(text, m->span));
}

struct Case {
  char const* text;
  char const* expected;
};

TEST(Identifier, WellFormed) {
  Case const cases[] = {
      {"30/2020/NĐ-CP ngày", "state 30@2020 NĐ-CP {/}NĐ{-}CP | 30/2020/NĐ-CP"},
      {"15/CT-TTg ngày", "state 15 CT-TTg {/}CT{-}TTg | 15/CT-TTg"},
      {"5871/BGDĐT-QLCL.", "state 5871 BGDĐT-QLCL {/}BGDĐT{-}QLCL | 5871/BGDĐT-QLCL"},
      {"158/UB ngày", "state 158 UB {/}UB | 158/UB"},
      {"66.7/2025/NQ-CP", "state 66.7@2025 NQ-CP {/}NQ{-}CP | 66.7/2025/NQ-CP"},
      {"12a/2020/TT-BTC", "state 12a@2020 TT-BTC {/}TT{-}BTC | 12a/2020/TT-BTC"},
      {"72/2011/TTLT/BTC-BGTVT,", "state 72@2011 TTLT/BTC-BGTVT {/}TTLT{/}BTC{-}BGTVT | 72/2011/TTLT/BTC-BGTVT"},
      {"05/2009/TT-BCA(V19)", "state 05@2009 TT-BCA(V19) {/}TT{-}BCA{(}V19 | 05/2009/TT-BCA(V19)"},
      {"45/2019/QH14", "law 45@2019 QH14 {/}QH14 | 45/2019/QH14"},
      {"34/2007/PL-UBTVQH11", "law 34@2007 PL-UBTVQH11 {/}PL{-}UBTVQH11 | 34/2007/PL-UBTVQH11"},
      {"08/2025/L-CTN", "law 08@2025 L-CTN {/}L{-}CTN | 08/2025/L-CTN"},
      {"12-CT/TW, ngày", "party 12 CT/TW {-}CT{/}TW | 12-CT/TW"},
      {"02-QĐi/TU", "party 02 QĐi/TU {-}QĐi{/}TU | 02-QĐi/TU"},
      {"05-QC/BTCTU-BDVTU", "party 05 QC/BTCTU-BDVTU {-}QC{/}BTCTU{-}BDVTU | 05-QC/BTCTU-BDVTU"},
      {"64-CP", "state 64 CP {-}CP | 64-CP"},
      {"338/HĐBT", "state 338 HĐBT {/}HĐBT | 338/HĐBT"},
  };
  for (auto const& c : cases) EXPECT_EQ(dump(c.text), c.expected) << c.text;
}

TEST(Identifier, Malformed) {
  Case const cases[] = {
      {"11/2022/BGDĐT", "state 11@2022 BGDĐT {/}BGDĐT | 11/2022/BGDĐT"},
      {"12CT/TW", "party 12 CT/TW {}CT{/}TW | 12CT/TW"},
      {"12 CT/TW", "party 12 CT/TW { }CT{/}TW | 12 CT/TW"},
      {"12/CT-TW", "state 12 CT-TW {/}CT{-}TW | 12/CT-TW"},
      {"12-CT-TW", "state 12 CT-TW {-}CT{-}TW | 12-CT-TW"},
      {"12-CT/2022/TW", "party 12@2022 CT/2022/TW {-}CT{/}TW | 12-CT/2022/TW"},
      {"154/2020/NĐCP", "state 154@2020 NĐCP {/}NĐCP | 154/2020/NĐCP"},
      {"30/2020/NĐ- CP", "state 30@2020 NĐ-CP {/}NĐ{- }CP | 30/2020/NĐ- CP"},
      {"30 /2020/ NĐ - CP", "state 30@2020 NĐ-CP {/ }NĐ{ - }CP | 30 /2020/ NĐ - CP"},
      {"131/QĐ–TTg", "state 131 QĐ–TTg {/}QĐ{–}TTg | 131/QĐ–TTg"},
      {"30/2020/NĐ/CP", "state 30@2020 NĐ/CP {/}NĐ{/}CP | 30/2020/NĐ/CP"},
      {"3O/2020/ND-CP", "state 3O@2020 ND-CP {/}ND{-}CP | 3O/2020/ND-CP"},
      {"12/97/NĐ-CP", "state 12@97 NĐ-CP {/}NĐ{-}CP | 12/97/NĐ-CP"},
      {"12/NQ-cp", "state 12 NQ-cp {/}NQ{-}cp | 12/NQ-cp"},
      {"12/qđ-ubnd", "state 12 qđ-ubnd {/}qđ{-}ubnd | 12/qđ-ubnd"},
      {"105/2007/NĐ-CPngày 21", "state 105@2007 NĐ-CP {/}NĐ{-}CP | 105/2007/NĐ-CP"},
      {"6326TTr-STNMT", "state 6326 TTr-STNMT {}TTr{-}STNMT | 6326TTr-STNMT"},
      {"12/UBND - An Giang", "state 12 UBND {/}UBND | 12/UBND"},
  };
  for (auto const& c : cases) EXPECT_EQ(dump(c.text), c.expected) << c.text;
}

// Symbol and mark of what is written; spans are of the text as written.
TEST(Identifier, FootnoteMarks) {
  Case const cases[] = {
      {"30/2020/NĐ-CP1 ngày", "30/2020/NĐ-CP + 1"},
      {"30/2020/NĐ-CP12, ", "30/2020/NĐ-CP + 12"},
      {"30/2020/NĐ-CP1ngày", "30/2020/NĐ-CP + 1"},
      {"30/2020/NĐ-CP[2] ngày", "30/2020/NĐ-CP + [2]"},
      {"30/2020/NĐ-CP[1][2] ngày", "30/2020/NĐ-CP + [1][2]"},
      {"30/2020/NĐ-CP(1) ngày", "30/2020/NĐ-CP + (1)"},
      {"30/2020/NĐ-CP(*) ngày", "30/2020/NĐ-CP + (*)"},
      {"30/2020/NĐ-CP[^1] ngày", "30/2020/NĐ-CP + [^1]"},
      {"30/2020/NĐ-CP^1^ ngày", "30/2020/NĐ-CP + ^1^"},
      {"30/2020/NĐ-CP$^{1}$ ngày", "30/2020/NĐ-CP + $^{1}$"},
      {"30/2020/NĐ-CP* ngày", "30/2020/NĐ-CP + *"},
      {"10/2020/TT-BTNMT² ngày", "10/2020/TT-BTNMT + ²"},
      {"10/2020/TT-BTNMT¹² ngày", "10/2020/TT-BTNMT + ¹²"},
      {"12/QĐ - TTg1 ngày", "12/QĐ - TTg + 1"},
      {"12-CT/TW1 ngày", "12-CT/TW + 1"},
      {"12 CT/TW1 ngày", "12 CT/TW + 1"},
      {"64-CP1 ngày", "64-CP + 1"},
      {"12/NQ-cp1 ngày", "12/NQ-cp + 1"},
      {"136/2018/tt-btc[1]", "136/2018/tt-btc + [1]"},
      {"45/2019/QH14[3] ngày", "45/2019/QH14 + [3]"},
      {"05/2009/TT-BCA(V19)[1]", "05/2009/TT-BCA(V19) + [1]"},
      // No marks: codes that carry digits, what is not glued, years.
      {"45/2019/QH15 ngày", "45/2019/QH15 + "},
      {"01/NQ-UBTVQH15 ngày", "01/NQ-UBTVQH15 + "},
      {"01/KH-BCĐ389QNg ngày", "01/KH-BCĐ389QNg + "},
      {"05/2009/TT-BCA-V24 ngày", "05/2009/TT-BCA-V24 + "},
      {"05/2009/TT-BCA-V(19) ngày", "05/2009/TT-BCA-V + "},
      {"5871/UBND-VX4 ngày", "5871/UBND-VX4 + "},
      {"5871/UBND1-VX ngày", "5871/UBND1-VX + "},
      {"45/2019/QH14(1) ngày", "45/2019/QH14 + "},
      {"30/2020/NĐ-CP (1) ngày", "30/2020/NĐ-CP + "},
      {"30/2020/NĐ-CP [1] ngày", "30/2020/NĐ-CP + "},
      {"30/2020/NĐ-CP** ngày", "30/2020/NĐ-CP + "},
      {"30/2020/NĐ-CP(điểm 1)", "30/2020/NĐ-CP + "},
      {"12/QĐ-UBND2025 ngày", "12/QĐ-UBND2025 + "},
  };
  for (auto const& c : cases) {
    auto const m = match_identifier(c.text, 0);
    ASSERT_TRUE(m) << c.text;
    EXPECT_EQ(std::string(slice(c.text, m->span)) + " + " + std::string(slice(c.text, m->mark)), c.expected) << c.text;
    EXPECT_EQ(m->mark.begin, m->span.end) << c.text;
  }
  EXPECT_EQ(dump("30/2020/NĐ-CP1 ngày"), "state 30@2020 NĐ-CP {/}NĐ{-}CP | 30/2020/NĐ-CP");
}

// Greek and Cyrillic letters stand for what they look like; the span is of the text as written.
TEST(Identifier, LookAlikes) {
  Case const cases[] = {
      {"30/2020/NĐ-\u0421\u0420 ngày", "state 30@2020 NĐ-CP {/}NĐ{-}CP | 30/2020/NĐ-\u0421\u0420"},
      {"30/2020/NĐ-\u0421\u04201 ngày", "state 30@2020 NĐ-CP {/}NĐ{-}CP | 30/2020/NĐ-\u0421\u0420"},
      {"08/2022/\u0422\u0422-BTC ngày", "state 08@2022 TT-BTC {/}TT{-}BTC | 08/2022/\u0422\u0422-BTC"},
      {"131/QĐ-U\u0412ND ngày", "state 131 QĐ-UBND {/}QĐ{-}UBND | 131/QĐ-U\u0412ND"},
      {"131/QĐ-\u0422\u0422g ngày", "state 131 QĐ-TTg {/}QĐ{-}TTg | 131/QĐ-\u0422\u0422g"},
      {"45/2019/Q\u039714", "law 45@2019 QH14 {/}QH14 | 45/2019/Q\u039714"},
      {"12-\u0421\u0422/\u03A4W, ngày", "party 12 CT/TW {-}CT{/}TW | 12-\u0421\u0422/\u03A4W"},
      {"12/\u0391\u0392-\u0395\u0397 ngày", "state 12 AB-EH {/}AB{-}EH | 12/\u0391\u0392-\u0395\u0397"},
      {"3\u041E/2020/NĐ-CP", "state 3O@2020 NĐ-CP {/}NĐ{-}CP | 3\u041E/2020/NĐ-CP"},
  };
  for (auto const& c : cases) {
    EXPECT_EQ(dump(c.text), c.expected) << c.text;
    EXPECT_TRUE(match_identifier(c.text, 0)->foreign) << c.text;
  }
  auto const later = match_identifier("Số 30/2020/NĐ-CP ngày 05/3/2020 \u0421\u0420", 5);
  ASSERT_TRUE(later);
  EXPECT_FALSE(later->foreign);
  EXPECT_EQ(later->span, (Span{5, 19}));
  EXPECT_EQ(dump("12/\u041C\u0412\u0414 "), "none");  // Russian, not Latin in disguise
}

TEST(Identifier, BlankNumber) {
  EXPECT_EQ(dump("/UBND-VX", 0, true), "state  UBND-VX {/}UBND{-}VX | /UBND-VX");
  EXPECT_EQ(dump("/2026/QĐ-UBND", 0, true), "state @2026 QĐ-UBND {/}QĐ{-}UBND | /2026/QĐ-UBND");
  EXPECT_EQ(dump("/UBND-VX"), "none");
}

TEST(Identifier, NotOne) {
  for (char const* text : {"", "01/10/2020", "24/7", "2022-2023", "12", "12/", "1/2", "100 km/h", "12/năm", "5 ngày", "12-MP",
                           "1234567/QĐ-UBND", "\xff/\xfe", "12/Huyện đoàn"})
    EXPECT_EQ(dump(text), "none") << text;
}

TEST(Identifier, StartsWhereAsked) { EXPECT_EQ(dump("số 15/CT-TTg", 5), "state 15 CT-TTg {/}CT{-}TTg | 15/CT-TTg"); }

}  // namespace
}  // namespace vanthu::grammar
