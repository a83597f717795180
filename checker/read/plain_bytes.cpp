#include "read/plain_bytes.hpp"

#include <cstdint>

namespace vanthu {
namespace {

constexpr auto is_plain_ascii = [] {
  std::array<bool, 256> bytes{};
  for (std::size_t byte = 0x20; byte < 0x7F; ++byte) bytes[byte] = true;
  for (auto const byte : {'\t', '\n', '\v', '\f'}) bytes[static_cast<std::size_t>(byte)] = true;
  return bytes;
}();

// What is asked of the byte after the first.
enum : std::uint8_t { continues = 1, vietnamese = 2, no_eth = 4, no_african_d = 8, never = 16 };

struct First {
  std::uint8_t length;  // of the character; 0 where it is none that is plain
  std::uint8_t second;
};

// By first byte of what is not ASCII.
constexpr auto firsts = [] {
  std::array<First, 256> bytes{};
  bytes.fill({0, never});
  for (std::size_t byte = 0xC3; byte <= 0xCB; ++byte) bytes[byte] = {2, continues};  // U+00C0 to U+02FF
  bytes[0xC3].second |= no_eth;                                                      // Ð, and below Ɖ: both are made Đ
  bytes[0xC6].second |= no_african_d;
  bytes[0xE1] = {3, vietnamese};  // U+1E00 to U+1EFF
  return bytes;
}();

constexpr auto seconds = [] {
  std::array<std::uint8_t, 256> bytes{};
  for (std::size_t byte = 0x80; byte < 0xC0; ++byte)
    bytes[byte] = static_cast<std::uint8_t>(continues | (byte >= 0xB8 && byte <= 0xBB ? vietnamese : 0) | (byte != 0x90 ? no_eth : 0) |
                                            (byte != 0x89 ? no_african_d : 0));
  return bytes;
}();

}  // namespace

std::size_t end_of_plain(std::string_view utf8, std::size_t at) {
  auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[i]); };
  for (;;) {
    while (at < utf8.size() && is_plain_ascii[byte(at)]) ++at;
    if (at == utf8.size()) return at;
    auto const first = firsts[byte(at)];
    if (at + 2 >= utf8.size() || (seconds[byte(at + 1)] & first.second) != first.second) return at;
    if (first.length == 3 && (byte(at + 2) & 0xC0U) != 0x80) return at;
    at += first.length;
  }
}

}  // namespace vanthu
