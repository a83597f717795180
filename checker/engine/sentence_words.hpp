// Whether the sentence around a place has one of some phrases.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vanthu/span.hpp"

namespace vanthu {

class SentenceWords {
 public:
  // Letter case and the place of tone marks do not count; a phrase starts and ends at a word boundary.
  SentenceWords(std::string_view text, std::span<std::string_view const> phrases);

  // Does the sentence around `at` have one of the phrases? A sentence ends at ". ", ";" or '\n'; of a long one 500 bytes on either side
  // count.
  bool has_any(Span at);
  // Does the sentence begin with what stands there? A numeral, a bullet or the letter of a point may stand before.
  bool begins_with(Span at) const;

 private:
  std::string_view text_;
  std::vector<std::string> phrases_;  // folded
  Span last_;                         // the sentence asked for last, and the answer
  bool answer_ = false;
};

}  // namespace vanthu
