// Real documents, when there are any: VANTHU_CORPUS names a folder; the documents are its seeds/*.txt.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "text/unicode.hpp"
#include "variants.hpp"

namespace vanthu {
namespace {

std::vector<std::filesystem::path> corpus() {
  std::vector<std::filesystem::path> files;
  auto const* folder = std::getenv("VANTHU_CORPUS");
  if (folder == nullptr) return files;
  for (auto const& entry : std::filesystem::directory_iterator(std::filesystem::path(folder) / "seeds"))
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

// Words that no anomaly touches stand in the file as they stand in the text.
void expect_places(Document const& document, std::string_view what) {
  auto anomaly = document.anomalies.begin();
  for (auto const& word : words(document.text)) {
    while (anomaly != document.anomalies.end() && anomaly->span.end < word.begin) ++anomaly;
    auto const touched = anomaly != document.anomalies.end() && anomaly->span.begin <= word.end && anomaly->kind != AnomalyKind::decomposed;
    if (touched) continue;
    ASSERT_EQ(testing::source_of(document, word), slice(document.text, word)) << what;
  }
}

TEST(Corpus, EveryVariantOfARealDocumentReadsTheSame) {
  auto const files = corpus();
  if (files.empty()) {
    RecordProperty("left_out", "VANTHU_CORPUS is not set");
    GTEST_SKIP() << "left out: VANTHU_CORPUS is not set, there are no real documents to read";
  }
  for (auto const& path : files) {
    std::ifstream file(path, std::ios::binary);
    std::string const bytes{std::istreambuf_iterator<char>(file), {}};
    auto const expected = testing::read_text(bytes);
    for (auto const& [what, variant] : testing::variants(bytes)) {
      auto const document = testing::read_text(variant);
      ASSERT_EQ(document.text, expected.text) << path << " " << what;
      ASSERT_EQ(testing::blocks_of(document), testing::blocks_of(expected)) << path << " " << what;
      expect_places(document, what);
      for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        auto const place = document.position(document.map.to_source(document.blocks[i].span).begin);
        auto const wanted = expected.position(expected.map.to_source(expected.blocks[i].span).begin);
        ASSERT_EQ(place.line, wanted.line) << path << " " << what;
        auto const decomposed = what.substr(0, 3) == "NFD";
        ASSERT_TRUE(decomposed || place.column == wanted.column) << path << " " << what;
      }
    }
  }
}

}  // namespace
}  // namespace vanthu
