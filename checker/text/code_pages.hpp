// Encodings of Vietnamese text from before Unicode: what each byte stands for.
#pragma once
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

}  // namespace vanthu
