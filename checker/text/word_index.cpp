#include "text/word_index.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "text/byte_classes.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

// A hash is made of sixteen bytes at a time: two numbers whose lowest bytes are the first.
static_assert(std::endian::native == std::endian::little);
struct Sixteen {
  std::uint64_t low = 0, high = 0;
};

// For each number of bytes, those that it leaves.
constexpr auto masks = [] {
  std::array<Sixteen, sizeof(Sixteen) + 1> out{};
  for (std::size_t n = 1; n < out.size(); ++n) {
    out[n] = out[n - 1];
    (n <= 8 ? out[n].low : out[n].high) |= std::uint64_t{0xFF} << (n - 1) % 8 * 8;
  }
  return out;
}();

std::uint64_t small(std::uint64_t bytes) { return bytes | (~bytes & 0x8080808080808080U) >> 2U; }

inline std::uint64_t mixed(std::uint64_t hash, Sixteen const& bytes, std::size_t size) {
  hash = (hash ^ (small(bytes.low) & masks[size].low)) * 0x9E3779B97F4A7C15U;
  return (hash ^ hash >> 32U ^ (small(bytes.high) & masks[size].high)) * 0xBF58476D1CE4E5B9U;
}

// 0 is kept for "no word".
std::uint32_t hash_from(std::uint64_t mixed) {
  auto const out = static_cast<std::uint32_t>(mixed >> 32U);
  return out + (out == 0);
}

// Of a word of which no letter but those of ASCII is a capital.
std::uint32_t hash_of(std::string_view word) {
  std::uint64_t hash = 0;
  for (; !word.empty(); word.remove_prefix(std::min(word.size(), sizeof(Sixteen)))) {
    Sixteen bytes;
    auto const size = std::min(word.size(), sizeof bytes);
    std::memcpy(&bytes, word.data(), size);
    hash = mixed(hash, bytes, size);
  }
  return hash_from(hash);
}

Word make_word(std::size_t begin, std::size_t end, std::uint32_t hash) {
  return {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, hash};
}

// It ends in o or u and a letter of several bytes: there the tone mark may stand in another place ("hoà", "uỷ").
bool may_end_in_moved_tone(std::string_view text, std::size_t end) {
  std::uint32_t last = 0;
  if (end < sizeof last) return end > 1;
  std::memcpy(&last, text.data() + end - sizeof last, sizeof last);
  auto const of_two = last >> 8U & 0xFFDFU, of_three = last & 0xFFDFU;  // a vowel made a capital, and what follows it
  return (of_two == 0xC34F) | (of_two == 0xC355) | (of_three == 0xE14F) | (of_three == 0xE155);
}

// Whatever its letters.
Word any_word_at(std::string_view text, std::size_t begin) {
  std::array<char, 64> small{};  // as much of it as has room, in small letters
  auto* to = small.data();
  auto end = begin;
  bool digits = false, high = false, fits = true;
  for (auto next = begin; next < text.size(); end = next) {
    auto const c = next_code_point(text, next);
    if (!is_word_char(c)) break;
    digits |= is_digit(c);
    high |= c >= 0x80;
    fits = fits && to + 4 <= small.data() + small.size();
    if (fits) to = put_utf8(to, to_lower(c));
  }
  std::string_view const word(small.data(), static_cast<std::size_t>(to - small.data()));
  if (fits && !(digits && high) && !may_end_in_moved_tone(word, word.size())) {
    Sixteen bytes;
    std::memcpy(&bytes, small.data(), sizeof bytes);
    return make_word(begin, end, word.size() <= sizeof bytes ? hash_from(mixed(0, bytes, word.size())) : hash_of(word));
  }
  return make_word(begin, end, hash_of(fold(text.substr(begin, end - begin))));
}

// Those of text[begin, end), which holds whole characters and no sign of ASCII.
void add_any_words(std::vector<Word>& out, std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end) {
    auto const word = any_word_at(text, begin);
    if (!word.span.empty()) out.push_back(word);
    begin = word.span.end;
    if (begin < end) next_code_point(text, begin);
  }
}

}  // namespace

