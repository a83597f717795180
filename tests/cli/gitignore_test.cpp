// .gitignore: a table of patterns and paths; every line of it was judged by git itself (git check-ignore --no-index).
#include "cli/gitignore.hpp"

#include <gtest/gtest.h>

namespace vanthu::cli {
namespace {

struct Case {
  std::string_view file;  // the whole .gitignore
  std::string_view path;  // "/" behind: a folder
  char git;               // i ignored, k kept by a "!", - no pattern fits
};

constexpr Case cases[] = {
    // Names at any depth
    {"a.md", "a.md", 'i'},
    {"a.md", "x/y/a.md", 'i'},
    {"a.md", "xa.md", '-'},
    {"*.md", "x/a.md", 'i'},
    {"*.md", "a.txt", '-'},
    {"*", "a/b", 'i'},
    {"**", "a/b", 'i'},
    {"n*p.md", "nháp.md", 'i'},
    {"*a*b*c", "xaybzc", 'i'},
    {"*a*b*c", "xaybz", '-'},
    {"nháp", "văn bản/nháp", 'i'},
    {"?.md", "a.md", 'i'},
    {"?.md", "ế.md", '-'},  // git compares bytes
    {"???.md", "ế.md", 'i'},
    // Folders
    {"nhap/", "nhap/", 'i'},
    {"nhap/", "x/nhap/", 'i'},
    {"nhap/", "nhap", '-'},
    {"nhap//", "nhap/", '-'},
    {"/", "a", '-'},
    {"//", "a", '-'},
    // Paths from the folder of the file
    {"/a.md", "a.md", 'i'},
    {"/a.md", "x/a.md", '-'},
    {"x/a.md", "x/a.md", 'i'},
    {"x/a.md", "y/x/a.md", '-'},
    {"x/*.md", "x/a.md", 'i'},
    {"x/*.md", "x/y/a.md", '-'},
    {"x/*", "x/y/", 'i'},
    {"/*", "a", 'i'},
    {"/*.md", "a/b.md", '-'},
    {"x?y", "x/y", '-'},
    {"/x?y", "x/y", '-'},
    {"/x[/]y", "x/y", '-'},
    {"/x[!a]y", "x/y", '-'},
    {"/x[a/b]y", "xay", 'i'},
    // Any folders
    {"**/a.md", "a.md", 'i'},
    {"**/a.md", "x/y/a.md", 'i'},
    {"**/x/a.md", "y/x/a.md", 'i'},
    {"**/x/a.md", "yx/a.md", '-'},
    {"x/**", "x/a.md", 'i'},
    {"x/**", "x/y/a.md", 'i'},
    {"x/**", "x/", '-'},
    {"x/**", "y/x/a.md", '-'},
    {"x/**/a.md", "x/a.md", 'i'},
    {"x/**/a.md", "x/y/z/a.md", 'i'},
    {"x/**/a.md", "xa.md", '-'},
    {"x/**/y/*.md", "x/1/y/2/y/a.md", 'i'},
    {"x/**/y/*.md", "x/1/y/2/a.md", '-'},
    {"x**y", "x1y", 'i'},
    {"/x**y", "x/y", '-'},
    {"/x**/y", "x1/y", 'i'},
    {"/x**/y", "x/1/y", 'i'},  // git cuts off what stands before the first sign, so that "**" begins a name
    {"/x**/y", "xy", 'i'},
    {"/x**", "x1/y", 'i'},
    {"/x?**/y", "x1/2/y", '-'},
    {"**/**/a", "x/a", 'i'},
    {"/***/a", "x/y/a", 'i'},
    {"**/", "x/", 'i'},
    {"**/", "x", '-'},
    // The last pattern that fits decides
    {"*.md\n!a.md", "a.md", 'k'},
    {"*.md\n!a.md", "b.md", 'i'},
    {"!a.md\n*.md", "a.md", 'i'},
    {"*.md\n!/x/*.md", "x/a.md", 'k'},
    {"!a.md", "a.md", 'k'},
    {"!", "a", '-'},
    // Sets
    {"[ab].md", "b.md", 'i'},
    {"[a-c].md", "b.md", 'i'},
    {"[a-c].md", "d.md", '-'},
    {"[!a-c].md", "d.md", 'i'},
    {"[^a-c].md", "b.md", '-'},
    {"[]x].md", "].md", 'i'},
    {"[!]x].md", "].md", '-'},
    {"[a-].md", "-.md", 'i'},
    {"[-a].md", "-.md", 'i'},
    {"[a-c-e].md", "d.md", '-'},
    {"[a-c-e].md", "-.md", 'i'},
    {"[\\]].md", "].md", 'i'},
    {"[\\a-c].md", "b.md", 'i'},
    {"[a-\\c].md", "b.md", 'i'},
    {"[[:digit:]].md", "7.md", 'i'},
    {"[![:alpha:]].md", "7.md", 'i'},
    {"[[:upper:]x].md", "x.md", 'i'},
    {"[[:upper:]].md", "x.md", '-'},
    {"[[:nonsense:]].md", "n.md", '-'},
    {"[[:digit].md", "d.md", 'i'},
    {"[[:digit].md", "7.md", '-'},
    {"[a.md", "[a.md", '-'},
    {"[a.md", "a.md", '-'},
    {"a[]", "a[]", '-'},
    // Escapes, blanks, comments, line ends
    {"\\*.md", "*.md", 'i'},
    {"\\*.md", "a.md", '-'},
    {"\\#a", "#a", 'i'},
    {"#a", "#a", '-'},
    {"\\!a", "!a", 'i'},
    {" #a", " #a", 'i'},
    {"a.md  ", "a.md", 'i'},
    {"a.md\\ ", "a.md ", 'i'},
    {"a.md\\  ", "a.md ", 'i'},
    {"a b.md", "a b.md", 'i'},
    {"a.md\t", "a.md", '-'},
    {"a.md\r\nb.md\r\n", "a.md", 'i'},
    {"a.md\r\nb.md\r\n", "b.md", 'i'},
    {"\xEF\xBB\xBF"
     "a.md",
     "a.md", 'i'},
    {"\n\n  \na.md\n", "a.md", 'i'},
    {"a\\", "a", '-'},
    {"a\\", "a\\", '-'},
    {"\\a.md", "a.md", 'i'},
    {"A.md", "a.md", '-'},
};

TEST(Gitignore, JudgesAsGitDoes) {
  for (auto const& c : cases) {
    bool const folder = c.path.ends_with('/');
    auto const judged = ignored(parse_gitignore(c.file), folder ? c.path.substr(0, c.path.size() - 1) : c.path, folder);
    auto const shown = !judged ? '-' : *judged ? 'i' : 'k';
    EXPECT_EQ(shown, c.git) << "\"" << c.file << "\" on " << c.path;
  }
}

TEST(Gitignore, ManyStarsStayCheap) {
  std::string stars, folders, deep;
  for (auto i = 0; i < 500; ++i) stars += "*a", folders += "**/a/", deep += "a/";
  EXPECT_FALSE(ignored(parse_gitignore(stars + "b"), std::string(20'000, 'a'), false));
  EXPECT_FALSE(ignored(parse_gitignore(folders + "b"), deep + "c", false));
}

}  // namespace
}  // namespace vanthu::cli
