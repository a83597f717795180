// citations_bench FILE…: how fast citations are found in these texts, read over and over until they make 100 MB, on one core; and how long
// the register takes for its first answer in this process. Prints one line "name value unit" a figure; bench.py puts targets beside them.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <span>
#include <string>
#include <vector>

#include "recognize/citations.hpp"
#include "registry/builtin.hpp"
#include "registry/open.hpp"
#include "text/word_index.hpp"
#include "vanthu/read.hpp"
#include "vanthu/recognize.hpp"

namespace {

using Clock = std::chrono::steady_clock;
using vanthu::Document;

constexpr double megabytes = 100;

double seconds_since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

// MB of text in a second of CPU; the best of three rounds, since what else runs on the machine only ever slows one down.
double speed(std::vector<Document> const& documents, auto const& work) {
  double best = 0;
  for (int round = 0; round < 3; ++round) {
    double done = 0;
    auto const begin = cpu_seconds();
    while (done < megabytes * 1e6)
      for (std::size_t i = 0; i < documents.size(); ++i) {
        work(i);
        done += static_cast<double>(documents[i].text.size());
      }
    best = std::max(best, done / 1e6 / (cpu_seconds() - begin));
  }
  return best;
}

}  // namespace

int main(int argc, char** argv) {
  // First, before anything of it is in memory.
  auto const begin = Clock::now();
  vanthu::registry::Catalogue const catalogue(vanthu::registry::builtin(), {});
  auto const found = catalogue.registry().by_number("30/2020/NĐ-CP");
  auto const first = seconds_since(begin);
  std::printf("register %.3f ms\n", first * 1e3);
  if (found.empty()) return 1;

  std::vector<Document> documents;
  for (char const* name : std::span(argv + 1, argv + argc)) {
    std::ifstream file(name, std::ios::binary);
    std::string const bytes{std::istreambuf_iterator<char>(file), {}};
    auto read = vanthu::read(bytes, name);
    if (auto* document = std::get_if<Document>(&read)) documents.push_back(std::move(*document));
  }
  std::vector<vanthu::Facts> facts;
  std::size_t citations = 0;
  for (auto const& document : documents) {
    facts.push_back(vanthu::recognize(document));
    citations += facts.back().citations.size();
  }
  if (documents.empty() || citations == 0) return 1;
  std::size_t words = 0;
  auto const recognized = speed(documents, [&](std::size_t i) { vanthu::recognize_citations(documents[i], facts[i]); });
  auto const indexed = speed(documents, [&](std::size_t i) { words += vanthu::index_words(documents[i].text).size(); });
  std::printf("citations %.1f MB/s\nwords %.1f MB/s\nfound %zu\n", recognized, indexed, citations);
  return words == 0;
}