std::vector<Word> index_words(std::string_view text) {
  std::vector<Word> out;
  out.reserve(text.size() / 5 + 1);
  std::size_t begin = 0;  // of the run at hand
  bool inside = false;    // of a run
  ByteClasses before;     // what the run has in the bytes before `at`
  bool rare_before = false;
  for (std::size_t at = 0; at < text.size(); at += ByteClasses::bytes) {
    auto const classes = byte_classes(text, at);
    auto const follows = classes.word << 1U | (inside ? 1U : 0U);
    auto starts = classes.word & ~follows;
    auto const rare = classes.unusual | classes.digit | classes.toned;  // a word with none of them has nothing to look at
    std::uint64_t from = 1;                                             // bit of the run's first byte, or of the first byte at all
    auto const start = [&] {
      from = starts & -starts;
      begin = at + static_cast<std::size_t>(std::countr_zero(starts));
      starts &= starts - 1;
    };
    for (auto ends = ~classes.word & follows; ends != 0; ends &= ends - 1) {
      if (!inside) start();
      auto const part = (ends & -ends) - from;
      auto const end = at + static_cast<std::size_t>(std::countr_zero(ends));
      auto const is_usual = [&] {
        auto const digits = (classes.digit & part) | before.digit, high = (classes.high & part) | before.high;
        return ((classes.unusual & part) | before.unusual) == 0 && (digits == 0 || high == 0) && !may_end_in_moved_tone(text, end);
      };
      Sixteen bytes;
      bool const fits = end - begin <= sizeof bytes && begin + sizeof bytes <= text.size();
      if (fits && (((rare & part) == 0 && !rare_before) || is_usual())) {
        std::memcpy(&bytes, text.data() + begin, sizeof bytes);
        out.push_back(make_word(begin, end, hash_from(mixed(0, bytes, end - begin))));
      } else {
        add_any_words(out, text, begin, end);
      }
      inside = false;
      before = {};
      rare_before = false;
    }
    if (starts != 0) {
      start();
      inside = true;
    }
    if (!inside) continue;
    rare_before = rare_before || (rare & -from) != 0;
    before.digit |= classes.digit & -from;
    before.high |= classes.high & -from;
    before.unusual |= classes.unusual & -from;
  }
  if (inside) add_any_words(out, text, begin, text.size());
  return out;
}

std::uint32_t word_hash(std::string_view word) { return word_at(word, 0).hash; }

Word word_at(std::string_view text, std::size_t at) { return any_word_at(text, at); }

WordPhrase make_phrase(std::string_view text) { return {std::string(text), index_words(text)}; }

namespace {

bool same_but_case(std::string_view a, std::string_view b) {
  std::size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    if (a[i] == b[j] && static_cast<unsigned char>(a[i]) < 0x80) {  // most of them
      ++i;
      ++j;
    } else if (to_lower(next_code_point(a, i)) != to_lower(next_code_point(b, j))) {
      return false;
    }
  }
  return i == a.size() && j == b.size();
}

}  // namespace

std::optional<Span> phrase_at(std::string_view text, std::span<Word const> words, std::size_t at, WordPhrase const& phrase) {
  std::span<Word const> const wanted = phrase.words;
  auto const count = wanted.size();
  if (count == 0 || at > words.size() || words.size() - at < count || words[at].hash != wanted[0].hash) return std::nullopt;
  auto const there = words.subspan(at, count);
  Span out{there.front().span.begin, there.back().span.end};
  auto const lead = wanted.front().span.begin, behind = static_cast<std::uint32_t>(phrase.text.size()) - wanted.back().span.end;
  if (out.begin < lead || text.size() - out.end < behind) return std::nullopt;
  out.begin -= lead;
  out.end += behind;
  auto const found = slice(text, out);
  if (found == phrase.text) return out;  // most stand as they are given
  for (std::size_t i = 0; i < count; ++i) {
    if (there[i].hash != wanted[i].hash) return std::nullopt;
    if (i > 0 && there[i].span.begin - there[i - 1].span.end != wanted[i].span.begin - wanted[i - 1].span.end) return std::nullopt;
  }
  if (same_but_case(found, phrase.text)) return out;
  // What is left are tone marks in other places, and words of equal hash.
  auto end_there = out.begin, end_wanted = 0U;  // of the word before
  for (std::size_t i = 0; i < count; ++i) {
    if (slice(text, {end_there, there[i].span.begin}) != slice(phrase.text, {end_wanted, wanted[i].span.begin})) return std::nullopt;
    if (fold(slice(text, there[i].span)) != fold(slice(phrase.text, wanted[i].span))) return std::nullopt;
    end_there = there[i].span.end;
    end_wanted = wanted[i].span.end;
  }
  return found.ends_with(std::string_view(phrase.text).substr(end_wanted)) ? std::optional(out) : std::nullopt;
}

WordTable::WordTable(std::vector<std::uint32_t> const& hashes)
    : mask_(static_cast<std::uint32_t>(std::bit_ceil(hashes.size() * 4 + 1)) - 1), slots_(mask_ + 1) {
  for (std::uint32_t i = 0; i < hashes.size(); ++i) {
    held_[hashes[i] >> 24U] |= std::uint64_t{1} << (hashes[i] >> 18U & 63U);
    auto at = hashes[i] & mask_;
    while (slots_[at].range.end != 0 && slots_[at].hash != hashes[i]) at = (at + 1) & mask_;
    auto& slot = slots_[at];
    slot = {hashes[i], {slot.range.end == 0 ? i : slot.range.begin, i + 1}};
  }
}

}  // namespace vanthu
