// capital-pinpoint: "Khoản" or "Điểm" with a capital inside a sentence, before a number and "Điều".
// Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 7.
#include <algorithm>
#include <iterator>

#include "checks/check.hpp"
#include "checks/checks.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

// A lower-case word or a comma stands before it: not the start of a sentence, a list item or a heading.
bool inside_sentence(std::string_view text, std::size_t at) {
  if (at < 2 || text[at - 1] != ' ') return false;
  if (text[at - 2] == ',') return true;
  auto begin = at - 2;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  return is_lower(next_code_point(text, begin));
}

// "Khoản 4 Điều", "Khoản 3, Điều", "Điểm a khoản 1": a label and then another level.
bool is_pinpoint(std::string_view rest) {
  if (!rest.starts_with(' ')) return false;
  rest.remove_prefix(1);
  auto const label = rest.find_first_of(" ,\n");
  if (label == std::string_view::npos || label == 0 || label > 4) return false;
  rest.remove_prefix(label);
  if (rest.starts_with(',')) rest.remove_prefix(1);
  for (std::string_view const next : {" Điều ", " khoản ", " Khoản ", " điều ", " và "})
    if (rest.starts_with(next)) return true;
  return false;
}

std::vector<std::string> levels(Options const&) { return {"khoản", "điểm"}; }

void run(CheckInput const& input, std::vector<Finding>& out) {
  std::string_view const text = input.document.text;
  Finding finding{.at = {}, .arguments = {}, .related = {}, .fix = {}};
  constexpr std::string_view capital[] = {"Khoản", "Điểm"}, small[] = {"khoản", "điểm"};
  for (std::size_t level = 0; level < std::size(capital); ++level)
    for (auto const& word : input.found) {
      if (word.phrase != level || slice(text, word.span) != capital[level]) continue;
      if (!inside_sentence(text, word.span.begin) || !is_pinpoint(text.substr(word.span.end))) continue;
      if (finding.fix.empty()) {
        finding.at = word.span;
        finding.arguments = {{"found", std::string(capital[level])}};
      } else {
        finding.related.push_back(word.span);
      }
      finding.fix.push_back({word.span, std::string(small[level])});
    }
  if (finding.fix.empty()) return;
  std::sort(finding.fix.begin(), finding.fix.end(), [](Edit const& a, Edit const& b) { return a.span.begin < b.span.begin; });
  out.push_back(std::move(finding));
}

constexpr ArgumentDef arguments[] = {{"found", "the word with the capital"}};

}  // namespace

Check const capital_pinpoint{"capital-pinpoint", {}, arguments, run, levels};

}  // namespace vanthu
