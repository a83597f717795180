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
  out += m->number + (m->year.empty() ? "" : "@" + m->year) + " " + m->symbol + " {" + m->separator + "}";
  for (std::size_t i = 0; i < m->groups.size(); ++i) out += m->groups[i] + (i < m->separators.size() ? "{" + m->separators[i] + "}" : "");
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
