// How many of the faults that a careful reader found in real documents are found: corpus/dev/findings.tsv of the folder that VANTHU_CORPUS
// names.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <map>

#include "conformance/corpus.hpp"
#include "engine/builtin.hpp"
#include "support/registry.hpp"
#include "vanthu/check.hpp"

namespace vanthu {
namespace {

using namespace test;

// Percent of the rows that count which are found today. Raise it with every step forward.
constexpr std::size_t floor_percent = 90;

constexpr std::string_view judged[] = {"TT", "VD", "NQ"};  // families of codes whose rules stand on the decree

struct Row {
  std::string file, span, family, what;
  std::uint32_t line = 0;
};

// Sure faults of the drafter; damage by extraction is left out.
std::vector<Row> faults() {
  enum Column : std::size_t { file, line, span, family, severity, what, fix, certainty, artefact, columns };
  std::vector<Row> out;
  for (auto const& cells : read_tsv(corpus_folder() / "corpus/dev/findings.tsv")) {
    if (cells.size() < columns || cells[certainty] != "sure" || cells[artefact] != "no") continue;
    if (std::find(std::begin(judged), std::end(judged), cells[family]) == std::end(judged)) continue;
    out.push_back({cells[file], cells[span], cells[family], cells[what], static_cast<std::uint32_t>(std::stoul(cells[line]))});
  }
  return out;
}

// As in the file: "⏎" and "␌" stand for a line end and a form feed.
std::string as_stored(std::string span) {
  auto const put = [&](std::string_view sign, char c) {
    for (auto at = span.find(sign); at != std::string::npos; at = span.find(sign, at)) span.replace(at, sign.size(), 1, c);
  };
  put("⏎", '\n');
  put("␌", '\f');
  return span;
}

struct Place {
  std::string_view code;
  SourceRange range;
  std::uint32_t first_line = 0, last_line = 0;
};

// Where findings and what they are related to stand.
std::vector<Place> places(Checked const& checked) {
  std::vector<Place> out;
  auto const& document = checked.document;
  auto const add = [&](std::string_view code, Span span) {
    auto const range = document.map.to_source(span);
    out.push_back({code, range, document.position(range.begin).line, document.position(range.end).line});
  };
  for (auto const& d : checked.diagnostics) {
    if (d.code == "TT001") continue;
    add(d.code, d.span);
    for (auto const& related : d.related) add(d.code, related.span);
  }
  return out;
}

// What stands on the line or overlaps the text.
std::vector<Place> answers(Checked const& checked, std::vector<Place> const& places, Row const& row) {
  std::vector<Place> out;
  auto const& document = checked.document;
  if (row.line == 0 || row.line > document.line_starts.size()) return out;
  auto const text = as_stored(row.span);
  auto const begin = document.source.find(text, document.line_starts[row.line - 1]);
  auto const end = begin == std::string::npos ? begin : begin + text.size();
  std::copy_if(places.begin(), places.end(), std::back_inserter(out), [&](Place const& p) {
    auto const on_line = p.first_line <= row.line && row.line <= p.last_line;
    return on_line || (begin != std::string::npos && p.range.begin < end && begin < p.range.end);
  });
  return out;
}

TEST(Findings, OfAnAttentiveReaderAreFound) {
  VANTHU_NEEDS_CORPUS();
  auto const rules = builtin_rules();
  CheckOptions options;
  options.today = {2026, 1, 1};
  options.registry = test::shipped_registry();
  struct Count {
    std::size_t found = 0, told = 0, all = 0;  // told: by a rule of the row's family
  };
  std::map<std::string, Count> counts;
  Count total;
  std::map<std::string, std::pair<Checked, std::vector<Place>>> files;
  for (auto const& row : faults()) {
    auto file = files.find(row.file);
    if (file == files.end()) {
      auto result = check(read_file(corpus_folder() / "corpus/dev/txt" / row.file), row.file, rules, options);
      ASSERT_TRUE(std::holds_alternative<Checked>(result)) << row.file;
      auto checked = std::get<Checked>(std::move(result));
      auto where = places(checked);
      file = files.emplace(row.file, std::pair(std::move(checked), std::move(where))).first;
    }
    auto const found = answers(file->second.first, file->second.second, row);
    auto const told = std::any_of(found.begin(), found.end(), [&](Place const& p) { return p.code.starts_with(row.family); });
    for (auto* count : {&counts[row.family], &total}) {
      ++count->all;
      count->found += found.empty() ? 0 : 1;
      count->told += told ? 1 : 0;
    }
    if (found.empty()) fmt::print("missed {}:{}: {} \"{}\" ({})\n", row.file, row.line, row.family, row.span, row.what);
  }
  for (auto const& [family, count] : counts)
    fmt::print("{}: {} of {} found, {} of them by a rule of that family\n", family, count.found, count.all, count.told);
  ASSERT_GT(total.all, 30u);
  EXPECT_GE(100 * total.found, floor_percent * total.all) << total.found << " of " << total.all;
}

}  // namespace
}  // namespace vanthu
