// What counts as a new finding.
#include "fix/progress.hpp"

#include <gtest/gtest.h>

namespace vanthu {
namespace {

Diagnostic finding(std::string code, Span span, std::string message = "m", std::vector<Related> related = {}) {
  Diagnostic out;
  out.code = std::move(code);
  out.span = span;
  out.message = std::move(message);
  out.related = std::move(related);
  return out;
}

std::string told(std::optional<Setback> const& setback) {
  if (!setback) return "well";
  return (setback->why == Refusal::no_effect ? "stays" : "brings ") + setback->code;
}

// What stood behind byte 3 stands two bytes later.
std::vector<Edit> const edit = {{{2, 3}, "xxx"}};

TEST(Progress, TheFindingIsGone) {
  EXPECT_EQ(told(setback({finding("A", {2, 3})}, {}, edit, {0})), "well");
  EXPECT_EQ(told(setback({finding("A", {2, 3}), finding("B", {5, 6})}, {finding("B", {7, 8})}, edit, {0})), "well");
}

TEST(Progress, TheFindingStays) {
  EXPECT_EQ(told(setback({finding("A", {2, 3})}, {finding("A", {2, 5})}, edit, {0})), "stays");
  EXPECT_EQ(told(setback({finding("A", {2, 3})}, {finding("A", {9, 9})}, edit, {0})), "stays");  // says the same elsewhere
}

TEST(Progress, AnotherOneOfItsCodeIsTheSameOne) {
  auto const before = {finding("A", {2, 3}, "a"), finding("A", {8, 9}, "b")};
  EXPECT_EQ(told(setback(before, {finding("A", {10, 11}, "b")}, edit, {0})), "well");
  EXPECT_EQ(told(setback(before, {finding("A", {10, 11}, "c")}, edit, {0})), "well");  // at the same place
  EXPECT_EQ(told(setback(before, {finding("A", {0, 1}, "b")}, edit, {0})), "well");    // says the same
  EXPECT_EQ(told(setback(before, {finding("A", {0, 1}, "c")}, edit, {0})), "brings A");
}

TEST(Progress, EachStandsForOne) {
  auto const before = {finding("A", {2, 3}), finding("B", {8, 9})};
  EXPECT_EQ(told(setback(before, {finding("B", {10, 11}), finding("B", {10, 11})}, edit, {0})), "brings B");
}

TEST(Progress, ARelatedPlaceBecomesTheMarkedOne) {
  auto const before = {finding("A", {2, 3}), finding("B", {2, 3}, "two", {{{8, 9}, "here too"}})};
  EXPECT_EQ(told(setback(before, {finding("B", {10, 11}, "one")}, edit, {0})), "well");
}

TEST(Progress, AnotherCode) { EXPECT_EQ(told(setback({finding("A", {2, 3})}, {finding("C", {2, 5})}, edit, {0})), "brings C"); }

}  // namespace
}  // namespace vanthu
