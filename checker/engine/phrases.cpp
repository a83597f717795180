// Texts cut into tokens, phrases found among them.
#include "engine/phrases.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace vanthu {
namespace {

std::vector<std::string> folded_tokens(std::string_view phrase) {
  std::vector<std::string> out;
  for (auto& token : tokens(phrase)) out.push_back(std::move(token.folded));
  return out;
}

std::vector<std::vector<std::string>> folded_lists(std::vector<std::string_view> const& phrases) {
  std::vector<std::vector<std::string>> out;
  for (auto const phrase : phrases) out.push_back(folded_tokens(phrase));
  return out;
}

bool stands_at(std::vector<Token> const& text, std::size_t at, std::vector<std::string> const& phrase) {
  if (phrase.size() > text.size() - at) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i)
    if (text[at + i].folded != phrase[i]) return false;
  return true;
}

bool is_blank(std::vector<Token> const& text, std::size_t at) { return at < text.size() && text[at].folded == " "; }

// A blank may stand between the words and the match, or none: "(phó" before "chủ tịch".
bool any_before(std::vector<Token> const& text, std::size_t begin, std::vector<std::vector<std::string>> const& phrases) {
  auto const end = begin > 0 && is_blank(text, begin - 1) ? begin - 1 : begin;
  return std::any_of(phrases.begin(), phrases.end(), [&](auto const& p) { return p.size() <= end && stands_at(text, end - p.size(), p); });
}

bool any_after(std::vector<Token> const& text, std::size_t end, std::vector<std::vector<std::string>> const& phrases) {
  auto const begin = is_blank(text, end) ? end + 1 : end;
  return begin <= text.size() && std::any_of(phrases.begin(), phrases.end(), [&](auto const& p) { return stands_at(text, begin, p); });
}

// Both fold to the same text, so they have as many code points.
bool same_letter_case(std::string_view a, std::string_view b) {
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();)
    if (is_upper(next_code_point(a, i)) != is_upper(next_code_point(b, j))) return false;
  return true;
}

bool part_of_word(char32_t c) { return is_letter(c) || is_digit(c); }

// Ascending by rule and place; where two overlap the earlier one stays, then the longer one.
void keep_longest(std::vector<PhraseMatch>& matches) {
  std::sort(matches.begin(), matches.end(), [](PhraseMatch const& a, PhraseMatch const& b) {
    if (a.rule != b.rule) return a.rule < b.rule;
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    return a.span.end > b.span.end;
  });
  std::vector<PhraseMatch> kept;
  for (auto const& match : matches)
    if (kept.empty() || kept.back().rule != match.rule || match.span.begin >= kept.back().span.end) kept.push_back(match);
  matches = std::move(kept);
}

}  // namespace

std::vector<Token> tokens(std::string_view text) {
  std::vector<Token> out;
  for (std::size_t i = 0; i < text.size();) {
    auto const begin = i;
    auto end = i;
    bool const word = part_of_word(next_code_point(text, end));
    for (i = end; word && i < text.size(); end = i)
      if (!part_of_word(next_code_point(text, i))) break;
    i = end;
    auto const written = text.substr(begin, end - begin);
    out.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, word ? fold(written) : std::string(written)});
  }
  return out;
}

PhraseIndex::PhraseIndex(std::span<Rule const> rules) {
  for (std::uint32_t r = 0; r < rules.size(); ++r)
    for (std::uint32_t p = 0; p < rules[r].phrases.size(); ++p) {
      auto const& phrase = rules[r].phrases[p];
      auto folded = folded_tokens(phrase.wrong);
      auto& bucket = by_first_token_[folded.front()];
      bucket.push_back({r, p, std::move(folded), folded_lists(phrase.unless_before), folded_lists(phrase.unless_after), phrase.wrong,
                        rules[r].letter_case});
    }
}

std::vector<PhraseMatch> PhraseIndex::find(std::string_view text, std::vector<bool> const& wanted) const {
  std::vector<PhraseMatch> out;
  for (std::size_t begin = 0; begin < text.size();) {
    auto const end = std::min(text.find('\n', begin), text.size());
    find_in_line(text.substr(begin, end - begin), static_cast<std::uint32_t>(begin), wanted, out);
    begin = end + 1;
  }
  keep_longest(out);
  return out;
}

void PhraseIndex::find_in_line(std::string_view line, std::uint32_t offset, std::vector<bool> const& wanted,
                               std::vector<PhraseMatch>& out) const {
  auto const words = tokens(line);
  for (std::size_t at = 0; at < words.size(); ++at) {
    auto const bucket = by_first_token_.find(words[at].folded);
    if (bucket == by_first_token_.end()) continue;
    for (auto const& entry : bucket->second) {
      if (!wanted[entry.rule] || !stands_at(words, at, entry.tokens)) continue;
      auto const end = at + entry.tokens.size();
      if (any_before(words, at, entry.before) || any_after(words, end, entry.after)) continue;
      Span const span{words[at].span.begin, words[end - 1].span.end};
      if (entry.letter_case && !same_letter_case(entry.wrong, slice(line, span))) continue;
      out.push_back({entry.rule, entry.phrase, {offset + span.begin, offset + span.end}});
    }
  }
}

std::string in_case_of(std::string_view right, std::string_view found, std::string_view wrong) {
  if (all_caps(found) && code_points(found) > 1 && !all_caps(wrong)) return to_upper(right);
  std::size_t first_found = 0;
  std::size_t rest = 0;
  if (right.empty() || found.empty() || !is_upper(next_code_point(found, first_found))) return std::string(right);
  std::string out;
  append_utf8(out, to_upper(next_code_point(right, rest)));
  out += right.substr(rest);
  return out;
}

}  // namespace vanthu
