// small-article: "điều 5" with a small letter right before the document it belongs to; "các điều 5 và 6" may stay.
// Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 7.
#include <algorithm>

#include "checks/check.hpp"
#include "checks/checks.hpp"

namespace vanthu {
namespace {

// Number of the last word that ends before byte `at`; words.size() when there is none.
std::size_t word_before(std::vector<Word> const& words, std::uint32_t at) {
  auto const next = std::ranges::lower_bound(words, at, {}, [](Word const& w) { return w.span.begin; });
  return next == words.begin() ? words.size() : static_cast<std::size_t>(next - words.begin()) - 1;
}

void run(CheckInput const& input, std::vector<Finding>& out) {
  std::string_view const text = input.document.text;
  auto const& words = input.document.words;
  auto const word = [&](std::size_t i) { return slice(text, words[i].span); };
  Finding finding{.at = {}, .arguments = {}, .related = {}, .fix = {}};
  for (auto const& citation : input.facts.citations) {
    auto label = word_before(words, citation.span.begin);
    if (label < words.size() && label > 0 && word(label) == "của") --label;
    if (label == words.size() || label == 0) continue;
    auto const number = word(label);
    if (number.front() < '1' || number.front() > '9' || number.size() > 4 || word(label - 1) != "điều") continue;
    auto const first = words[label - 1].span.begin;
    if (text.substr(first, citation.span.begin - first).find_first_of("\n.;:(") != std::string_view::npos) continue;
    if (label >= 2 && word(label - 2) == "các") continue;
    auto const span = words[label - 1].span;
    if (finding.fix.empty()) {
      finding.at = span;
      finding.arguments = {{"found", "điều " + std::string(number)}};
    } else {
      finding.related.push_back(span);
    }
    finding.fix.push_back({span, "Điều"});
  }
  if (!finding.fix.empty()) out.push_back(std::move(finding));
}

constexpr ArgumentDef arguments[] = {{"found", "the word with its number"}};

}  // namespace

Check const small_article{"small-article", {}, arguments, run};

}  // namespace vanthu
