// Small steps over words for the grammars that read names: places in, places out, nothing allocated but where folding is needed.
#pragma once
#include <cstddef>
#include <cstring>
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

// Bytes of a code point in UTF-8.
constexpr std::size_t utf8_size(char32_t c) { return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4; }

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

// The place after `literal` (not empty) when it stands at `at`, bytes equal. Mostly the first byte tells that it does not.
inline std::optional<std::size_t> skip(std::string_view text, std::size_t at, std::string_view literal) {
  if (at >= text.size() || text[at] != literal.front() || text.size() - at < literal.size() ||
      std::memcmp(text.data() + at, literal.data(), literal.size()) != 0)
    return std::nullopt;
  return at + literal.size();
}

// True when `literal` (not empty) stands at the end of the text; as skip().
inline bool ends_with(std::string_view text, std::string_view literal) {
  return text.size() >= literal.size() && skip(text, text.size() - literal.size(), literal);
}

// skip_phrase() where a tone mark stands in the other place: words are folded one by one.
std::optional<std::size_t> skip_folded_phrase(std::string_view text, std::size_t at, std::string_view phrase);

// The place after `phrase` (already folded; words, single blanks, commas, hyphens) when it stands at `at` as whole words, letter case and
// tone placement ignored.
inline std::optional<std::size_t> skip_phrase(std::string_view text, std::size_t at, std::string_view phrase) {
  // The first bytes of a letter's two cases are equal but for the bit that tells them apart in ASCII: mostly they tell that it is another.
  if (at < text.size() && !phrase.empty()) {
    auto const first = static_cast<unsigned char>(text[at] | 0x20), wanted = static_cast<unsigned char>(phrase[0] | 0x20);
    if (first != wanted && !(wanted >= 0x80 && (first == 'o' || first == 'u'))) return std::nullopt;
  }
  auto end = at;
  for (std::size_t p = 0; p < phrase.size();) {
    if (end >= text.size()) return std::nullopt;
    if (text[end] == phrase[p]) {  // most letters are written so
      ++end, ++p;
      continue;
    }
    for (; (static_cast<unsigned char>(phrase[p]) & 0xC0) == 0x80; --p) --end;
    auto const wanted = next_code_point(phrase, p);
    auto const found = to_lower(next_code_point(text, end));
    if (found == wanted) continue;
    // "uỷ" for "ủy"
    bool const other_tone = (found == U'o' || found == U'u') && wanted >= 0x80;
    return other_tone ? skip_folded_phrase(text, at, phrase) : std::nullopt;
  }
  if (is_word_char(first_code_point(text, end)) && is_word_char(code_point_before(phrase, phrase.size()))) return std::nullopt;
  return end;
}

}  // namespace vanthu::grammar
