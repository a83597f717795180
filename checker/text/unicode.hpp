// The one door to ICU's character data, on UTF-8. Nothing here allocates more than its result. What the letters of Vietnamese need is
// answered by a small table made from ICU's data when the program starts; ICU itself is asked for the rest of Unicode.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "vanthu/span.hpp"

namespace vanthu {

namespace unicode {

struct Letter {
  std::uint16_t lower, upper;  // its other case; itself where it has none
  std::uint16_t base;          // lower case without diacritics, đ → d
  std::uint8_t is;             // bits below
};
// may_bear_moved_tone: the second letter of "hoà", "uỷ", whose tone fold() puts on the first.
enum : std::uint8_t { letter = 1, upper_case = 2, lower_case = 4, digit = 8, may_bear_moved_tone = 16 };

// U+0000…U+024F, then U+1E00…U+1EFF: every letter of Vietnamese in NFC.
constexpr std::uint32_t low_end = 0x250, high_begin = 0x1E00, high_end = 0x1F00;
extern std::array<Letter, low_end + (high_end - high_begin)> const letters;

// Null outside of the table.
inline Letter const* find(char32_t c) {
  if (c < low_end) return &letters[c];
  return c - high_begin < high_end - high_begin ? &letters[c - high_begin + low_end] : nullptr;
}

// For what the table does not hold.
bool is_letter(char32_t c);
bool is_upper(char32_t c);
bool is_lower(char32_t c);
char32_t to_lower(char32_t c);
char32_t to_upper(char32_t c);
char32_t next_multibyte(std::string_view text, std::size_t& at);
void append_multibyte(std::string& out, char32_t code_point);

}  // namespace unicode

// Code point that starts at text[at]; `at` moves past it. Malformed bytes give U+FFFD and move one byte on.
inline char32_t next_code_point(std::string_view text, std::size_t& at) {
  auto const byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) {
    ++at;
    return byte;
  }
  auto const continues = [&](std::size_t i) { return (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80; };
  if (byte >= 0xC2 && byte < 0xE0 && at + 1 < text.size() && continues(at + 1)) {
    auto const second = static_cast<unsigned char>(text[at + 1]);
    at += 2;
    return (byte & 0x1FU) << 6U | (second & 0x3FU);
  }
  if (byte == 0xE1 && at + 2 < text.size() && continues(at + 1) && continues(at + 2)) {
    auto const second = static_cast<unsigned char>(text[at + 1]), third = static_cast<unsigned char>(text[at + 2]);
    at += 3;
    return 0x1000U | (second & 0x3FU) << 6U | (third & 0x3FU);
  }
  return unicode::next_multibyte(text, at);
}

inline void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    char const bytes[] = {static_cast<char>(0xC0U | c >> 6U), static_cast<char>(0x80U | (c & 0x3FU))};
    out.append(bytes, 2);
  } else if (c < 0xD800) {
    char const bytes[] = {static_cast<char>(0xE0U | c >> 12U), static_cast<char>(0x80U | (c >> 6U & 0x3FU)),
                          static_cast<char>(0x80U | (c & 0x3FU))};
    out.append(bytes, 3);
  } else {
    unicode::append_multibyte(out, c);
  }
}

// Writes `c`, a character of Unicode, at `to`, where four bytes have room; gives the place behind it.
inline char* put_utf8(char* to, char32_t c) {
  if (c < 0x80) {
    *to++ = static_cast<char>(c);
    return to;
  }
  if (c < 0x800) {
    *to++ = static_cast<char>(0xC0U | c >> 6U);
  } else if (c < 0x10000) {
    *to++ = static_cast<char>(0xE0U | c >> 12U);
    *to++ = static_cast<char>(0x80U | (c >> 6U & 0x3FU));
  } else {
    *to++ = static_cast<char>(0xF0U | c >> 18U);
    *to++ = static_cast<char>(0x80U | (c >> 12U & 0x3FU));
    *to++ = static_cast<char>(0x80U | (c >> 6U & 0x3FU));
  }
  *to++ = static_cast<char>(0x80U | (c & 0x3FU));
  return to;
}

inline bool is_letter(char32_t c) {
  auto const* known = unicode::find(c);
  return known ? (known->is & unicode::letter) != 0 : unicode::is_letter(c);
}
// Letters with upper case only; false for digits.
inline bool is_upper(char32_t c) {
  auto const* known = unicode::find(c);
  return known ? (known->is & unicode::upper_case) != 0 : unicode::is_upper(c);
}
inline bool is_lower(char32_t c) {
  auto const* known = unicode::find(c);
  return known ? (known->is & unicode::lower_case) != 0 : unicode::is_lower(c);
}
inline bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }  // ASCII 0-9 only
// A letter or digit: what words are made of.
inline bool is_word_char(char32_t c) {
  auto const* known = unicode::find(c);
  return known ? (known->is & (unicode::letter | unicode::digit)) != 0 : unicode::is_letter(c);
}
inline char32_t to_lower(char32_t c) {
  auto const* known = unicode::find(c);
  return known ? known->lower : unicode::to_lower(c);
}
inline char32_t to_upper(char32_t c) {
  auto const* known = unicode::find(c);
  return known ? known->upper : unicode::to_upper(c);
}

// The Latin letter that a Greek or Cyrillic one looks like: 'P' for U+0420. 0 for any other letter.
char latin_look_alike(char32_t c);

// Composed form (NFC); text with malformed bytes comes back as it is.
std::string to_nfc(std::string_view text);

std::string to_lower(std::string_view text);
std::string to_upper(std::string_view text);

// Lower case, blanks squeezed and trimmed, and the two ways to place a tone mark made one (hoà → hòa, uỷ → ủy). For comparing names and
// phrases; đ and d stay apart.
std::string fold(std::string_view text);
// Where fold() has the tone mark of an open syllable: "oà" gives {ò, a}, "uỷ" {ủ, y}; {0, 0} where it stays. Both in small letters.
std::pair<char32_t, char32_t> usual_tone(char32_t vowel, char32_t toned);
// fold() without any diacritics, đ → d: for searching and for telling damaged words.
std::string fold_ascii(std::string_view text);

std::size_t code_points(std::string_view text);
// Columns on a terminal: 0 for combining marks, 2 for wide characters, 1 else.
std::size_t display_width(char32_t c);
std::size_t display_width(std::string_view text);

// True when every letter is upper case and there is at least one.
bool all_caps(std::string_view text);

// Spans (in bytes of `text`) of words: maximal runs of letters and digits. "Hưng Yên, 12/5" gives Hưng, Yên, 12, 5.
std::vector<Span> words(std::string_view text);

std::string_view trim(std::string_view text);  // ASCII blanks only

}  // namespace vanthu
