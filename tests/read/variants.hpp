// One document in the encodings and line ends that files come in, and short forms of what read() made of it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "vanthu/read.hpp"

namespace vanthu::testing {

struct Variant {
  std::string_view what;
  std::string bytes;
};

// `text`: NFC UTF-8 with LF. The first variant is the text itself.
std::vector<Variant> variants(std::string_view text);

std::string decomposed(std::string_view text);
std::string utf16(std::string_view text, bool little, bool bom);

// read() of what must be readable; an empty Document (and a failure) when it is not.
Document read_text(std::string_view bytes, std::string_view name = "a.txt");
// The kind of the error; "" when the bytes can be read.
std::string error_kind(std::string_view bytes, std::string_view name = "a.txt");

// One line a block: "L" or "R" for the column, then "#" heading, "|" cell, nothing else; then a blank (where there is a sign) and the text.
std::string blocks_of(Document const& document);

// The file's bytes of a span as NFC UTF-8.
std::string source_of(Document const& document, Span span);

}  // namespace vanthu::testing
