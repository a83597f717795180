#include "text/word_index.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include "text/unicode.hpp"

namespace vanthu {
namespace {

constexpr std::uint32_t seed = 0x811C9DC5;

std::uint32_t mix(std::uint32_t hash, char32_t c) { return (std::rotl(hash, 5) ^ static_cast<std::uint32_t>(c)) * 0x9E3779B1U; }

// The hash of a word as it grows letter by letter.
struct Growing {
  std::uint32_t hash = seed, before_last = seed, before_two = seed;
  char32_t last = 0, second = 0, third = 0;  // from the end

  void add(char32_t lower) {
    before_two = before_last;
    before_last = hash;
    hash = mix(hash, lower);
    third = second;
    second = last;
    last = lower;
  }

  // No letter follows: the tone mark of an open syllable goes to its usual place.
  void end_letters() {
    if (last < 0x80 || (second != U'o' && second != U'u') || third == U'q') return;
    if (auto const [vowel, glide] = usual_tone(second, last); vowel != 0) hash = mix(mix(before_two, vowel), glide);
  }
  // 0 is kept for "no word".
  std::uint32_t value() const { return hash == 0 ? 1 : hash; }
};

}  // namespace

std::vector<Word> index_words(std::string_view text) {
  std::vector<Word> out;
  out.reserve(text.size() / 5 + 1);
  for (std::size_t at = 0; at < text.size();) {
    // The way of most words: small steps, and only where a tone mark may stand in another place all of word_at().
    auto const begin = at;
    auto hash = seed;
    char32_t last = 0;
    bool moved = false;
    for (auto next = at; at < text.size(); at = next) {
      if (auto const byte = static_cast<unsigned char>(text[at]); byte < 0x80) {
        auto const& ascii = unicode::letters[byte];
        ++next;
        if ((ascii.is & (unicode::letter | unicode::digit)) == 0) {
          if (at == begin) at = next;
          break;
        }
        last = ascii.lower;
        hash = mix(hash, last);
        continue;
      }
      auto const c = next_code_point(text, next);
      auto const* known = unicode::find(c);
      if (known ? (known->is & (unicode::letter | unicode::digit)) == 0 : !unicode::is_letter(c)) {
        if (at == begin) at = next;
        break;
      }
      moved |= (last == U'o' || last == U'u') && known != nullptr && (known->is & unicode::may_bear_moved_tone) != 0;
      last = known ? known->lower : unicode::to_lower(c);
      hash = mix(hash, last);
    }
    if (last == 0) continue;  // no letter
    auto const place = Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
    out.push_back(moved ? word_at(text, begin) : Word{place, hash == 0 ? 1 : hash});
  }
  return out;
}

std::span<Word const> words_in(Document const& document, Span span) {
  auto const begin_of = [](Word const& w) { return w.span.begin; };
  auto const begin = std::ranges::lower_bound(document.words, span.begin, {}, begin_of);
  return {begin, std::ranges::lower_bound(begin, document.words.end(), span.end, {}, begin_of)};
}

std::uint32_t word_hash(std::string_view word) { return word_at(word, 0).hash; }

Word word_at(std::string_view text, std::size_t at) {
  Growing growing;
  bool letters = false;
  auto end = at;
  for (auto i = at; i < text.size(); end = i) {
    auto const c = next_code_point(text, i);
    auto const* known = unicode::find(c);
    bool const letter = known ? (known->is & unicode::letter) != 0 : unicode::is_letter(c);
    if (letters && !letter) growing.end_letters();
    letters = letter;
    if (!letter && !is_digit(c)) break;
    growing.add(known ? known->lower : unicode::to_lower(c));
  }
  if (letters) growing.end_letters();
  return {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, growing.value()};
}

WordPlaces::WordPlaces(std::span<Word const> words)
    : words_(words),
      mask_(static_cast<std::uint32_t>(std::bit_ceil(words.size() / 2 + 1)) - 1),
      first_(mask_ + 1, static_cast<std::uint32_t>(words.size())),
      next_(words.size()) {
  for (auto i = static_cast<std::uint32_t>(words.size()); i-- > 0;) next_[i] = std::exchange(first_[words[i].hash & mask_], i);
}

WordPhrase make_phrase(std::string_view text) {
  WordPhrase out{std::string(text), fold(text), {}, {}, {}};
  auto const words = index_words(text);
  out.lead = text.substr(0, words.empty() ? text.size() : words.front().span.begin);
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto const end = i + 1 < words.size() ? words[i + 1].span.begin : text.size();
    out.words.push_back(words[i].hash);
    out.after.emplace_back(text.substr(words[i].span.end, end - words[i].span.end));
  }
  return out;
}

std::optional<Span> phrase_at(std::string_view text, std::span<Word const> words, std::size_t at, WordPhrase const& phrase) {
  auto const count = phrase.words.size();
  if (count == 0 || at > words.size() || words.size() - at < count) return std::nullopt;
  for (std::size_t i = 0; i < count; ++i)
    if (words[at + i].hash != phrase.words[i]) return std::nullopt;
  Span out{words[at].span.begin, words[at + count - 1].span.end};
  for (std::size_t i = 0; i < count; ++i) {
    auto const from = words[at + i].span.end;
    bool const last = i + 1 == count;
    if (last ? !text.substr(from).starts_with(phrase.after[i]) : text.substr(from, words[at + i + 1].span.begin - from) != phrase.after[i])
      return std::nullopt;
  }
  if (!text.substr(0, out.begin).ends_with(phrase.lead)) return std::nullopt;
  out.begin -= static_cast<std::uint32_t>(phrase.lead.size());
  out.end += static_cast<std::uint32_t>(phrase.after.back().size());
  if (fold(slice(text, out)) != phrase.folded) return std::nullopt;  // words of equal hash
  return out;
}

WordTable::WordTable(std::vector<std::uint32_t> const& hashes)
    : mask_(static_cast<std::uint32_t>(std::bit_ceil(hashes.size() * 4 + 1)) - 1), slots_(mask_ + 1) {
  for (std::uint32_t i = 0; i < hashes.size(); ++i) {
    auto at = hashes[i] & mask_;
    while (slots_[at].range.end != 0 && slots_[at].hash != hashes[i]) at = (at + 1) & mask_;
    auto& slot = slots_[at];
    slot = {hashes[i], {slot.range.end == 0 ? i : slot.range.begin, i + 1}};
  }
}

}  // namespace vanthu
