// Bytes → NFC UTF-8 with plain blanks and line ends. The first stage of reading.
#pragma once
#include <optional>
#include <string_view>
#include <variant>

#include "read/mapped_text.hpp"
#include "vanthu/read.hpp"

namespace vanthu {

struct Decoded {
  Encoding encoding = Encoding::utf8;
  std::optional<CodePage> font_encoding;  // as in Document
  // Lines end at '\n'; '\f' is a page break and '\v' a line break inside a line of the file. Blanks are ' ' and '\t'. Invisible
  // characters are gone.
  MappedText text;
};

std::variant<Decoded, ReadError> decode(std::string_view bytes);

}  // namespace vanthu
