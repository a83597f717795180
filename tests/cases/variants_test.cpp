#include "cases/variants.hpp"

#include <gtest/gtest.h>

#include "support/document.hpp"

namespace vanthu::test {
namespace {

TEST(Variants, DecomposedLettersAreInCanonicalOrder) {
  EXPECT_EQ(stored_as(Variant::nfd, "ậ"), "a\u0323\u0302");
  EXPECT_EQ(stored_as(Variant::nfd, "ợ"), "o\u031B\u0323");
  EXPECT_EQ(stored_as(Variant::nfd, "Ế"), "E\u0302\u0301");
  EXPECT_EQ(stored_as(Variant::nfd, "ừ"), "u\u031B\u0300");
  EXPECT_EQ(stored_as(Variant::nfd, "đ12"), "đ12");
}

TEST(Variants, TheReaderMakesOneTextOfAll) {
  std::string const text = "Thông tư số 11/2022/TT-BGDĐT\nngày 26/7/2022.\n\nỦy ban nhân dân: Đặng Thị Ngọc Ẩn\n";
  auto const want = document(text).text;
  for (auto const variant : variants) EXPECT_EQ(document(stored_as(variant, text)).text, want) << to_string(variant);
}

}  // namespace
}  // namespace vanthu::test
