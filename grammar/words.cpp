#include "grammar/words.hpp"

namespace vanthu::grammar {

std::optional<std::size_t> skip_folded_phrase(std::string_view text, std::size_t at, std::string_view phrase) {
  for (std::size_t p = 0; p < phrase.size();) {
    auto const wanted_end = word_end(phrase, p);
    if (wanted_end == p) {
      if (at >= text.size() || text[at] != phrase[p]) return std::nullopt;
      ++at, ++p;
      continue;
    }
    auto const end = word_end(text, at);
    if (fold(text.substr(at, end - at)) != phrase.substr(p, wanted_end - p)) return std::nullopt;
    at = end;
    p = wanted_end;
  }
  return at;
}

}  // namespace vanthu::grammar
