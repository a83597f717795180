#include "read/plain_bytes.hpp"

#include <cstdint>

namespace vanthu {
namespace {

// Where in a character a byte stands. The next states of all of them are packed in one number for each byte, each at the bit that is the
// state's value: a step is a look-up and a shift, and letters of one, two and three bytes take the same way.
enum State : std::uint64_t {
  start = 0,
  no_eth = 8,         // behind 0xC3: Ð is none of what is plain, nor is Ɖ behind 0xC6, since both are made Đ
  no_african_d = 16,  //
  vietnamese = 24,    // behind 0xE1: U+1E00 to U+1EFF
  last = 32,          // before any last byte
  stop = 40,          // the character is not plain, or none
};
constexpr std::uint64_t state_bits = 63;

constexpr State after_first(std::size_t byte) {
  if ((byte >= 0x20 && byte < 0x7F) || (byte >= '\t' && byte <= '\f')) return start;  // with '\n', '\v'
  if (byte == 0xC3) return no_eth;
  if (byte == 0xC6) return no_african_d;
  if (byte > 0xC3 && byte <= 0xCB) return last;  // U+0100 to U+02FF
  return byte == 0xE1 ? vietnamese : stop;
}

constexpr auto steps = [] {
  std::array<std::uint64_t, 256> bytes{};
  for (std::size_t byte = 0; byte < bytes.size(); ++byte) {
    bool const continues = byte >= 0x80 && byte < 0xC0;
    bytes[byte] = after_first(byte) << start | (continues && byte != 0x90 ? start : stop) << no_eth |
                  (continues && byte != 0x89 ? start : stop) << no_african_d | (byte >= 0xB8 && byte <= 0xBB ? last : stop) << vietnamese |
                  (continues ? start : stop) << last | std::uint64_t{stop} << stop;
  }
  return bytes;
}();

}  // namespace

std::size_t end_of_plain(std::string_view utf8, std::size_t at) {
  std::uint64_t state = start;
  auto whole = at;  // behind the last whole character
  for (; at < utf8.size(); ++at) {
    state = steps[static_cast<unsigned char>(utf8[at])] >> state & state_bits;
    if (state == stop) break;
    whole = state == start ? at + 1 : whole;
  }
  return whole;
}

}  // namespace vanthu
