// space-before-sign: a blank between a word and the comma, semicolon or full stop that belongs to it ("hồ sơ , tài liệu"). Words in small
// letters only: what a scan left of others says nothing.
#include <algorithm>

#include "checks/check.hpp"
#include "checks/checks.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

// The blanks with a sign behind them, ascending. Signs are looked for: there are many more blanks.
std::vector<std::size_t> blanks_before_signs(std::string_view text) {
  std::vector<std::size_t> out;
  for (char const sign : {',', ';', '.'})
    for (auto at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + 1))
      if (at > 0 && text[at - 1] == ' ') out.push_back(at - 1);
  std::ranges::sort(out);
  return out;
}

bool is_small_word(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size(); ++letters)
    if (!is_lower(next_code_point(text, at))) return false;
  return letters > 1;
}

void run(CheckInput const& input, std::vector<Finding>& out) {
  std::string_view const text = input.document.text;
  Finding finding{.at = {}, .arguments = {}, .related = {}, .fix = {}};
  for (auto const blank : blanks_before_signs(text)) {
    auto const after = blank + 2;
    if (after >= text.size() || (text[after] != ' ' && text[after] != '\n')) continue;
    auto begin = blank;
    while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '\n') --begin;  // its word is marked too
    if (!is_small_word(text.substr(begin, blank - begin))) continue;
    auto const place = Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(after)};
    if (finding.fix.empty()) {
      finding.at = place;
      finding.arguments = {{"found", std::string(slice(text, place))}};
    } else {
      finding.related.push_back(place);
    }
    finding.fix.push_back({{static_cast<std::uint32_t>(blank), static_cast<std::uint32_t>(blank + 1)}, ""});
  }
  if (!finding.fix.empty()) out.push_back(std::move(finding));
}

constexpr ArgumentDef arguments[] = {{"found", "the word with the blank and the sign"}};

}  // namespace

Check const space_before_sign{"space-before-sign", {}, arguments, run};

}  // namespace vanthu
