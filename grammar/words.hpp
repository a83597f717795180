// Small steps over words for the grammars that read names: places in, places out, nothing allocated but where folding is needed.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include "text/unicode.hpp"

namespace vanthu::grammar {

// The code point before byte `at`; 0 at the start.
inline char32_t code_point_before(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  auto begin = at - 1;
  while (begin > 0 && at - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  return next_code_point(text, begin);
}

inline bool at_word_start(std::string_view text, std::size_t at) { return !is_word_char(code_point_before(text, at)); }

// End of the run of letters and digits that starts at `at`; `at` itself when there is none.
inline std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    auto next = at;
    if (!is_word_char(next_code_point(text, next))) break;
    at = next;
  }
  return at;
}

inline char32_t first_code_point(std::string_view text, std::size_t at) { return at < text.size() ? next_code_point(text, at) : 0; }

inline std::size_t skip_blank(std::string_view text, std::size_t at) { return at < text.size() && text[at] == ' ' ? at + 1 : at; }

// The place after `literal` when it stands at `at`, bytes equal.
inline std::optional<std::size_t> skip(std::string_view text, std::size_t at, std::string_view literal) {
  if (!text.substr(std::min(at, text.size())).starts_with(literal)) return std::nullopt;
  return at + literal.size();
}

// The place after `phrase` (already folded; words, single blanks, commas, hyphens) when it stands at `at` as whole words, letter case and
// tone placement ignored.
inline std::optional<std::size_t> skip_phrase(std::string_view text, std::size_t at, std::string_view phrase) {
  // Most phrases fail at their first letter; only "uỷ" for "ủy" and the like begin with another one.
  if (auto const first = to_lower(first_code_point(text, at)); first != first_code_point(phrase, 0) && first != U'u' && first != U'o')
    return std::nullopt;
  std::size_t p = 0;
  while (p < phrase.size()) {
    auto const wanted_end = word_end(phrase, p);
    if (wanted_end == p) {
      if (at >= text.size() || text[at] != phrase[p]) return std::nullopt;
      ++at, ++p;
      continue;
    }
    auto const end = word_end(text, at);
    if (end == at) return std::nullopt;
    auto const wanted = phrase.substr(p, wanted_end - p);
    auto const word = text.substr(at, end - at);
    // Neither letter case nor the place of the tone mark changes the number of bytes.
    if (word.size() != wanted.size() || (word != wanted && fold(word) != wanted)) return std::nullopt;
    at = end;
    p = wanted_end;
  }
  return at;
}

}  // namespace vanthu::grammar
