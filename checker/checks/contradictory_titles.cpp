// contradictory-titles: the same document is cited with two titles that differ by words put in or left out in the middle. Titles cut short
// are no contradiction; damaged letters are none either.
#include <algorithm>
#include <map>
#include <tuple>

#include "checks/check.hpp"
#include "checks/checks.hpp"
#include "checks/cited_twice.hpp"
#include "text/unicode.hpp"
#include "text/word_index.hpp"

namespace vanthu {
namespace {

constexpr std::size_t common_before = 2, common_after = 4, most_words = 4;

// Of the words of a title, which tell them apart whatever their letter case.
std::vector<std::uint32_t> hashes(std::string_view title) {
  std::vector<std::uint32_t> out;
  for (auto const& word : index_words(title)) out.push_back(word.hash);
  return out;
}

// Words that `longer` has in its middle and `shorter` has not; 0 when they differ otherwise.
std::size_t inserted(std::vector<std::uint32_t> const& shorter, std::vector<std::uint32_t> const& longer) {
  if (shorter.size() >= longer.size() || longer.size() - shorter.size() > most_words) return 0;
  auto const split = static_cast<std::size_t>(std::mismatch(shorter.begin(), shorter.end(), longer.begin()).first - shorter.begin());
  if (split < common_before || shorter.size() - split < common_after) return 0;
  bool const same = std::equal(shorter.begin() + static_cast<std::ptrdiff_t>(split), shorter.end(),
                               longer.end() - static_cast<std::ptrdiff_t>(shorter.size() - split), longer.end());
  return same ? longer.size() - shorter.size() : 0;
}

void run(CheckInput const& input, std::vector<Finding>& out) {
  std::vector<Citation const*> titled;
  for (auto const& c : input.facts.citations)
    if (c.identifier && !c.blank && !c.title.empty() && c.family != CitationFamily::law) titled.push_back(&c);
  std::map<std::tuple<std::string, std::string, int, int, int>, Citation const*> first;  // by type, number and date
  for (auto const* const each : perhaps_cited_twice(std::move(titled))) {
    auto const& c = *each;
    auto const [year, month, day] = c.date;
    auto const [known, fresh] = first.try_emplace({fold(c.type), fold(c.canonical ? *c.canonical : *c.identifier), year, month, day}, &c);
    if (fresh || c.title == known->second->title) continue;
    auto const here = hashes(c.title), there = hashes(known->second->title);
    if (inserted(here, there) == 0 && inserted(there, here) == 0) continue;
    out.push_back({.at = c.title_span.empty() ? c.span : c.title_span,
                   .arguments = {{"type", c.type}, {"identifier", *c.identifier}},
                   .related = {known->second->title_span},
                   .fix = {}});
    known->second = &c;
  }
}

constexpr ArgumentDef arguments[] = {
    {"type", "type of the cited document"},
    {"identifier", "its number and symbol"},
};

}  // namespace

Check const contradictory_titles{"contradictory-titles", {}, arguments, run};

}  // namespace vanthu
