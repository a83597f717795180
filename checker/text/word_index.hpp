// The words of a text, told apart by a hash of their folded form: what phrases are looked up with.
#pragma once
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

// Those of document.words that begin in `span`.
std::span<Word const> words_in(Document const& document, Span span);

// The hash that index_words() gives a word that reads so, in whatever letter case and tone placement. `word`: letters and digits alone.
std::uint32_t word_hash(std::string_view word);

// The word that starts at byte `at`, as index_words() has it; its span is empty when none does.
Word word_at(std::string_view text, std::size_t at);

// A set of words, asked with hashes of theirs. May say yes to a word that is not in it, hardly ever does.
class WordSet {
 public:
  explicit WordSet(std::vector<std::uint32_t> const& hashes);
  bool may_hold(std::uint32_t hash) const {
    for (auto at = hash & mask_; slots_[at] != 0; at = (at + 1) & mask_)
      if (slots_[at] == hash) return true;
    return false;
  }

 private:
  std::uint32_t mask_ = 0;
  std::vector<std::uint32_t> slots_;  // 0: free
};

// Words and the signs between them, as they are looked for: "(Ủy ban nhân dân", "kinh tế-xã hội".
struct WordPhrase {
  std::string text;                  // as given
  std::string folded;                // fold() of it
  std::string lead;                  // signs before the first word; of a phrase without words all of it
  std::vector<std::uint32_t> words;  // hashes
  std::vector<std::string> after;    // signs behind each word
};
WordPhrase make_phrase(std::string_view text);

// Where the phrase stands when its first word is words[at] of `text`: letter case and tone placement do not matter, signs are as written.
// Words are whole. Nothing for a phrase without words.
std::optional<Span> phrase_at(std::string_view text, std::span<Word const> words, std::size_t at, WordPhrase const& phrase);

}  // namespace vanthu
