// Signature lines: input and short dump, one line a case.
#include "grammar/signature.hpp"

#include <gtest/gtest.h>

#include <string>

namespace vanthu::grammar {
namespace {

struct Case {
  char const* line;
  char const* expected;
};

std::string authority(std::string_view line) {
  auto const a = match_authority(line);
  if (!a) return "none";
  return std::string(slice(line, a->prefix)) + (a->dot ? "." : "") + (a->space ? "_" : "") + "|" + std::string(slice(line, a->position));
}

TEST(Signature, Authority) {
  Case const cases[] = {
      {"KT. CHỦ TỊCH", "KT._|CHỦ TỊCH"},
      {"TM. ỦY BAN NHÂN DÂN", "TM._|ỦY BAN NHÂN DÂN"},
      {"TUQ. BỘ TRƯỞNG", "TUQ._|BỘ TRƯỞNG"},
      {"Q. GIÁM ĐỐC", "Q._|GIÁM ĐỐC"},
      {"KT CHỦ TỊCH", "KT_|CHỦ TỊCH"},
      {"KT.CHỦ TỊCH", "KT.|CHỦ TỊCH"},
      {"KT, GIÁM ĐỐC", "KT_|GIÁM ĐỐC"},
      {"T/M ỦY BAN NHÂN DÂN", "T/M_|ỦY BAN NHÂN DÂN"},
      {"K/T GIÁM ĐỐC", "K/T_|GIÁM ĐỐC"},
      {"KT. Thủ trưởng", "KT._|Thủ trưởng"},
      {"CHỦ TỊCH", "none"},
      {"KTX sinh viên", "none"},
      {"KT. ", "none"},
      {"", "none"},
  };
  for (auto const& c : cases) EXPECT_EQ(authority(c.line), c.expected) << c.line;
}

TEST(Signature, Honorific) {
  Case const cases[] = {
      {"PGS.TS. Nguyễn Văn A", "PGS.TS."}, {"TS Nguyễn Văn A", "TS"}, {"ThS. Trần Thị B", "ThS."},
      {"Đại tá Lê Văn C", "Đại tá"},       {"Nguyễn Văn A", ""},      {"Tsering", ""},
  };
  for (auto const& c : cases) EXPECT_EQ(slice(c.line, match_honorific(c.line)), c.expected) << c.line;
}

TEST(Signature, DrafterMark) {
  for (char const* line : {"PL.(300)", "NVA. (12)", "ĐTH(5)"}) EXPECT_TRUE(is_drafter_mark(line)) << line;
  for (char const* line : {"PL.", "(300)", "Lưu: VT (2)", ""}) EXPECT_FALSE(is_drafter_mark(line)) << line;
}

}  // namespace
}  // namespace vanthu::grammar
