// A list of phrases asked at one place of a text: only those that begin with the word that stands there are compared.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "grammar/words.hpp"
#include "text/word_index.hpp"

namespace vanthu::grammar {

class PhraseSet {
 public:
  // The phrases are folded, as skip_phrase() wants them, and begin with a word; they must outlive the set.
  explicit PhraseSet(std::span<std::string_view const> phrases);

  // The place after the longest of the phrases that begins with this word of the text.
  std::optional<std::size_t> skip_longest(std::string_view text, Word const& word) const;
  // Index of the first of the phrases, in the order given, that begins with this word of the text, and the place after it.
  std::optional<std::pair<std::size_t, std::size_t>> skip_first(std::string_view text, Word const& word) const;
  // False when none begins with a word of this hash (word_index.hpp).
  bool may_begin(std::uint32_t hash) const { return first_words_.may_hold(hash); }

 private:
  struct Entry {
    std::uint32_t index;
    std::string_view first_word, rest;
  };
  static std::optional<std::size_t> skip_entry(Entry const& entry, std::string_view text, Word const& word);
  std::span<Entry const> candidates(std::uint32_t hash) const;

  std::vector<Entry> entries_;  // those with the same first word together, by index
  WordTable first_words_;       // of entries_
};

}  // namespace vanthu::grammar
