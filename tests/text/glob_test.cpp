// Patterns for paths.
#include "text/glob.hpp"

#include <gtest/gtest.h>

#include "text/unicode.hpp"

namespace vanthu {
namespace {

struct Case {
  std::string_view glob, path;
  bool fits, covers;
};

constexpr Case cases[] = {
    {"a.md", "a.md", true, true},
    {"a.md", "x/a.md", false, true},
    {"*.md", "x/y/a.md", false, true},
    {"*.md", "a.txt", false, false},
    {"x/*.md", "x/a.md", true, true},
    {"x/*.md", "y/x/a.md", false, false},
    {"x/*.md", "x/y/a.md", false, false},
    {"x/**/*.md", "x/a.md", true, true},
    {"x/**/*.md", "x/y/z/a.md", true, true},
    {"x/**", "x/y/z", true, true},
    {"x/**", "x", false, false},
    {"**/nháp", "a/b/nháp", true, true},
    {"**/nháp", "nháp/a.md", false, true},
    {"**", "a/b", true, true},
    {"nháp", "a/nháp/b.md", false, true},
    {"nháp/", "a/nháp/b.md", false, true},
    {"./nháp", "a/nháp/b.md", false, false},
    {"./nháp", "nháp/b.md", false, true},
    {"nháp", "nháp2/b.md", false, false},
    {"?.md", "ế.md", true, true},
    {"??.md", "ế.md", false, false},
    {"[a-cế].md", "ế.md", true, true},
    {"[!a-c].md", "b.md", false, false},
    {"[!a-c].md", "d.md", true, true},
    {"[]x].md", "].md", true, true},
    {"[a-].md", "-.md", true, true},
    {"[a", "[a", true, true},
    {R"(\*.md)", "*.md", true, true},
    {R"(\*.md)", "a.md", false, false},
    {"*a*b*c", "xaybzc", true, true},
    {"*a*b*c", "xaybz", false, false},
    {"a*", "a/b", false, true},
    {"", "a", false, false},
    {"/", "a", false, false},
    {"a", "", false, false},
    {"a/b", "./a/b/c", false, true},
    {"*",
     "a\xff"
     "b",
     true, true},
    {"văn bản/*.md", "văn bản/tờ trình.md", true, true},
};

TEST(Glob, FitsWholePathsAndCoversWhatStandsInFolders) {
  for (auto const& c : cases) {
    EXPECT_EQ(glob_fits(c.glob, c.path), c.fits) << c.glob << " on " << c.path;
    EXPECT_EQ(glob_covers(c.glob, c.path), c.covers) << c.glob << " over " << c.path;
  }
}

TEST(Glob, ManyStarsStayCheap) {
  std::string const glob = [] {
    std::string out;
    for (auto i = 0; i < 2000; ++i) out += "*a";
    return out + "b";
  }();
  EXPECT_FALSE(glob_fits(glob, std::string(20'000, 'a')));
  std::string folders, deep;
  for (auto i = 0; i < 500; ++i) folders += "**/a/", deep += "a/";
  EXPECT_FALSE(glob_fits(folders + "b", deep));
}

TEST(Glob, SaysWhatIsWrongWithAPattern) {
  struct Wrong {
    std::string_view glob;
    GlobFault fault;
    std::uint32_t begin, end;
  };
  constexpr Wrong wrong[] = {
      {"", GlobFault::empty, 0, 0},
      {"./", GlobFault::empty, 0, 2},
      {"/tmp/x", GlobFault::absolute, 0, 1},
      {"../x", GlobFault::upward, 0, 2},
      {"a/../x", GlobFault::upward, 2, 4},
      {"a/..", GlobFault::upward, 2, 4},
      {"a[bc", GlobFault::open_bracket, 1, 2},
      {"*.{md,txt}", GlobFault::braces, 2, 3},
      {"a\\", GlobFault::lone_backslash, 1, 2},
  };
  for (auto const& w : wrong) {
    auto const problem = glob_problem(w.glob);
    ASSERT_TRUE(problem) << w.glob;
    EXPECT_EQ(problem->fault, w.fault) << w.glob;
    EXPECT_EQ(problem->span, (Span{w.begin, w.end})) << w.glob;
  }
  for (auto const* fine : {"a", "**/*.md", "[[]x", "[a]b", "..a/b..", R"(\[a)", R"(\{a)", "văn bản/"})
    EXPECT_FALSE(glob_problem(fine)) << fine;
}

TEST(Glob, BothFormsOfVietnameseLettersMeetInNfc) {
  std::string const decomposed = "va\xcc\x86n ba\xcc\x89n/to\xcc\x9b\xcc\x80.md";
  EXPECT_EQ(to_nfc(decomposed), "văn bản/tờ.md");
  EXPECT_TRUE(glob_fits("văn bản/*.md", to_nfc(decomposed)));
  EXPECT_EQ(to_nfc("a\xff"), "a\xff");
}

}  // namespace
}  // namespace vanthu
