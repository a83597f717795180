// Look-alike letters of other scripts inside Vietnamese words.
#pragma once
#include "read/mapped_text.hpp"

namespace vanthu {

// Notes each Greek or Cyrillic letter that stands in one word with Latin letters (AnomalyKind::foreign_letter). The text stays. Also those
// of a word all of look-alikes that punctuation joins to Latin letters ("NĐ-СР"), unless the line has words that are truly of such a
// script.
void note_foreign_letters(MappedText& text);

}  // namespace vanthu
