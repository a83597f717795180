// space-before-sign: a blank between a word and the comma, semicolon or full stop that belongs to it ("hồ sơ , tài liệu"). Words in small
// letters only: what a scan left of others says nothing.
#include "checks/check.hpp"
#include "checks/checks.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

bool is_sign(char c) { return c == ',' || c == ';' || c == '.'; }

bool is_small_word(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size(); ++letters)
    if (!is_lower(next_code_point(text, at))) return false;
  return letters > 1;
}

// What stands between a word, which ends at `blank`, and the next one.
void judge(std::string_view text, std::uint32_t blank, Finding& finding) {
  auto const after = blank + 2;
  if (text[blank] != ' ' || !is_sign(text[blank + 1]) || (text[after] != ' ' && text[after] != '\n')) return;
  auto begin = blank;
  while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '\n') --begin;  // its word is marked too
  if (!is_small_word(slice(text, {begin, blank}))) return;
  auto const place = Span{begin, after};
  if (finding.fix.empty()) {
    finding.at = place;
    finding.arguments = {{"found", std::string(slice(text, place))}};
  } else {
    finding.related.push_back(place);
  }
  finding.fix.push_back({{blank, blank + 1}, ""});
}

void run(CheckInput const& input, std::vector<Finding>& out) {
  std::string_view const text = input.document.text;
  constexpr std::size_t shortest = 3;  // the blank, the sign and what parts it from the next word
  Finding finding{.at = {}, .arguments = {}, .related = {}, .fix = {}};
  std::uint32_t end = 0;  // of the last word
  for (auto const& word : input.document.words) {
    if (word.span.begin - end >= shortest) judge(text, end, finding);
    end = word.span.end;
  }
  if (text.size() - end >= shortest) judge(text, end, finding);
  if (!finding.fix.empty()) out.push_back(std::move(finding));
}

constexpr ArgumentDef arguments[] = {{"found", "the word with the blank and the sign"}};

}  // namespace

Check const space_before_sign{"space-before-sign", {}, arguments, run};

}  // namespace vanthu
