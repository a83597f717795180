// Signs of fonts that have no Unicode characters (Symbol, Wingdings) as the Unicode characters a reader sees.
#pragma once
#include <string_view>

namespace vanthu::docx {

// What `font` shows for a character of the private use area U+F020 … U+F0FF, or, where `font` is a symbol font, for one below U+0100.
// Signs without a likeness are bullets; other characters and other fonts give the character itself.
char32_t symbol(std::string_view font, char32_t character);

}  // namespace vanthu::docx
