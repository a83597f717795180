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

bool letter_at(std::string_view text, std::size_t at) { return at < text.size() && is_letter(next_code_point(text, at)); }

bool letter_before(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  do --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return letter_at(text, at);
}

std::string first_small(std::string_view text) {
  std::size_t at = 0;
  auto const first = next_code_point(text, at);
  std::string out;
  append_utf8(out, to_lower(first));
  return out.append(text.substr(at));
}

// `lower` is the text in small letters, byte for byte as long as the text (Vietnamese letters keep their length).
std::vector<Place> places(std::string_view text, std::string_view lower, std::string_view term) {
  std::vector<Place> out;
  for (auto at = lower.find(term); at != std::string_view::npos; at = lower.find(term, at + term.size())) {
    auto const end = at + term.size();
    if (letter_before(text, at) || (letter_at(text, end) && letter_before(text, end))) continue;
    auto const found = text.substr(at, term.size());
    if (all_caps(found)) continue;
    auto const shown = found.ends_with(',') ? end - 1 : end;  // a comma of the term only tells "các sở, …" from "các sở: …"
    out.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(shown)}, first_small(found)});
  }
  return out;
}

void run(CheckInput const& input, std::vector<Finding>& out) {
  std::string_view const text = input.document.text;
  auto const lower = to_lower(text);
  if (lower.size() != text.size()) return;  // letters whose small form has another length: places would not agree
  for (auto const& term : *input.options.get<std::vector<std::string>>("terms")) {
    auto const found = places(text, lower, term);
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
