// Bytes → NFC UTF-8 with plain blanks and line ends. The first stage of reading.
#pragma once
#include <optional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "read/mapped_text.hpp"
#include "vanthu/read.hpp"

namespace vanthu {

struct Decoded {
  Encoding encoding = Encoding::utf8;
  std::vector<FontText> font_texts;  // as in Document
  // Lines end at '\n'; '\f' is a page break and '\v' a line break inside a line of the file. Blanks are ' ' and '\t'. Invisible
  // characters are gone.
  MappedText text;
};

std::variant<Decoded, ReadError> decode(std::string_view bytes);

// The same of well-formed bytes whose encoding is known, and the parts of them that are typed for old fonts. For DOCX: `source` is that of
// the Document, UTF-8.
MappedText decode_known(std::string_view source, Encoding encoding, std::span<FontText const> font_texts);

}  // namespace vanthu
