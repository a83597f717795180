// The one door to ICU's character data, on UTF-8. Nothing here allocates more than its result.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "vanthu/span.hpp"

namespace vanthu {

// Code point that starts at text[at]; `at` moves past it. Malformed bytes give U+FFFD and move one byte on.
char32_t next_code_point(std::string_view text, std::size_t& at);
void append_utf8(std::string& out, char32_t code_point);

bool is_letter(char32_t c);
bool is_upper(char32_t c);  // letters with upper case only; false for digits
bool is_lower(char32_t c);
bool is_digit(char32_t c);  // ASCII 0-9 only
char32_t to_lower(char32_t c);
char32_t to_upper(char32_t c);

// The Latin letter that a Greek or Cyrillic one looks like: 'P' for U+0420. 0 for any other letter.
char latin_look_alike(char32_t c);

std::string to_lower(std::string_view text);
std::string to_upper(std::string_view text);

// Lower case, blanks squeezed and trimmed, and the two ways to place a tone mark made one (hoà → hòa, uỷ → ủy). For comparing names and
// phrases; đ and d stay apart.
std::string fold(std::string_view text);
// fold() without any diacritics, đ → d: for searching and for telling damaged words.
std::string fold_ascii(std::string_view text);

std::size_t code_points(std::string_view text);
// Columns on a terminal: 0 for combining marks, 2 for wide characters, 1 else.
std::size_t display_width(std::string_view text);

// True when every letter is upper case and there is at least one.
bool all_caps(std::string_view text);

// Spans (in bytes of `text`) of words: maximal runs of letters and digits. "Hưng Yên, 12/5" gives Hưng, Yên, 12, 5.
std::vector<Span> words(std::string_view text);

std::string_view trim(std::string_view text);  // ASCII blanks only

}  // namespace vanthu
