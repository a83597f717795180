#include "conformance/corpus.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace vanthu::test {

fs::path corpus_folder() {
  auto const* folder = std::getenv("VANTHU_CORPUS");
  return folder ? folder : "";
}

std::string read_file(fs::path const& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> files_in(fs::path const& folder, std::vector<std::string_view> const& extensions) {
  std::vector<fs::path> out;
  for (auto const& entry : fs::directory_iterator(folder))
    if (std::find(extensions.begin(), extensions.end(), entry.path().extension().string()) != extensions.end()) out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::vector<std::string>> read_tsv(fs::path const& path) {
  std::vector<std::vector<std::string>> rows;
  std::ifstream in(path, std::ios::binary);
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    auto& row = rows.emplace_back(1);
    for (auto const c : line)
      if (c == '\t')
        row.emplace_back();
      else
        row.back() += c;
  }
  return rows;
}

}  // namespace vanthu::test
