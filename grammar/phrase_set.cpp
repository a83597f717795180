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
  for (auto const& ordered : by_first_word(phrases)) entries_.push_back({ordered.index, phrases[ordered.index]});
}

std::span<PhraseSet::Entry const> PhraseSet::candidates(std::uint32_t hash) const {
  auto const [begin, end] = first_words_.find(hash);
  return std::span(entries_).subspan(begin, end - begin);
}

std::optional<std::size_t> PhraseSet::skip_longest(std::string_view text, std::size_t at, std::uint32_t hash) const {
  std::optional<std::size_t> best;
  for (auto const& entry : candidates(hash))
    if (auto const end = skip_phrase(text, at, entry.phrase); end && (!best || *end > *best)) best = end;
  return best;
}

std::optional<std::pair<std::size_t, std::size_t>> PhraseSet::skip_first(std::string_view text, std::size_t at, std::uint32_t hash) const {
  for (auto const& entry : candidates(hash))
    if (auto const end = skip_phrase(text, at, entry.phrase)) return std::pair{std::size_t{entry.index}, *end};
  return std::nullopt;
}

}  // namespace vanthu::grammar
