// Rounds of edits told as one, against the same rounds made one after the other.
#include "fix/edits.hpp"

#include <gtest/gtest.h>

#include <random>

namespace vanthu {
namespace {

TEST(Edits, Applied) {
  EXPECT_EQ(applied("abcdef", {}), "abcdef");
  EXPECT_EQ(applied("abcdef", {{{0, 0}, "x"}, {{1, 2}, ""}, {{3, 4}, "DD"}, {{6, 6}, "!"}}), "xacDDef!");
}

TEST(Edits, OneRound) {
  EditLog log(6);
  EXPECT_TRUE(log.edits().empty());
  std::vector<SourceEdit> const edits = {{{1, 1}, "xy"}, {{2, 4}, "Z"}};
  log.add(edits);  // a xy b Z ef
  EXPECT_EQ(log.edits(), edits);
  std::vector<std::uint32_t> places;
  for (std::uint32_t at = 0; at <= 7; ++at) places.push_back(log.original_of(at));
  EXPECT_EQ(places, (std::vector<std::uint32_t>{0, 1, 1, 1, 2, 4, 5, 6}));
}

TEST(Edits, ARoundOnTopOfAnother) {
  EditLog log(6);
  log.add({{{2, 4}, "XYZ"}});               // ab XYZ ef
  log.add({{{1, 3}, "-"}, {{7, 7}, "!"}});  // a - YZ ef !
  EXPECT_EQ(log.edits(), (std::vector<SourceEdit>{{{1, 4}, "-YZ"}, {{6, 6}, "!"}}));
}

TEST(Edits, AnyRounds) {
  std::mt19937 random(7);
  auto const below = [&](std::size_t n) { return static_cast<std::uint32_t>(random() % n); };
  for (auto run = 0; run < 2000; ++run) {
    std::string const first = std::string("abcdefghijklmnop").substr(0, below(17));
    auto now = first;
    EditLog log(static_cast<std::uint32_t>(first.size()));
    for (auto round = 0; round < 4; ++round) {
      std::vector<SourceEdit> edits;
      for (std::uint32_t at = 0; at <= now.size(); at += 1 + below(4)) {
        auto const end = std::min(static_cast<std::uint32_t>(now.size()), at + below(4));
        edits.push_back({{at, end}, std::string(below(3), static_cast<char>('0' + round))});
        at = end;
      }
      now = applied(now, edits);
      log.add(edits);
      ASSERT_EQ(applied(first, log.edits()), now) << "run " << run;
      for (std::uint32_t i = 0; i < now.size(); ++i) {
        auto const original = log.original_of(i);
        ASSERT_LE(original, first.size());
        if (now[i] >= 'a') {
          ASSERT_EQ(now[i], first[original]) << "run " << run;
        }
      }
    }
  }
}

}  // namespace
}  // namespace vanthu
