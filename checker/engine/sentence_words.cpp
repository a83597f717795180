#include "engine/sentence_words.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace vanthu {
namespace {

constexpr std::uint32_t reach = 500;

bool ends_sentence(std::string_view text, std::size_t at) {
  return text[at] == '\n' || text[at] == ';' || (text[at] == '.' && at + 1 < text.size() && (text[at + 1] == ' ' || text[at + 1] == '\n'));
}

// From the end of the sentence before to the end of its own.
Span sentence_around(std::string_view text, Span at) {
  auto begin = at.begin, end = at.end;
  while (begin > 0 && at.begin - begin < reach && !ends_sentence(text, begin - 1)) --begin;
  while (end < text.size() && end - at.end < reach && !ends_sentence(text, end)) ++end;
  auto const inside = [&](std::size_t i) { return i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U; };
  while (inside(begin)) ++begin;
  while (inside(end)) ++end;
  return {begin, end};
}

// `folded` begins and ends at a word boundary.
bool has_phrase(std::string_view folded, std::string_view phrase) {
  auto const goes_on = [&](std::size_t at) { return at < folded.size() && is_word_char(next_code_point(folded, at)); };
  auto const before = [&](std::size_t at) {
    do --at;
    while (at > 0 && (static_cast<unsigned char>(folded[at]) & 0xC0U) == 0x80U);
    return at;
  };
  for (auto at = folded.find(phrase); at != std::string_view::npos; at = folded.find(phrase, at + 1))
    if ((at == 0 || !goes_on(before(at))) && !goes_on(at + phrase.size())) return true;
  return false;
}

}  // namespace

SentenceWords::SentenceWords(std::string_view text, std::span<std::string_view const> phrases) : text_(text) {
  for (auto const phrase : phrases) phrases_.push_back(fold(phrase));
}

bool SentenceWords::begins_with(Span at) const {
  auto const before = slice(text_, {sentence_around(text_, at).begin, at.begin});
  auto letters = 0;
  for (std::size_t i = 0; i < before.size();)
    if (auto const c = next_code_point(before, i); is_word_char(c) && !(c >= U'0' && c <= U'9')) ++letters;
  return letters <= 1;
}

bool SentenceWords::has_any(Span at) {
  if (phrases_.empty()) return false;
  auto const sentence = sentence_around(text_, at);
  if (sentence.begin == last_.begin && sentence.end == last_.end) return answer_;
  auto const folded = fold(slice(text_, sentence));
  last_ = sentence;
  answer_ = std::ranges::any_of(phrases_, [&](auto const& phrase) { return has_phrase(folded, phrase); });
  return answer_;
}

}  // namespace vanthu
