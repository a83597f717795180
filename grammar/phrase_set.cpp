#include "grammar/phrase_set.hpp"

#include <algorithm>

namespace vanthu::grammar {
namespace {

struct Ordered {
  std::uint32_t first_word;
  std::uint32_t index;
};

// Phrases with the same first word stand together, in the order given.
std::vector<Ordered> by_first_word(std::span<std::string_view const> phrases) {
  std::vector<Ordered> out;
  for (std::uint32_t i = 0; i < phrases.size(); ++i) out.push_back({word_at(phrases[i], 0).hash, i});
  std::ranges::stable_sort(out, {}, &Ordered::first_word);
  return out;
}

std::vector<std::uint32_t> hashes(std::span<std::string_view const> phrases) {
  std::vector<std::uint32_t> out;
  for (auto const& ordered : by_first_word(phrases)) out.push_back(ordered.first_word);
  return out;
}

}  // namespace

PhraseSet::PhraseSet(std::span<std::string_view const> phrases) : first_words_(hashes(phrases)) {
  for (auto const& ordered : by_first_word(phrases)) {
    auto const phrase = phrases[ordered.index];
    auto const first = word_end(phrase, 0);
    entries_.push_back({ordered.index, phrase.substr(0, first), phrase.substr(first)});
  }
}

std::span<PhraseSet::Entry const> PhraseSet::candidates(std::uint32_t hash) const {
  auto const [begin, end] = first_words_.find(hash);
  return std::span(entries_).subspan(begin, end - begin);
}

// The first words are the same unless two hashes are: what tells is behind them.
std::optional<std::size_t> PhraseSet::skip_entry(Entry const& entry, std::string_view text, Word const& word) {
  auto const end = entry.rest.empty() ? std::optional<std::size_t>(word.span.end) : skip_phrase(text, word.span.end, entry.rest);
  return end && skip_phrase(text, word.span.begin, entry.first_word) ? end : std::nullopt;
}

std::optional<std::size_t> PhraseSet::skip_longest(std::string_view text, Word const& word) const {
  std::optional<std::size_t> best;
  for (auto const& entry : candidates(word.hash))
    if (auto const end = skip_entry(entry, text, word); end && (!best || *end > *best)) best = end;
  return best;
}

std::optional<std::pair<std::size_t, std::size_t>> PhraseSet::skip_first(std::string_view text, Word const& word) const {
  for (auto const& entry : candidates(word.hash))
    if (auto const end = skip_entry(entry, text, word)) return std::pair{std::size_t{entry.index}, *end};
  return std::nullopt;
}

}  // namespace vanthu::grammar
