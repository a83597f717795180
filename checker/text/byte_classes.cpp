#include "text/byte_classes.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace vanthu {
namespace {

constexpr auto block = ByteClasses::bytes;
constexpr std::size_t before = 2;  // bytes before a block, which tell what its first ones continue

unsigned char byte_at(std::string_view text, std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : ' '; }

// Of the byte that follows `one`, which follows `two`.
bool is_usual(unsigned two, unsigned one, unsigned byte) {
  if (byte >= 0xC0) return (byte >= 0xC3 && byte <= 0xC6) || byte == 0xE1;
  switch (one) {
    case 0xC3: return byte >= 0xA0 && byte != 0xB7;                  // à to ÿ without ÷
    case 0xC4: return byte == 0x83 || byte == 0x91 || byte == 0xA9;  // ă đ ĩ
    case 0xC5: return byte == 0xA9;                                  // ũ
    case 0xC6: return byte == 0xA1 || byte == 0xB0;                  // ơ ư
    case 0xE1: return byte == 0xBA || byte == 0xBB;                  // U+1E80 to U+1EFF, where small letters have odd numbers
    default: return two == 0xE1 && (byte & 1U) != 0;
  }
}

#ifdef __SSE2__

// `bytes` has room for two bytes before it.
ByteClasses classes_of(char const* bytes) {
  auto const all = [](unsigned byte) { return _mm_set1_epi8(static_cast<char>(byte)); };
  auto const load = [&](std::size_t at) { return _mm_loadu_si128(reinterpret_cast<__m128i const*>(bytes + at)); };
  auto const is = [&](__m128i x, unsigned byte) { return _mm_cmpeq_epi8(x, all(byte)); };
  auto const either = [](auto... x) { return (__m128i{} | ... | x); };
  // From `first` to `last`, as signed numbers.
  auto const between = [&](__m128i x, unsigned first, unsigned last) {
    return _mm_cmpgt_epi8(x, all(first - 1)) & _mm_cmpgt_epi8(all(last + 1), x);
  };
  auto const bits = [](__m128i x, std::size_t at) { return static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(x))) << at; };
  ByteClasses out;
  for (std::size_t at = 0; at < block; at += sizeof(__m128i)) {
    auto const x = load(at), one = load(at - 1), two = load(at - 2);
    auto const digit = between(x, '0', '9');
    out.digit |= bits(digit, at);
    out.high |= bits(x, at);
    out.word |= bits(x | digit | between(x | all(0x20), 'a', 'z'), at);
    auto const usual = either(between(x, 0xC3, 0xC6), is(x, 0xE1), is(one, 0xC3) & between(x, 0xA0, 0xBF) & ~is(x, 0xB7),
                              is(one, 0xC4) & either(is(x, 0x83), is(x, 0x91), is(x, 0xA9)), is(one, 0xC5) & is(x, 0xA9),
                              is(one, 0xC6) & either(is(x, 0xA1), is(x, 0xB0)), is(one, 0xE1) & either(is(x, 0xBA), is(x, 0xBB)),
                              is(two, 0xE1) & is(x & all(0xC1), 0x81));
    out.unusual |= bits(x & ~usual, at);
    auto const vowel = one | all(0x20);
    out.toned |= bits(either(is(x, 0xC3), is(x, 0xE1)) & either(is(vowel, 'o'), is(vowel, 'u')), at);
  }
  return out;
}

#endif

}  // namespace

ByteClasses byte_classes_plain(std::string_view text, std::size_t at) {
  ByteClasses out;
  for (std::size_t i = 0; i < block; ++i) {
    auto const byte = byte_at(text, at + i);
    auto const bit = std::uint64_t{1} << i;
    auto const small = byte | 0x20U;
    bool const digit = byte >= '0' && byte <= '9', high = byte >= 0x80;
    if (digit) out.digit |= bit;
    if (high) out.high |= bit;
    if (digit || high || (small >= 'a' && small <= 'z')) out.word |= bit;
    auto const two = at + i > 1 ? byte_at(text, at + i - 2) : 0U, one = at + i > 0 ? byte_at(text, at + i - 1) : 0U;
    if (high && !is_usual(two, one, byte)) out.unusual |= bit;
    if ((byte == 0xC3 || byte == 0xE1) && ((one | 0x20U) == 'o' || (one | 0x20U) == 'u')) out.toned |= bit;
  }
  return out;
}

#ifdef __SSE2__

ByteClasses byte_classes(std::string_view text, std::size_t at) {
  if (at >= before && at + block <= text.size()) return classes_of(text.data() + at);
  std::array<char, before + block> bytes;
  bytes.fill(' ');
  auto const known = std::min(at, before);
  std::memcpy(bytes.data() + before - known, text.data() + at - known, std::min(block, text.size() - at) + known);
  return classes_of(bytes.data() + before);
}

#else

ByteClasses byte_classes(std::string_view text, std::size_t at) { return byte_classes_plain(text, at); }

#endif

}  // namespace vanthu
