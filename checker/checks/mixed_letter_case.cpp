// mixed-letter-case: a term is written with capitals in some places and without in others ("các Sở," and "các sở,"). The first letter does
// not count: it follows the place in the sentence. One finding a term, at the rarer form.
#include <algorithm>

#include "checks/check.hpp"
#include "checks/checks.hpp"
#include "text/unicode.hpp"

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

std::vector<std::string> terms(Options const& options) { return *options.get<std::vector<std::string>>("terms"); }

// Where the term of this number stands.
std::vector<Place> places(CheckInput const& input, std::size_t number, std::string_view term) {
  std::vector<Place> out;
  std::string_view const text = input.document.text;
  for (auto const& match : input.found) {
    auto span = match.span;
    if (match.phrase != number || all_caps(slice(text, span))) continue;
    auto form = first_small(slice(text, span));
    if (term.ends_with(',')) --span.end;  // a comma of the term only tells "các sở, …" from "các sở: …"
    out.push_back({span, std::move(form)});
  }
  return out;
}

void run(CheckInput const& input, std::vector<Finding>& out) {
  std::string_view const text = input.document.text;
  for (std::size_t number = 0; auto const& term : *input.options.get<std::vector<std::string>>("terms")) {
    auto const found = places(input, number++, term);
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

Check const mixed_letter_case{"mixed-letter-case", options, arguments, run, terms};

}  // namespace vanthu
