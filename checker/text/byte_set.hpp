// Sets of ASCII signs looked for byte by byte. The functions of std::string_view with these names ask a list with a call for each byte,
// which costs more than all the rest where texts are short.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace vanthu {

class ByteSet {
 public:
  consteval explicit ByteSet(std::string_view bytes) {
    for (char const byte : bytes) bits_[static_cast<unsigned char>(byte) / 64] |= std::uint64_t{1} << static_cast<unsigned char>(byte) % 64;
  }

  constexpr bool holds(char byte) const {
    return (bits_[static_cast<unsigned char>(byte) / 64] >> static_cast<unsigned char>(byte) % 64 & 1U) != 0;
  }

  // Places in `text`; npos where there is none.
  std::size_t find_first_in(std::string_view text, std::size_t at = 0) const { return find(text, at, true); }
  std::size_t find_first_not_in(std::string_view text, std::size_t at = 0) const { return find(text, at, false); }

  // The text without those of its first or last bytes that are in the set.
  std::string_view trimmed_from(std::string_view text) const {
    while (!text.empty() && holds(text.front())) text.remove_prefix(1);
    while (!text.empty() && holds(text.back())) text.remove_suffix(1);
    return text;
  }

 private:
  std::size_t find(std::string_view text, std::size_t at, bool in) const {
    for (; at < text.size(); ++at)
      if (holds(text[at]) == in) return at;
    return std::string_view::npos;
  }

  std::array<std::uint64_t, 4> bits_{};
};

constexpr ByteSet ascii_digits("0123456789");

}  // namespace vanthu
