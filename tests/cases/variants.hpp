// The same document stored in other ways.
#pragma once
#include <string>
#include <string_view>

namespace vanthu::test {

enum class Variant : unsigned char { nfd, crlf, utf16le };
inline constexpr Variant variants[] = {Variant::nfd, Variant::crlf, Variant::utf16le};
std::string_view to_string(Variant variant);

// `text` (UTF-8 with LF) stored that way. Works letter by letter: what a part of the text becomes does not hang on what follows it.
std::string stored_as(Variant variant, std::string_view text);

}  // namespace vanthu::test
