// Edits as a unified diff.
#include "report/patch.hpp"

#include <gtest/gtest.h>

namespace vanthu::report {
namespace {

// Each `from` of the file becomes `to`.
std::string diff(std::string const& before, std::vector<std::pair<std::string, std::string>> const& changes,
                 std::string_view name = "a.txt") {
  std::vector<SourceEdit> edits;
  std::size_t at = 0;
  for (auto const& [from, to] : changes) {
    at = before.find(from, at);
    edits.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + from.size())}, to});
    at += from.size();
  }
  return patch(name, before, edits);
}

TEST(Patch, NothingChanges) { EXPECT_EQ(diff("a\n", {}), ""); }

TEST(Patch, OneLine) {
  EXPECT_EQ(diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", {{"5", "five"}}), R"(--- a.txt
+++ a.txt
@@ -2,7 +2,7 @@
 2
 3
 4
-5
+five
 6
 7
 8
)");
}

TEST(Patch, LinesThatAreJoinedOrAdded) {
  EXPECT_EQ(diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n", {{"1\n2", "12"}, {"12", "12\n13"}}), R"(--- a.txt
+++ a.txt
@@ -1,5 +1,4 @@
-1
-2
+12
 3
 4
 5
@@ -9,4 +8,5 @@
 9
 10
 11
-12
+12
+13
)");
}

TEST(Patch, ChangesNearEachOtherAreOneHunk) {
  auto const near = diff("a\n1\n2\n3\n4\n5\n6\nb\n", {{"a", "A"}, {"b", "B"}});
  EXPECT_EQ(near.find("@@ -1,8 +1,8 @@"), 20U);
  auto const far = diff("a\n1\n2\n3\n4\n5\n6\n7\nb\n", {{"a", "A"}, {"b", "B"}});
  EXPECT_NE(far.find("@@ -1,4 +1,4 @@"), std::string::npos);
  EXPECT_NE(far.find("@@ -6,4 +6,4 @@"), std::string::npos);
}

TEST(Patch, NoLineEndAtTheEnd) {
  EXPECT_EQ(diff("a\nb", {{"a", "A"}}), "--- a.txt\n+++ a.txt\n@@ -1,2 +1,2 @@\n-a\n+A\n b\n\\ No newline at end of file\n");
  EXPECT_EQ(diff("b", {{"b", "B"}}),
            "--- a.txt\n+++ a.txt\n@@ -1,1 +1,1 @@\n-b\n\\ No newline at end of file\n+B\n\\ No newline at end of file\n");
}

TEST(Patch, Names) {
  EXPECT_TRUE(diff("b\n", {{"b", "B"}}, "đ/a b.md").starts_with("--- đ/a b.md\t\n+++ đ/a b.md\t\n"));
  EXPECT_TRUE(diff("b\n", {{"b", "B"}}, "a\n\"b\\").starts_with("--- \"a\\012\\\"b\\\\\"\n"));
}

}  // namespace
}  // namespace vanthu::report
