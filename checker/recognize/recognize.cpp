// All recognizers in their order: components first, since citations and outline ask where they stand.
#include "vanthu/recognize.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "grammar/date.hpp"
#include "recognize/citations.hpp"
#include "recognize/components.hpp"
#include "recognize/family.hpp"
#include "recognize/outline.hpp"
#include "recognize/paragraphs.hpp"
#include "recognize/references.hpp"
#include "text/word_index.hpp"

namespace vanthu {
namespace {

// First bytes that a date may have: those of a digit, "ngày", "năm".
constexpr auto date_letters = [] {
  std::array<std::uint8_t, 256> out{};
  for (char const c : {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'n', 'N'}) out[static_cast<unsigned char>(c)] = 1;
  return out;
}();

// A date can only start at "ngày", "năm" or a digit, and not inside a longer number.
bool may_start_date(std::string_view text, std::size_t at) {
  auto const c = text[at];
  if (c >= '0' && c <= '9') return at == 0 || (text[at - 1] != '/' && text[at - 1] != '.');
  if (c != 'n' && c != 'N') return false;
  auto const rest = text.substr(at + 1);
  return rest.starts_with("gày") || rest.starts_with("ăm");
}

void recognize_dates(Document const& document, Facts& facts) {
  std::string_view const text = document.text;
  std::span<Word const> const words = document.words;
  std::size_t past = 0;       // end of the last date
  std::size_t block_end = 0;  // of the last word looked at
  auto const may_begin = [&](std::size_t word) { return date_letters[static_cast<unsigned char>(text[words[word].span.begin])]; };
  for (std::size_t word = 0; (word = next_of(word, words.size(), may_begin)) < words.size(); ++word) {
    auto const at = words[word].span.begin;
    if (at < past || !may_start_date(text, at)) continue;
    if (at >= block_end) block_end = std::min(text.find('\n', at), text.size());
    auto match = grammar::match_date(text.substr(0, block_end), at);
    if (!match || match->span.empty()) continue;
    past = match->span.end;
    facts.dates.push_back({match->span, match->date, std::move(match->day_text), std::move(match->month_text), std::move(match->year_text),
                           match->long_form});
  }
}

}  // namespace

Facts recognize(Document const& document) {
  auto const* const one = &document;
  return std::move(recognize(std::span(&one, 1)).front());
}

std::vector<Facts> recognize(std::span<Document const* const> documents) {
  using Step = void (*)(Document const&, Parts&, Facts&);
  static constexpr Step steps[] = {
      [](Document const& document, Parts& parts, Facts&) { parts.lines = make_lines(document); },
      [](Document const& document, Parts& parts, Facts& facts) { recognize_header(document, parts, facts.components); },
      recognize_components,
      [](Document const& document, Parts& parts, Facts& facts) { recognize_family(document, parts, facts); },
      [](Document const& document, Parts& parts, Facts& facts) { recognize_outline(document, parts, facts); },
      [](Document const& document, Parts&, Facts& facts) { recognize_dates(document, facts); },
      [](Document const& document, Parts&, Facts& facts) { recognize_citations(document, facts); },
      [](Document const& document, Parts&, Facts& facts) { recognize_references(document, facts); },
      [](Document const& document, Parts&, Facts& facts) { recognize_paragraphs(document, facts); },
  };
  std::vector<Facts> facts(documents.size());
  std::vector<Parts> parts(documents.size());
  for (auto const step : steps)
    for (std::size_t i = 0; i < documents.size(); ++i) step(*documents[i], parts[i], facts[i]);
  return facts;
}

}  // namespace vanthu
