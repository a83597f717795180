// The least that must be replaced: input, short dump.
#include "fix/hunks.hpp"

#include <gtest/gtest.h>

namespace vanthu {
namespace {

// "a[old>new]b"
std::string dump(std::string_view old, std::string_view with) {
  std::string out;
  std::size_t at = 0;
  for (auto const& hunk : find_hunks(old, with)) {
    out += old.substr(at, hunk.old.begin - at);
    out += "[" + std::string(slice(old, hunk.old)) + ">" + hunk.with + "]";
    at = hunk.old.end;
  }
  return out + std::string(old.substr(at));
}

TEST(Hunks, TheLeastThatDiffers) {
  struct {
    std::string_view old, with, expected;
  } const table[] = {
      {"", "", ""},
      {"a", "a", "a"},
      {"", "x", "[>x]"},
      {"x", "", "[x>]"},
      {"sử lý", "xử lý", "[s>x]ử lý"},
      {"chia sẽ", "chia sẻ", "chia s[ẽ>ẻ]"},
      {"Độc lập-Tự do-Hạnh phúc", "Độc lập - Tự do - Hạnh phúc", "Độc lập[> ]-[> ]Tự do[> ]-[> ]Hạnh phúc"},
      {"Độc lập – Tự do – Hạnh phúc", "Độc lập - Tự do - Hạnh phúc", "Độc lập [–>-] Tự do [–>-] Hạnh phúc"},
      {"BGDĐT", "TT-BGDĐT", "[>TT-]BGDĐT"},
      {"kinh tế xã hội", "kinh tế - xã hội", "kinh tế [>- ]xã hội"},
      {"12CT/TW", "12-CT/TW", "12[>-]CT/TW"},
      {"aa", "aaa", "aa[>a]"},
      // A mark that combines with the letter before it is never parted from it.
      {"x̂y", "xy", "[x̂>x]y"},
      {"x", "x̂", "[x>x̂]"},
  };
  for (auto const& [old, with, expected] : table) EXPECT_EQ(dump(old, with), expected) << old << " → " << with;
}

TEST(Hunks, LongTextsThatDifferAllOverAreOne) {
  std::string const a(2000, 'a'), b(2000, 'b');
  auto const hunks = find_hunks("x" + a + "y", "x" + b + "y");
  ASSERT_EQ(hunks.size(), 1U);
  EXPECT_EQ(hunks[0].old, (Span{1, 2001}));
  EXPECT_EQ(hunks[0].with, b);
}

}  // namespace
}  // namespace vanthu
