// The words of a text, told apart by a hash of their folded form: what phrases are looked up with.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vanthu/document.hpp"

namespace vanthu {

// Every word of the text, ascending.
std::vector<Word> index_words(std::string_view text);

// The words of a document, handed out block by block: ascending, so that nothing is searched for.
class WordsByBlock {
 public:
  explicit WordsByBlock(std::span<Word const> words) : rest_(words) {}

  // Those that begin in `block`, which comes after all blocks asked for before.
  std::span<Word const> next(Span block) {
    std::size_t begin = 0;
    while (begin < rest_.size() && rest_[begin].span.begin < block.begin) ++begin;
    auto end = begin;
    while (end < rest_.size() && rest_[end].span.begin < block.end) ++end;
    auto const out = rest_.subspan(begin, end - begin);
    rest_ = rest_.subspan(end);
    return out;
  }

 private:
  std::span<Word const> rest_;
};

// The first index from `from` up to `end` (not before it) that `may_be` says yes to: 1 or 0, and only the lowest bit counts. It is asked of
// four at a time, since nearly all answers are no, and one look at several answers is guessed right more often than one at each.
template <class MayBe>
std::size_t next_of(std::size_t from, std::size_t end, MayBe may_be) {
  while (end - from >= 4 && ((may_be(from) | may_be(from + 1) | may_be(from + 2) | may_be(from + 3)) & 1U) == 0) from += 4;
  while (from < end && (may_be(from) & 1U) == 0) ++from;
  return from;
}

// The hash that index_words() gives a word that reads so, in whatever letter case and tone placement. `word`: letters and digits alone.
std::uint32_t word_hash(std::string_view word);

// The word that starts at byte `at`, as index_words() has it; its span is empty when none does.
Word word_at(std::string_view text, std::size_t at);

// A list of words, asked with hashes of theirs: where in the list those stand that have this hash. May name a word that is another one
// of equal hash, hardly ever does.
class WordTable {
 public:
  struct Range {
    std::uint32_t begin = 0, end = 0;  // in the list
  };

  // Words of equal hash stand together.
  explicit WordTable(std::vector<std::uint32_t> const& hashes);

  Range find(std::uint32_t hash) const {
    if ((held(hash) & 1U) == 0) return {};
    auto at = hash & mask_;
    while (slots_[at].range.end != 0 && slots_[at].hash != hash) at = (at + 1) & mask_;
    return slots_[at].range;
  }
  bool may_hold(std::uint32_t hash) const { return find(hash).end != 0; }
  // False where find() knows neither: of most words of a text. One answer for both is guessed right more often than two.
  bool perhaps_holds(std::uint32_t one, std::uint32_t other) const { return ((held(one) | held(other)) & 1U) != 0; }

  // Index of the first of the words, from the one at `from` on, that may be in the list; words.size() where none is.
  std::size_t next(std::span<Word const> words, std::size_t from) const {
    while ((from = next_of(from, words.size(), [&](std::size_t i) { return held(words[i].hash); })) < words.size()) {
      if (may_hold(words[from].hash)) break;
      ++from;
    }
    return from;
  }

 private:
  // The lowest bit tells.
  std::uint64_t held(std::uint32_t hash) const { return held_[hash >> 24U] >> (hash >> 18U & 63U); }

  struct Slot {
    std::uint32_t hash = 0;
    Range range;  // empty: a free slot
  };
  std::uint32_t mask_ = 0;
  std::vector<Slot> slots_;
  // A bit for the high bits of each hash: most words of a text are not in the list, and that is told without a look at the slots.
  std::array<std::uint64_t, 256> held_{};
};

// Words and the signs around them, as they are looked for: "(Ủy ban nhân dân", "kinh tế-xã hội".
struct WordPhrase {
  std::string text;         // as given
  std::vector<Word> words;  // of it
};
WordPhrase make_phrase(std::string_view text);

// Where the phrase stands when its first word is words[at] of `text`: letter case and tone placement do not matter, signs are as written.
// Words are whole. Nothing for a phrase without words.
std::optional<Span> phrase_at(std::string_view text, std::span<Word const> words, std::size_t at, WordPhrase const& phrase);

}  // namespace vanthu
