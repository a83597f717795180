// mixed-letter-case: a term is written with capitals in some places and without in others ("các Sở," and "các sở,"). The first letter does
// not count: it follows the place in the sentence. One finding a term, at the rarer form.
#include <algorithm>

#include "checks/check.hpp"
#include "checks/checks.hpp"
#include "text/unicode.hpp"
#include "text/word_index.hpp"

namespace vanthu {
namespace {

struct Place {
  Span span;
  std::string form;  // as written, first letter small
};

std::string first_small(std::string_view text) {
  std::size_t at = 0;
  auto const first = next_code_point(text, at);
  std::string out;
  append_utf8(out, to_lower(first));
  return out.append(text.substr(at));
}

// Of each term.
std::vector<std::vector<Place>> places(Document const& document, std::vector<std::string> const& terms) {
  std::vector<WordPhrase> phrases;
  std::vector<std::uint32_t> first_words;
  for (auto const& term : terms) {
    phrases.push_back(make_phrase(term));
    first_words.push_back(phrases.back().words.empty() ? 0 : phrases.back().words.front());
  }
  std::vector<std::vector<Place>> out(terms.size());
  WordTable const starts(first_words);
  for (std::size_t i = 0; i < document.words.size(); ++i) {
    if (!starts.may_hold(document.words[i].hash)) continue;
    for (std::size_t t = 0; t < terms.size(); ++t) {
      if (first_words[t] != document.words[i].hash) continue;
      auto span = phrase_at(document.text, document.words, i, phrases[t]);
      if (!span || all_caps(slice(document.text, *span))) continue;
      auto const form = first_small(slice(document.text, *span));
      if (terms[t].ends_with(',')) --span->end;  // a comma of the term only tells "các sở, …" from "các sở: …"
      out[t].push_back({*span, form});
    }
  }
  return out;
}

void run(CheckInput const& input, std::vector<Finding>& out) {
  std::string_view const text = input.document.text;
  auto const& terms = *input.options.get<std::vector<std::string>>("terms");
  auto const all = places(input.document, terms);
  for (std::size_t t = 0; t < terms.size(); ++t) {
    auto const& term = terms[t];
    auto const& found = all[t];
    auto const capital = static_cast<std::size_t>(std::count_if(found.begin(), found.end(), [&](auto const& p) { return p.form != term; }));
    if (capital == 0 || capital == found.size()) continue;
    bool const capital_rarer = capital * 2 <= found.size();
    Finding finding{.at = {}, .arguments = {}, .related = {}, .fix = {}};
    std::string other;
    for (auto const& place : found) {
      if ((place.form != term) != capital_rarer) {
        if (other.empty()) other = slice(text, place.span);
        continue;
      }
      if (finding.arguments.empty()) {
        finding.at = place.span;
        finding.arguments.emplace_back("found", std::string(slice(text, place.span)));
      } else {
        finding.related.push_back(place.span);
      }
    }
    finding.arguments.emplace_back("other", other);
    out.push_back(std::move(finding));
  }
}

constexpr OptionDef options[] = {{"terms", OptionType::list, true, "terms in small letters"}};
constexpr ArgumentDef arguments[] = {
    {"found", "the rarer form"},
    {"other", "the form elsewhere"},
};

}  // namespace

Check const mixed_letter_case{"mixed-letter-case", options, arguments, run};

}  // namespace vanthu
