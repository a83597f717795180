// Inputs by the batch: each once, in order, whatever the number of threads; few at once at both ends.
#include "cli/batches.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <string>

namespace vanthu::cli {
namespace {

Options listing(std::size_t count) {
  Options out;
  out.listed.emplace();
  for (std::size_t i = 0; i < count; ++i) out.listed->push_back("không có/" + std::to_string(i) + ".txt");
  return out;
}

TEST(Batches, EachInputOnceInOrder) {
  for (auto const count : {0U, 1U, 3U, 50U, 2000U}) {
    auto const options = listing(count);
    for (auto const jobs : {1U, 2U, 5U}) {
      for (bool const one_by_one : {true, false}) {
        Inputs inputs(options);
        Batches batches(inputs, jobs, one_by_one);
        std::vector<std::string> paths;
        for (auto batch = batches.next(); !batch.empty(); batch = batches.next()) {
          EXPECT_LE(batch.size(), one_by_one ? 1U : 100U);
          for (auto const& input : batch) paths.push_back(input.path);
        }
        EXPECT_EQ(paths, *options.listed) << jobs;
        EXPECT_FALSE(batches.left());
      }
    }
  }
}

std::vector<std::size_t> sizes_of(std::size_t inputs, unsigned jobs) {
  auto const options = listing(inputs);
  Inputs all(options);
  Batches batches(all, jobs, false);
  std::vector<std::size_t> sizes;
  for (auto batch = batches.next(); !batch.empty(); batch = batches.next()) sizes.push_back(batch.size());
  return sizes;
}

TEST(Batches, FewAtTheBeginningAndWhereThreadsEnd) {
  for (auto const jobs : {2U, 5U}) {
    auto const sizes = sizes_of(2000, jobs);
    auto const largest = std::max_element(sizes.begin(), sizes.end());
    EXPECT_GT(*largest, 2 * sizes.front());
    EXPECT_LT(*largest, 100U);
    EXPECT_EQ(std::vector<std::size_t>(sizes.begin(), sizes.begin() + 2), (std::vector<std::size_t>{16, 16}));
    EXPECT_TRUE(std::is_sorted(sizes.begin(), largest));
    EXPECT_TRUE(std::is_sorted(sizes.rbegin(), std::make_reverse_iterator(largest)));
    EXPECT_EQ(sizes.rbegin()[1], 16U);
    EXPECT_LE(sizes.back(), 16U);
  }
}

TEST(Batches, OfFewInputsEachThreadGetsSome) {
  EXPECT_EQ(sizes_of(10, 2), (std::vector<std::size_t>{3, 2, 2, 1, 1, 1}));
  EXPECT_EQ(sizes_of(3, 5), (std::vector<std::size_t>{1, 1, 1}));
  EXPECT_EQ(sizes_of(10, 1), (std::vector<std::size_t>{10}));
}

TEST(Batches, LargeInputsComeOneByOne) {
  auto const options = listing(2000);
  Inputs inputs(options);
  Batches batches(inputs, 1, false);
  auto const give = [&](std::size_t count) {
    std::size_t size = 0;
    for (std::size_t given = 0; given < count; given += size) size = batches.next().size();
    return size;
  };
  EXPECT_GT(give(500), 20U);
  batches.weigh(500, 500 * most_bytes_together / 4);
  EXPECT_EQ(give(1), 4U);
  batches.weigh(1, 2000 * most_bytes_together);
  EXPECT_EQ(give(1), 1U);
}

TEST(Batches, WhatWasNotGivenIsLeft) {
  auto const options = listing(300);
  Inputs inputs(options);
  Batches batches(inputs, 2, false);
  std::size_t count = 0;
  for (int i = 0; i < 12; ++i) count += batches.next().size();
  for (auto input = batches.left(); input; input = batches.left()) EXPECT_EQ(input->path, options.listed->at(count++));
  EXPECT_EQ(count, 300U);
}

}  // namespace
}  // namespace vanthu::cli
