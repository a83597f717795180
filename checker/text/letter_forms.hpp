// The ways in which files store letters with marks.
#pragma once
#include <cstdint>
#include <string>

namespace vanthu {

enum class LetterForm : std::uint8_t {
  composed,    // NFC: one code point
  tone_apart,  // the letter with its circumflex, breve or horn, then the tone: windows-1258 and what typing programs call "tổ hợp"
  decomposed,  // NFD: the plain letter, then every mark
};

// The code points by which a letter (of NFC text) is stored in this form. Letters without marks, đ and all other characters are one
// code point in every form.
std::u32string stored_letter(char32_t letter, LetterForm form);

}  // namespace vanthu
