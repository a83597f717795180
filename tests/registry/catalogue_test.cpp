// Databases in memory: what is built, found, layered and refused.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

#include "registry/build.hpp"
#include "registry/keys.hpp"
#include "registry/open.hpp"

namespace vanthu::registry {
namespace {

RegisteredDocument document(std::string type, std::string number, std::string title, Date issued) {
  RegisteredDocument out;
  out.type = std::move(type);
  out.number = std::move(number);
  out.title = std::move(title);
  out.issued = issued;
  out.confidence = Confidence::high;
  return out;
}

std::string bytes(std::vector<RegisteredDocument> documents) {
  return std::get<std::string>(
      build({std::move(documents), {{"30/2020/NĐ-CP", {"Nghị định 5/2024/NĐ-CP", {2024, 1, 5}, {2024, 3, 1}}}}, {}}));
}

std::vector<RegisteredDocument> some() {
  return {document("Nghị định", "30/2020/NĐ-CP", "Về công tác văn thư", {2020, 3, 5}),
          document("Nghị định", "110/2004/NĐ-CP", "Về công tác văn thư", {2004, 4, 8}),
          document("Luật", "33/2024/QH15", "Lưu trữ", {2024, 6, 21}),
          document("Thông tư", "1/2020/TT-BNV", "Thư viện và văn bản của cơ quan", {2020, 1, 2})};
}

std::string found(std::vector<RegisteredDocument> const& documents) {
  std::string out;
  for (auto const& d : documents) out += (out.empty() ? "" : " ") + d.number;
  return out;
}

TEST(Keys, OneWritingForAll) {
  for (auto const* number : {"05/2020/NĐ-CP", "5/2020/nđ-cp", "05 / 2020/NĐ–CP", "005/2020/N\xC3\x90-CP", "05/2020/NĐ‑CP"})
    EXPECT_EQ(number_key(number), "5/2020/NĐ-CP") << number;
  EXPECT_NE(number_key("12-CT/TW"), number_key("12/CT-TW"));
  EXPECT_EQ(words_key("  Đường bộ, (đường sắt) 2024"), "duong bo duong sat 2024");
  EXPECT_EQ(law_key("Đất đai năm 2013"), "dat dai");
  EXPECT_EQ(law_key("ĐẤT ĐAI"), "dat dai");
}

TEST(Build, TheSameContentGivesTheSameBytes) {
  auto turned = some();
  std::reverse(turned.begin(), turned.end());
  EXPECT_TRUE(bytes(some()) == bytes(turned));
  turned.pop_back();
  EXPECT_FALSE(bytes(some()) == bytes(turned));
}

TEST(Catalogue, NumbersAndNames) {
  auto const shipped = bytes(some());
  Catalogue const catalogue(shipped, {});
  auto const& registry = catalogue.registry();
  EXPECT_EQ(found(registry.by_number("030/2020/nđ-cp")), "30/2020/NĐ-CP");
  EXPECT_EQ(found(registry.by_number("31/2020/NĐ-CP")), "");
  EXPECT_EQ(found(registry.by_number("")), "");
  EXPECT_EQ(found(registry.by_law_name("lưu trữ")), "33/2024/QH15");
  EXPECT_EQ(found(registry.by_law_name("Về công tác văn thư")), "");  // no law
  ASSERT_EQ(registry.amendments("30/2020/NĐ-CP").size(), 1u);
  EXPECT_EQ(registry.amendments("30/2020/NĐ-CP")[0].effective, (Date{2024, 3, 1}));
}

struct Row {
  std::string_view words, expected;
};
constexpr Row searches[] = {
    {"văn thư", "30/2020/NĐ-CP 110/2004/NĐ-CP 1/2020/TT-BNV"},  // side by side first, newest first
    {"van thu", "30/2020/NĐ-CP 110/2004/NĐ-CP 1/2020/TT-BNV"},
    {"thu van", "30/2020/NĐ-CP 1/2020/TT-BNV 110/2004/NĐ-CP"},
    {"VĂN THƯ 2004", "110/2004/NĐ-CP"},
    {"nghi dinh 30", "30/2020/NĐ-CP"},
    {"30/2020/ND-CP", "30/2020/NĐ-CP"},
    {"luu tr", "33/2024/QH15"},
    {"\" OR * NEAR(", ""},
    {"\"", ""},
    {"", ""},
};

TEST(Catalogue, SearchWithoutDiacritics) {
  auto const shipped = bytes(some());
  Catalogue const catalogue(shipped, {});
  for (auto const& row : searches) EXPECT_EQ(found(catalogue.find(row.words, 10)), row.expected) << row.words;
  EXPECT_EQ(catalogue.find("van", 2).size(), 2u);
}

TEST(Catalogue, TheOfficesOwnStandsBefore) {
  auto const shipped = bytes(some());
  auto changed = document("Nghị định", "30/2020/NĐ-CP", "Về công tác văn thư", {2020, 3, 5});
  changed.expired = {2026, 1, 1};
  auto const own = bytes({changed, document("Kế hoạch", "41/KH-UBND", "Chuyển đổi số", {2024, 5, 12})});
  Catalogue const catalogue(shipped, own);
  auto const both = catalogue.registry().by_number("30/2020/NĐ-CP");
  ASSERT_EQ(both.size(), 1u);
  EXPECT_TRUE(both[0].own);
  EXPECT_EQ(both[0].expired, (Date{2026, 1, 1}));
  EXPECT_EQ(found(catalogue.registry().by_number("110/2004/NĐ-CP")), "110/2004/NĐ-CP");
  EXPECT_EQ(found(catalogue.find("chuyen doi so", 10)), "41/KH-UBND");
  EXPECT_EQ(found(catalogue.own_documents()), "30/2020/NĐ-CP 41/KH-UBND");
  ASSERT_EQ(catalogue.about().size(), 2u);
  EXPECT_EQ(catalogue.about()[1].documents, 4);
}

TEST(Catalogue, ForeignAndDamagedBytesAreRefused) {
  auto const good = bytes(some());
  EXPECT_FALSE(fault_of(good));
  EXPECT_TRUE(fault_of(""));
  EXPECT_TRUE(fault_of("SQLite format 3"));
  EXPECT_TRUE(fault_of(good.substr(0, good.size() / 2)));
  auto other = good;
  other[68] = 'x';  // application_id
  EXPECT_EQ(fault_of(other)->en, "not a register of vanthu");
  other = good;
  other[63] = 9;  // user_version
  EXPECT_TRUE(fault_of(other)->en.starts_with("written by another version"));
  // Whatever bytes change, nothing worse happens than that less is found.
  for (std::size_t at = 0; at < good.size(); at += 997) {
    other = good;
    other[at] = static_cast<char>(other[at] ^ 0x5A);
    if (fault_of(other)) continue;
    Catalogue const catalogue(other, {});
    catalogue.find("van thu", 10);
    catalogue.registry().by_number("30/2020/NĐ-CP");
    catalogue.by_year();
  }
}

TEST(Catalogue, ManyThreadsAskAtOnce) {
  auto const shipped = bytes(some());
  Catalogue const catalogue(shipped, {});
  std::vector<std::thread> threads;
  std::vector<int> answers(4);
  for (auto& answer : answers)
    threads.emplace_back([&] {
      for (auto i = 0; i < 200; ++i) answer += static_cast<int>(catalogue.registry().by_number("30/2020/NĐ-CP").size());
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(answers, std::vector(4, 200));
}

}  // namespace
}  // namespace vanthu::registry
