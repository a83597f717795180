// The register that ships: made anew from data/*.csv it has the same bytes, and what it says of well-known documents is right.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "registry/build.hpp"
#include "registry/builtin.hpp"
#include "registry/open.hpp"
#include "support/registry.hpp"

namespace vanthu::registry {
namespace {

std::string data(std::string_view name) {
  std::ostringstream text;
  text << std::ifstream(std::string(VANTHU_SOURCES) + "/data/" + std::string(name), std::ios::binary).rdbuf();
  return text.str();
}

Content content() {
  return {std::get<std::vector<RegisteredDocument>>(document_rows(data("documents.csv"))),
          std::get<std::vector<AmendmentRow>>(amendment_rows(data("amendments.csv"))),
          std::get<std::vector<RegisteredBody>>(body_rows(data("bodies.csv")))};
}

TEST(Shipped, MadeAnewItHasTheSameBytes) {
  auto const built = build(content());
  EXPECT_TRUE(std::get<std::string>(built) == builtin());
  EXPECT_FALSE(fault_of(builtin()));
}

TEST(Shipped, WellKnownDocuments) {
  auto const* registry = test::shipped_registry();
  auto const one = registry->by_number("34/2016/NĐ-CP");
  ASSERT_EQ(one.size(), 1u);
  EXPECT_EQ(one[0].issued, (Date{2016, 5, 14}));
  EXPECT_EQ(one[0].expired, (Date{2025, 4, 1}));
  EXPECT_EQ(one[0].replaced_by, "Nghị định 78/2025/NĐ-CP");
  EXPECT_EQ(registry->by_number("12-CT/TW").size(), 2u);  // one each term
  EXPECT_EQ(registry->by_law_name("Lưu trữ").size(), 2u);
  ASSERT_EQ(registry->bodies("Bộ Giao thông vận tải").size(), 1u);
  EXPECT_EQ(registry->bodies("Bộ Giao thông vận tải")[0].until, (Date{2025, 2, 28}));
}

// No row says what cannot be: each was judged when data/ was made, and the build refuses others.
TEST(Shipped, DaysAreInOrder) {
  auto const all = content();
  EXPECT_GT(all.documents.size(), 10'000u);
  for (auto const& d : all.documents) {
    EXPECT_FALSE(d.type.empty() || d.number.empty());
    EXPECT_TRUE(is_valid(d.issued)) << d.number;
    EXPECT_TRUE(d.confidence != Confidence::high || d.issued.complete()) << d.number;
  }
}

}  // namespace
}  // namespace vanthu::registry
