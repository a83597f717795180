#include "grammar/phrase_set.hpp"

#include <algorithm>

namespace vanthu::grammar {
namespace {

std::uint32_t first_word(std::string_view phrase) { return word_hash(phrase.substr(0, word_end(phrase, 0))); }

std::vector<std::uint32_t> first_words(std::span<std::string_view const> phrases) {
  std::vector<std::uint32_t> out;
  for (auto const phrase : phrases) out.push_back(first_word(phrase));
  return out;
}

}  // namespace

PhraseSet::PhraseSet(std::span<std::string_view const> phrases) : first_words_(first_words(phrases)) {
  for (std::uint32_t i = 0; i < phrases.size(); ++i) entries_.push_back({first_word(phrases[i]), i, phrases[i]});
  std::ranges::stable_sort(entries_, {}, &Entry::first_word);
}

std::span<PhraseSet::Entry const> PhraseSet::candidates(std::uint32_t hash) const {
  if (!first_words_.may_hold(hash)) return {};
  return std::ranges::equal_range(entries_, hash, {}, &Entry::first_word);
}

std::optional<std::size_t> PhraseSet::skip_longest(std::string_view text, std::size_t at) const {
  std::optional<std::size_t> best;
  if (at >= text.size()) return best;
  for (auto const& entry : candidates(word_hash(text.substr(at, word_end(text, at) - at))))
    if (auto const end = skip_phrase(text, at, entry.phrase); end && (!best || *end > *best)) best = end;
  return best;
}

std::optional<std::pair<std::size_t, std::size_t>> PhraseSet::skip_first(std::string_view text, std::size_t at, std::uint32_t hash) const {
  for (auto const& entry : candidates(hash))
    if (auto const end = skip_phrase(text, at, entry.phrase)) return std::pair{std::size_t{entry.index}, *end};
  return std::nullopt;
}

}  // namespace vanthu::grammar
