// One matcher for the phrases of all rules: a single pass over the words of a text. Positions are bytes of the text as it stands.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/rule.hpp"
#include "text/word_index.hpp"
#include "vanthu/span.hpp"

namespace vanthu {

// Phrases of rules, and those that the checks of rules look for.
class PhraseIndex {
 public:
  explicit PhraseIndex(std::span<Rule const> rules);

  // Every place where a phrase of a rule stands whose `wanted` is true, except those that its if_before, unless_before, unless_after rule
  // out; ascending by rule, then by place. Of matches of one rule that overlap the first stays, the longest of those that begin together;
  // of a check all stay. `words` are those of the text.
  std::vector<PhraseMatch> find(std::string_view text, std::span<Word const> words, std::vector<bool> const& wanted) const;

 private:
  struct Entry {
    std::uint32_t rule, phrase;
    WordPhrase wrong;
    std::vector<WordPhrase> before, after;
    bool letter_case;
  };
  // What decides of most phrases that begin alike.
  struct End {
    std::uint32_t last;  // word
    std::uint32_t words;
    std::uint32_t rule;
  };
  struct OfRule {
    std::vector<WordPhrase> needed, excluding;  // before every phrase of it
    bool overlapping = false;                   // all matches stay
  };
  std::size_t next_start(std::span<Word const> words, std::size_t at) const;
  void keep_longest(std::vector<PhraseMatch>& matches) const;
  bool excluded(std::string_view text, std::span<Word const> words, PhraseMatch const& found, Entry const& entry) const;

  std::vector<Entry> entries_;  // those whose first two words are the same stand together; phrases of signs alone come first
  std::vector<End> ends_;       // of each entry
  std::vector<OfRule> of_rule_;
  std::size_t without_words_ = 0;
  WordTable starts_;  // of entries_: one word, or the first two as one
};

// `right` in the letter case of what was found: a capital first letter stays one, so do ALL CAPITALS (unless `wrong` itself has them), and
// words that are the same but for letter case stay as they are.
std::string in_case_of(std::string_view right, std::string_view found, std::string_view wrong);

}  // namespace vanthu
