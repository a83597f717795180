// Encodings of Vietnamese text from before Unicode: what each byte stands for, and which fonts show it.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "vanthu/document.hpp"

namespace vanthu {

// "windows-1258", "TCVN3 (ABC)", "VNI"
std::string_view to_string(CodePage page);

// A letter or sign, or one or two marks that belong on the letter before them. `second` is 0 where there is only one.
struct CodePoints {
  char16_t first = 0;
  char16_t second = 0;
};
constexpr char16_t unassigned = 0xFFFD;

// The bytes of a text decode one by one; NFC then makes letters of letters and marks. `first` is `unassigned` for a byte that the
// code page has nothing for.
CodePoints decode_byte(CodePage page, unsigned char byte);

// What windows-1252 has for the byte, which is how files store text of old fonts; the control itself where it has nothing.
char32_t decode_windows1252(unsigned char byte);

struct ShownLetter {
  char32_t first = 0;
  char32_t second = 0;  // a mark on the same letter; 0 where there is none
};

// What a font of that code page shows for a character as stored: U+00A1…U+00FF as decode_byte() has them, all others as they are. A
// character that the code page has nothing for stays as it is too. `capitals`: the font shows small letters as capitals.
ShownLetter shown_in_font(CodePage page, bool capitals, char32_t stored);

// The way back: the bytes (one, or a letter and its mark) for a letter or sign in NFC, which are windows-1252 too. Nothing where the code
// page has none, as TCVN3 for capitals with tones.
std::optional<std::string> stored_in_font(CodePage page, char32_t letter);

struct FontPage {
  CodePage page = CodePage::tcvn3;
  bool capitals = false;
};

// What the name of a font says of the text in it: ".VnTime" TCVN3, ".VnTimeH" TCVN3 in capitals, "VNI-Times" VNI; letter case is not
// looked at. Nothing for all others. Text may be Unicode in spite of the name: see believed_font_texts().
std::optional<FontPage> code_page_of_font(std::string_view font);

}  // namespace vanthu
