// spaced-slash: a blank on one side only of a slash between words ("chứng chỉ/ chứng nhận"). Numbers and symbols are not words here.
#include "checks/check.hpp"
#include "checks/checks.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

bool lower_letter_at(std::string_view text, std::size_t at) { return at < text.size() && is_lower(next_code_point(text, at)); }

bool lower_letter_before(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  do --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return lower_letter_at(text, at);
}

void run(CheckInput const& input, std::vector<Finding>& out) {
  std::string_view const text = input.document.text;
  Finding finding{.at = {}, .arguments = {}, .related = {}, .fix = {}};
  for (auto at = text.find('/'); at != std::string_view::npos; at = text.find('/', at + 1)) {
    bool const left = at > 0 && text[at - 1] == ' ';
    bool const right = at + 1 < text.size() && text[at + 1] == ' ';
    if (left == right) continue;
    auto const before = left ? at - 1 : at;
    auto const after = right ? at + 2 : at + 1;
    if (!lower_letter_before(text, before) || !lower_letter_at(text, after)) continue;
    // The word on each side is marked too.
    auto begin = before;
    while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '\n') --begin;
    auto end = after;
    while (end < text.size() && text[end] != ' ' && text[end] != '\n' && text[end] != ',' && text[end] != ';') ++end;
    auto const place = Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    if (finding.fix.empty()) {
      finding.at = place;
      finding.arguments = {{"found", std::string(slice(text, place))}};
    } else {
      finding.related.push_back(place);
    }
    finding.fix.push_back({{static_cast<std::uint32_t>(before), static_cast<std::uint32_t>(after)}, "/"});
  }
  if (!finding.fix.empty()) out.push_back(std::move(finding));
}

constexpr ArgumentDef arguments[] = {{"found", "the two words with the slash"}};

}  // namespace

Check const spaced_slash{"spaced-slash", {}, arguments, run};

}  // namespace vanthu
