#include "read/plain_bytes.hpp"

#include <cstdint>
#include <utility>

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
  constexpr std::uint64_t state_bits = 63;
  auto const after = [](std::uint64_t state, char byte) { return steps[static_cast<unsigned char>(byte)] >> (state & state_bits); };
  std::uint64_t state = start;
  auto whole = at;  // behind the last whole character
  // Where all of several bytes are plain, one look at the end of them will do.
  constexpr std::size_t several = 16;
  while (utf8.size() - at >= several) {
    auto next = state;
    [&]<std::size_t... I>(std::index_sequence<I...>) { ((next = after(next, utf8[at + I])), ...); }(std::make_index_sequence<several>{});
    if ((next & state_bits) == stop) break;
    state = next;
    at += several;
  }
  for (whole = at; (state & state_bits) != start && whole > 0;)
    if ((static_cast<unsigned char>(utf8[--whole]) & 0xC0U) != 0x80) break;
  for (; at < utf8.size(); ++at) {
    state = after(state, utf8[at]) & state_bits;
    if (state == stop) break;
    whole = state == start ? at + 1 : whole;
  }
  return whole;
}

}  // namespace vanthu
