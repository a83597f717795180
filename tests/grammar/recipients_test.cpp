// Items, archive line, closing mark: input and short dump, one line a case.
#include "grammar/recipients.hpp"

#include <gtest/gtest.h>

#include <string>

namespace vanthu::grammar {
namespace {

struct Case {
  char const* line;
  char const* expected;
};

std::string item(std::string_view line) {
  auto const i = match_item(line);
  return (i.bullet ? "- " : "") + std::string(slice(line, i.text)) + "|" + std::string(slice(line, i.end_mark));
}

TEST(Recipients, Items) {
  Case const cases[] = {
      {"- Như trên;", "- Như trên|;"},
      {"- Báo Lai Châu.", "- Báo Lai Châu|."},
      {"Sở Nội vụ", "Sở Nội vụ|"},
      {"-Sở Nội vụ ;", "- Sở Nội vụ|;"},
      {"", "|"},
  };
  for (auto const& c : cases) EXPECT_EQ(item(c.line), c.expected) << c.line;
}

std::string archive(std::string_view line) {
  auto const a = match_archive_line(line);
  if (!a) return "none";
  std::string out = std::string(slice(line, a->span)) + (a->colon ? " :" : " ");
  for (auto const code : a->codes) out += " [" + std::string(slice(line, code)) + "]";
  return out + std::string(slice(line, a->end_mark));
}

TEST(Recipients, ArchiveLine) {
  Case const cases[] = {
      {"- Lưu: VT, VX4.", "Lưu: VT, VX4. : [VT] [VX4]."},
      {"- Lưu: VT, KGVX (NTH).", "Lưu: VT, KGVX (NTH). : [VT] [KGVX (NTH)]."},
      {"- Lưu: VT.", "Lưu: VT. : [VT]."},
      {"- Lưu VT, VX", "Lưu VT, VX  [VT] [VX]"},
      {"- Lưu: VT, P.KTTH;", "Lưu: VT, P.KTTH; : [VT] [P.KTTH];"},
      {"- Lưu: VT, KTTH. Nguyễn Văn A", "Lưu: VT, KTTH. : [VT] [KTTH]."},
      {"- Lưu:", "Lưu: :"},
      {"- Lưu ý các đơn vị", "none"},
      {"- Như trên;", "none"},
  };
  for (auto const& c : cases) EXPECT_EQ(archive(c.line), c.expected) << c.line;
}

std::string closing(std::string_view line) {
  auto const m = match_closing_mark(line);
  return m ? std::string(slice(line, *m)) : "none";
}

TEST(Recipients, ClosingMark) {
  Case const cases[] = {
      {"thực hiện./.", "./."}, {"thực hiện/.", "/."},    {"thực hiện./", "./"}, {"thực hiện /.../", "/.../"},
      {"thực hiện.", "none"},  {"thực hiện...", "none"}, {"", "none"},
  };
  for (auto const& c : cases) EXPECT_EQ(closing(c.line), c.expected) << c.line;
}

}  // namespace
}  // namespace vanthu::grammar
