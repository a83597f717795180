// Composed form (NFC) of text that carries a map.
#pragma once
#include "read/mapped_text.hpp"

namespace vanthu {

// `text` in NFC; words with letters that had to be composed are noted (AnomalyKind::decomposed,
// from the first such letter to the last). Text that is NFC already comes back untouched.
MappedText to_nfc(MappedText text);

// False for what can combine with the character before it: combining marks, trailing Hangul letters.
bool starts_character(char32_t c);

}  // namespace vanthu
