// Findings keep what they are known by when the document is edited elsewhere: random edits, always the same ones.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "cases/case_file.hpp"
#include "conformance/corpus.hpp"
#include "engine/builtin.hpp"

namespace vanthu {
namespace {

using namespace test;

constexpr int rounds = 40;

struct Text {
  std::string name, bytes;
};

// The documents of the cases, the samples, and real ones where there are any.
std::vector<Text> texts() {
  std::vector<Text> out;
  fs::path const sources = VANTHU_SOURCES;
  for (auto const& path : files_in(sources / "samples", {".md", ".txt"})) out.push_back({path.filename().string(), read_file(path)});
  for (auto const& path : files_in(sources / "tests/cases", {".case"})) {
    auto const parsed = parse_case(read_file(path));
    if (auto const* file = std::get_if<Case>(&parsed))
      for (auto const& document : file->documents) out.push_back({document.name, document.text()});
  }
  if (!corpus_folder().empty())
    for (auto const& path : files_in(corpus_folder() / "seeds", {".md", ".txt"}))
      out.push_back({path.filename().string(), read_file(path)});
  return out;
}

// Without any findings where the bytes cannot be read.
Checked checked(std::string const& bytes, std::string const& name) {
  static auto const rules = builtin_rules();
  CheckOptions options;
  options.today = {2026, 1, 1};
  auto result = check(bytes, name, rules, options);
  return std::holds_alternative<Checked>(result) ? std::get<Checked>(std::move(result)) : Checked{};
}

std::vector<std::string> lines_of(std::string const& bytes) {
  std::vector<std::string> out(1);
  for (auto const c : bytes) {
    out.back() += c;
    if (c == '\n') out.emplace_back();
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

// Lines on which a finding or one of its related places stands, with the whole paragraph around.
std::set<std::uint32_t> marked_lines(Checked const& c) {
  std::set<std::uint32_t> out;
  auto const add = [&](Span span) {
    auto const at = c.document.block_at(span.begin);
    auto whole = at < c.document.blocks.size() ? c.document.blocks[at].span : span;
    whole.end = std::max(whole.end, span.end);
    auto const range = c.document.map.to_source(whole);
    for (auto line = c.document.position(range.begin).line; line <= c.document.position(range.end).line; ++line) out.insert(line);
  };
  for (auto const& d : c.diagnostics) {
    add(d.span);
    for (auto const& r : d.related) add(r.span);
  }
  return out;
}

// One to five edits of lines that nothing marks: a paragraph put in or taken out, a word put in, taken out or exchanged.
std::string edited(std::string const& bytes, std::set<std::uint32_t> const& marked, std::mt19937& random) {
  auto lines = lines_of(bytes);
  std::vector<std::size_t> free;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (!marked.contains(static_cast<std::uint32_t>(i + 1)) && lines[i].size() > 1) free.push_back(i);
  if (free.empty()) return bytes;
  auto const below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  for (auto edits = 1 + below(5); edits > 0; --edits) {
    auto& line = lines[free[below(free.size())]];
    auto const blank = line.find(' ', below(line.size()));
    switch (below(4)) {
      case 0: line = fmt::format("Nội dung bổ sung thứ {} được nêu tại cuộc họp.\n\n{}", random() % 1000, line); break;
      case 1: line.clear(); break;
      case 2:
        if (blank != std::string::npos) line.insert(blank, " nêu trên");
        break;
      default:
        if (blank != std::string::npos) line.erase(blank, line.find_first_of(" \n", blank + 1) - blank);
    }
    if (line.empty()) std::erase_if(free, [&](std::size_t i) { return lines[i].empty(); });
    if (free.empty()) break;
  }
  std::string out;
  for (auto const& line : lines) out += line;
  return out;
}

// What is the same finding to a reader: rule, message and the text that is marked, so many times.
std::map<std::string, std::vector<std::uint64_t>> by_words(Checked const& c) {
  std::map<std::string, std::vector<std::uint64_t>> out;
  for (auto const& d : c.diagnostics)
    out[fmt::format("{}|{}|{}", d.code, d.message, slice(c.document.text, d.span))].push_back(d.fingerprint);
  return out;
}

TEST(Fingerprints, SurviveEditsElsewhere) {
  std::mt19937 random(20260105);
  int known = 0, survived = 0, all = 0;
  for (auto const& text : texts()) {
    auto const before = checked(text.bytes, text.name);
    if (before.diagnostics.empty()) continue;
    auto const marked = marked_lines(before);
    auto const was = by_words(before);
    for (int round = 0; round < rounds; ++round) {
      auto const now = by_words(checked(edited(text.bytes, marked, random), text.name));
      for (auto const& [words, prints] : was) {
        all += static_cast<int>(prints.size());
        auto const at = now.find(words);
        if (at == now.end()) continue;  // the edit took the finding away: it is another document now
        for (std::size_t i = 0; i < std::min(prints.size(), at->second.size()); ++i) {
          ++known;
          survived += std::ranges::find(at->second, prints[i]) != at->second.end() ? 1 : 0;
        }
      }
    }
  }
  fmt::print("{} of {} findings that edits elsewhere left keep their fingerprint ({:.2f} %); {} in all\n", survived, known,
             100.0 * survived / known, all);
  EXPECT_GT(known, 500);
  EXPECT_GE(survived, known * 0.99);
}

TEST(Fingerprints, NoTwoOfADocumentAreTheSame) {
  for (auto const& text : texts()) {
    auto const c = checked(text.bytes, text.name);
    std::set<std::uint64_t> met;
    for (auto const& d : c.diagnostics) EXPECT_TRUE(met.insert(d.fingerprint).second) << text.name << ": " << d.code << " " << d.message;
  }
}

}  // namespace
}  // namespace vanthu
