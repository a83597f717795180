#include "registry/answers.hpp"

#include <gtest/gtest.h>

#include <string>

namespace vanthu::registry {
namespace {

// Rows of one key: `count` times the number of the question.
struct Asked {
  Answers<int> answers;
  int questions = 0;

  std::vector<int> rows(std::string const& key, std::size_t count = 1) {
    return answers.of(key, [&] { return std::vector<int>(count, ++questions); });
  }
};

TEST(Answers, AskOnceForEachKey) {
  Asked asked;
  EXPECT_EQ(asked.rows("30/2020/NĐ-CP"), std::vector{1});
  EXPECT_EQ(asked.rows("34/2016/NĐ-CP"), std::vector{2});
  EXPECT_EQ(asked.rows("30/2020/NĐ-CP"), std::vector{1});
  EXPECT_EQ(asked.rows("số không có", 0), std::vector<int>{});
  EXPECT_EQ(asked.rows("số không có", 0), std::vector<int>{});
  EXPECT_EQ(asked.questions, 3);
}

TEST(Answers, WhatIsTooMuchIsForgottenAndAskedAnew) {
  Asked asked;
  asked.rows("a");
  asked.rows("many", 100'000);
  EXPECT_EQ(asked.rows("many", 100'000).size(), 100'000U);
  EXPECT_EQ(asked.rows("a"), std::vector{3});

  Asked long_keys;
  for (int i = 0; i < 10; ++i) long_keys.rows(std::to_string(i) + std::string(1'000'000, 'x'));
  EXPECT_EQ(long_keys.rows("0" + std::string(1'000'000, 'x')), std::vector{11});
}

}  // namespace
}  // namespace vanthu::registry
