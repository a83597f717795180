// What the bytes of a text are, for sixty-four of them together: a bit each, the lowest for the first.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace vanthu {

struct ByteClasses {
  static constexpr std::size_t bytes = 64;
  std::uint64_t word = 0;     // ASCII letters and digits; all bytes of what is not ASCII
  std::uint64_t digit = 0;    // ASCII digits
  std::uint64_t high = 0;     // what is not ASCII
  std::uint64_t unusual = 0;  // bytes that are not ASCII and not part of a small letter of Vietnamese (or of Latin-1)
  std::uint64_t toned = 0;    // bytes that may begin the second letter of "oà", "uỷ"
};

// Of text[at, at + 64), which is UTF-8 and whose first byte may stand inside a character. Behind the text stand blanks.
ByteClasses byte_classes(std::string_view text, std::size_t at);

// The same, byte by byte: what byte_classes() does where the machine has no instructions for it.
ByteClasses byte_classes_plain(std::string_view text, std::size_t at);

}  // namespace vanthu
