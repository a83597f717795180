// Files written anew: whole or not at all, and not over what somebody else wrote meanwhile.
#include "cli/rewrite.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace vanthu::cli {
namespace {

namespace fs = std::filesystem;

class Rewrite : public testing::Test {
 protected:
  Rewrite() : folder(fs::path(testing::TempDir()) / testing::UnitTest::GetInstance()->current_test_info()->name()) {
    fs::remove_all(folder);
    fs::create_directories(folder);
  }
  ~Rewrite() override { fs::remove_all(folder); }

  std::string put(std::string_view name, std::string_view bytes) {
    auto const path = (folder / name).string();
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  static std::string get(std::string const& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  // Nothing is left beside.
  std::ptrdiff_t files() const { return std::distance(fs::directory_iterator(folder), {}); }

  fs::path folder;
};

TEST_F(Rewrite, KeepsTheMode) {
  auto const path = put("a.txt", "trước");
  fs::permissions(path, static_cast<fs::perms>(0604));
  EXPECT_EQ(rewrite(path, "sau", *look_at(path), Language::en), std::nullopt);
  EXPECT_EQ(get(path), "sau");
  EXPECT_EQ(fs::status(path).permissions(), static_cast<fs::perms>(0604));
  EXPECT_EQ(files(), 1);
}

TEST_F(Rewrite, WhatSomebodyElseWroteStays) {
  auto const path = put("a.txt", "trước");
  auto const seen = *look_at(path);
  put("a.txt", "của người khác");
  EXPECT_EQ(rewrite(path, "sau", seen, Language::en), changed_meanwhile(Language::en));
  fs::remove(path);
  EXPECT_EQ(rewrite(path, "sau", seen, Language::en).has_value(), true);
  EXPECT_EQ(files(), 0);
}

TEST_F(Rewrite, LinksAreFollowed) {
  auto const path = put("a.txt", "trước");
  auto const link = (folder / "b.txt").string();
  fs::create_symlink("a.txt", link);
  EXPECT_EQ(rewrite(link, "sau", *look_at(link), Language::en), std::nullopt);
  EXPECT_TRUE(fs::is_symlink(link));
  EXPECT_EQ(get(path), "sau");
}

TEST_F(Rewrite, ReadOnlyFilesStay) {
  auto const path = put("a.txt", "trước");
  fs::permissions(path, static_cast<fs::perms>(0444));
  EXPECT_EQ(rewrite(path, "sau", *look_at(path), Language::en), "read-only, left alone");
  EXPECT_EQ(get(path), "trước");
}

TEST_F(Rewrite, Output) {
  auto const path = (folder / "a.txt").string();
  EXPECT_EQ(write_output(path, "một", Language::en), std::nullopt);
  EXPECT_EQ(write_output(path, "hai", Language::en), std::nullopt);
  EXPECT_EQ(get(path), "hai");
  EXPECT_NE(write_output(folder.string(), "x", Language::en), std::nullopt);
  EXPECT_NE(write_output((folder / "no" / "a.txt").string(), "x", Language::en), std::nullopt);
  EXPECT_EQ(write_output("/dev/null", "x", Language::en), std::nullopt);
  EXPECT_EQ(files(), 1);
}

}  // namespace
}  // namespace vanthu::cli
