#include "text/word_index.hpp"

#include <algorithm>
#include <bit>

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
};

// The run of letters and digits that starts at `begin`, in small steps.
struct Run {
  std::size_t end, next;  // behind its last letter; behind the sign that ends it
  std::uint32_t hash;
  bool moved;  // a tone mark may stand in another place: the hash is that of a Growing
};

inline Run run_at(std::string_view text, std::size_t begin) {
  auto at = begin, end = begin;
  auto hash = seed;
  char32_t last = 0;
  bool moved = false;
  while (at < text.size()) {
    auto const byte = static_cast<unsigned char>(text[at]);
    char32_t lower = 0;
    if (byte < 0x80) {
      auto const& ascii = unicode::letters[byte];
      ++at;
      if ((ascii.is & (unicode::letter | unicode::digit)) == 0) break;
      lower = ascii.lower;
    } else {
      auto next = at;  // a variable of its own, so that `at` stays in a register
      auto const c = next_code_point(text, next);
      at = next;
      auto const* known = unicode::find(c);
      if (known ? (known->is & (unicode::letter | unicode::digit)) == 0 : !unicode::is_letter(c)) break;
      lower = known ? known->lower : unicode::to_lower(c);
      moved |= (last == U'o' || last == U'u') && known != nullptr && (known->is & unicode::may_bear_moved_tone) != 0;
    }
    end = at;
    last = lower;
    hash = mix(hash, lower);
  }
  return {end, at, hash, moved};
}

// The hash of a word in which a tone mark may stand in another place.
std::uint32_t hash_with_tone(std::string_view word) {
  Growing growing;
  bool letters = false;
  for (std::size_t i = 0; i < word.size();) {
    auto const c = next_code_point(word, i);
    bool const letter = is_letter(c);
    if (letters && !letter) growing.end_letters();
    letters = letter;
    growing.add(to_lower(c));
  }
  if (letters) growing.end_letters();
  return growing.hash;
}

// 0 is kept for "no word".
Word word_of(std::string_view text, std::size_t begin, Run const& run) {
  auto const hash = run.moved ? hash_with_tone(text.substr(begin, run.end - begin)) : run.hash;
  return {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(run.end)}, hash == 0 ? 1 : hash};
}

}  // namespace

std::vector<Word> index_words(std::string_view text) {
  std::vector<Word> out;
  out.reserve(text.size() / 5 + 1);
  for (std::size_t at = 0; at < text.size();) {
    auto const run = run_at(text, at);
    if (run.end > at) out.push_back(word_of(text, at, run));
    at = run.next;
  }
  return out;
}

std::uint32_t word_hash(std::string_view word) { return word_at(word, 0).hash; }

Word word_at(std::string_view text, std::size_t at) { return word_of(text, at, run_at(text, at)); }

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

namespace {

bool same_but_case(std::string_view a, std::string_view b) {
  std::size_t i = 0, j = 0;
  while (i < a.size() && j < b.size())
    if (to_lower(next_code_point(a, i)) != to_lower(next_code_point(b, j))) return false;
  return i == a.size() && j == b.size();
}

}  // namespace

std::optional<Span> phrase_at(std::string_view text, std::span<Word const> words, std::size_t at, WordPhrase const& phrase) {
  auto const count = phrase.words.size();
  if (count == 0 || at > words.size() || words.size() - at < count || words[at].hash != phrase.words[0]) return std::nullopt;
  Span out{words[at].span.begin, words[at + count - 1].span.end};
  if (out.begin < phrase.lead.size() || text.size() - out.end < phrase.after.back().size()) return std::nullopt;
  out.begin -= static_cast<std::uint32_t>(phrase.lead.size());
  out.end += static_cast<std::uint32_t>(phrase.after.back().size());
  auto const found = slice(text, out);
  if (found == phrase.text) return out;  // most stand as they are given
  if (!found.starts_with(phrase.lead) || !found.ends_with(phrase.after.back())) return std::nullopt;
  for (std::size_t i = 0; i < count; ++i) {
    if (words[at + i].hash != phrase.words[i]) return std::nullopt;
    if (i + 1 < count && slice(text, {words[at + i].span.end, words[at + i + 1].span.begin}) != phrase.after[i]) return std::nullopt;
  }
  bool const same = same_but_case(found, phrase.text) || fold(found) == phrase.folded;
  return same ? std::optional(out) : std::nullopt;  // words of equal hash
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
