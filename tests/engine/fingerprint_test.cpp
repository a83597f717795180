// What a finding is known by: the same after changes elsewhere, never the same for two.
#include "engine/fingerprint.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/document.hpp"

namespace vanthu {
namespace {

// The fingerprints of findings at every "sử lý" of a text.
std::vector<std::uint64_t> fingerprints(std::string const& source, std::string_view name = "a.txt") {
  auto const document = test::document(source, name);
  std::vector<Diagnostic> diagnostics;
  constexpr std::string_view wrong = "sử lý";
  for (auto at = document.text.find(wrong); at != std::string::npos; at = document.text.find(wrong, at + 1)) {
    auto& d = diagnostics.emplace_back();
    d.code = "CT101";
    d.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + wrong.size())};
  }
  set_fingerprints(document, diagnostics);
  std::vector<std::uint64_t> out;
  for (auto const& d : diagnostics) out.push_back(d.fingerprint);
  return out;
}

std::uint64_t one(std::string const& source, std::string_view name = "a.txt") {
  auto const all = fingerprints(source, name);
  EXPECT_EQ(all.size(), 1u) << source;
  return all.empty() ? 0 : all.front();
}

TEST(Fingerprint, StaysWhenOtherTextChanges) {
  auto const before = one("Các đơn vị kịp thời sử lý hồ sơ của công dân.\n");
  for (auto const* source : {
           "Thêm một đoạn.\n\nCác đơn vị kịp thời sử lý hồ sơ của công dân.\n",
           "Các đơn vị kịp thời sử lý hồ sơ của công dân.\n\nThêm một đoạn.\n",
           "Các phòng, đơn vị kịp thời sử lý hồ sơ của người dân, theo quy định.\n",  // four words away
           "Các đơn vị kịp  thời\nsử lý hồ sơ của công dân.\r\n",                     // wrapped and spaced otherwise
       })
    EXPECT_EQ(one(source), before) << source;
  EXPECT_EQ(one("**Các đơn vị** kịp thời *sử lý* hồ sơ của công dân.\n", "b/c.md"), before) << "marked up, under another name";
  EXPECT_EQ(one("Ca\u0301c \u0111\u01A1n vi\u0323 ki\u0323p th\u01A1\u0300i s\u01B0\u0309 ly\u0301 h\u00F4\u0300 s\u01A1 cu\u0309a "
                "c\u00F4ng d\u00E2n.\n"),
            before)
      << "decomposed";
}

TEST(Fingerprint, ChangesWithWhatStandsAroundIt) {
  auto const before = one("Các đơn vị kịp thời sử lý hồ sơ.\n");
  EXPECT_NE(one("Các đơn vị kịp thời sử lý công văn.\n"), before);
  EXPECT_NE(one("Các đơn vị chưa sử lý hồ sơ.\n"), before);
  EXPECT_NE(one("sử lý\n"), before);
}

TEST(Fingerprint, WordsOfAnotherParagraphAreNotAround) {
  EXPECT_EQ(one("một\n\nsử lý hồ sơ\n\nhai\n"), one("ba bốn năm\n\nsử lý hồ sơ\n\nsáu\n"));
}

TEST(Fingerprint, NoTwoAreTheSame) {
  auto const all = fingerprints("Kịp thời sử lý hồ sơ.\n\nKịp thời sử lý hồ sơ.\n\nKịp thời sử lý hồ sơ, kịp thời sử lý hồ sơ.\n");
  ASSERT_EQ(all.size(), 4u);
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) EXPECT_NE(all[i], all[j]);
  EXPECT_EQ(fingerprints("Kịp thời sử lý hồ sơ.\n").front(), all.front()) << "the first of those alike stays what it is";
}

TEST(Fingerprint, TellsRulesAndEmptyPlacesApart) {
  auto const document = test::document("Số: /UBND\n");
  std::vector<Diagnostic> diagnostics(4);
  diagnostics[0].code = diagnostics[1].code = "TT101";
  diagnostics[2].code = diagnostics[3].code = "TT102";
  diagnostics[1].span = diagnostics[3].span = {5, 5};
  set_fingerprints(document, diagnostics);
  EXPECT_NE(diagnostics[0].fingerprint, diagnostics[2].fingerprint);
  EXPECT_NE(diagnostics[0].fingerprint, diagnostics[1].fingerprint);
  EXPECT_NE(diagnostics[1].fingerprint, diagnostics[3].fingerprint);
  EXPECT_EQ(fingerprint_text(0x1F), "000000000000001f");
}

TEST(Fingerprint, AnyTextOutsideDocumentsIsTakenToo) {
  auto const document = test::document("một\n");
  std::vector<Diagnostic> diagnostics(2);
  diagnostics[0].code = diagnostics[1].code = "BQ101";
  diagnostics[0].outside_text = SourceRange{0, 2};
  diagnostics[1].outside_text = SourceRange{0, 3};
  diagnostics[1].span = {90, 99};
  set_fingerprints(document, diagnostics);
  EXPECT_NE(diagnostics[0].fingerprint, diagnostics[1].fingerprint);
}

}  // namespace
}  // namespace vanthu
