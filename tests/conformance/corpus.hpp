// Real documents for tests: the folder that VANTHU_CORPUS names.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::test {

namespace fs = std::filesystem;

// The folder; empty where VANTHU_CORPUS is unset. A test then leaves itself out: VANTHU_NEEDS_CORPUS().
fs::path corpus_folder();
#define VANTHU_NEEDS_CORPUS() \
  if (vanthu::test::corpus_folder().empty()) GTEST_SKIP() << "left out: VANTHU_CORPUS names no folder with real documents"

std::string read_file(fs::path const& path);

// The files of a folder whose extension is one of these (".txt"), by name.
std::vector<fs::path> files_in(fs::path const& folder, std::vector<std::string_view> const& extensions);

// Rows of a table with tabs between its cells, without its header line.
std::vector<std::vector<std::string>> read_tsv(fs::path const& path);

}  // namespace vanthu::test
