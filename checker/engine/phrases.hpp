// One matcher for the phrases of all rules: a single pass over the words of a text. Positions are bytes of the text as it stands.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/rule.hpp"
#include "vanthu/span.hpp"

namespace vanthu {

struct PhraseMatch {
  std::uint32_t rule = 0;    // index into RuleData::rules
  std::uint32_t phrase = 0;  // index into Rule::phrases
  Span span;
};

// A word (letters and digits) or one other sign, with the form in which it is compared: lower case, tone placement unified.
struct Token {
  Span span;
  std::string folded;
};
std::vector<Token> tokens(std::string_view text);

class PhraseIndex {
 public:
  explicit PhraseIndex(std::span<Rule const> rules);

  // Every place where a phrase of a rule stands whose `wanted` is true, except those that its unless_before, unless_after rule out;
  // ascending by rule, then by place. Of matches of one rule that overlap the first stays, the longest of those that begin together.
  std::vector<PhraseMatch> find(std::string_view text, std::vector<bool> const& wanted) const;

 private:
  void find_in_line(std::string_view line, std::uint32_t offset, std::vector<bool> const& wanted, std::vector<PhraseMatch>& out) const;

  struct Entry {
    std::uint32_t rule, phrase;
    std::vector<std::string> tokens;  // folded
    std::vector<std::vector<std::string>> before, after;
    std::string_view wrong;
    bool letter_case;
  };
  std::unordered_map<std::string, std::vector<Entry>> by_first_token_;
};

// `right` in the letter case of what was found: a capital first letter stays one, and so do ALL CAPITALS (unless `wrong` itself has them).
std::string in_case_of(std::string_view right, std::string_view found, std::string_view wrong);

}  // namespace vanthu
