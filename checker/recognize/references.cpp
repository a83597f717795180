#include "recognize/references.hpp"

#include <algorithm>
#include <optional>
#include <span>

#include "grammar/division.hpp"
#include "grammar/reference.hpp"
#include "recognize/reference_targets.hpp"
#include "text/word_index.hpp"

namespace vanthu {
namespace {

using grammar::ReferenceAnchor;

// How far quotation marks are open, moved along with the scan: typographic ones from block to block, straight ones inside a block.
struct Quotes {
  std::string_view text;
  std::size_t at = 0;
  int depth = 0;
  std::size_t straight_at = 0;
  bool straight = false;

  bool open_at(std::size_t place, std::size_t block_begin) {
    for (; (at = text.find('\xE2', at)) < place; ++at) {
      if (text.substr(at).starts_with("“")) ++depth;
      if (text.substr(at).starts_with("”") && depth > 0) --depth;
    }
    at = std::min(at, place);
    if (straight_at < block_begin) {
      straight_at = block_begin;
      straight = false;
    }
    auto const marks = std::ranges::count(text.substr(straight_at, place - straight_at), '"');
    straight = straight != (marks % 2 == 1);
    straight_at = place;
    return depth > 0 || straight;
  }
};

}  // namespace

void recognize_references(Document const& document, Facts& facts) {
  std::string_view const text = document.text;
  auto const& starts = grammar::division_starts();
  Quotes quotes{text};
  std::optional<OutlineIndex> index;
  auto const* recipients = facts.first(ComponentKind::recipients);
  std::size_t past = 0, block = 0;
  facts.references.clear();
  std::span<Word const> const words = document.words;
  for (auto word = starts.next(words, 0); word < words.size(); word = starts.next(words, word + 1)) {
    auto const at = words[word].span.begin;
    if (at < past) continue;
    while (block < document.blocks.size() && document.blocks[block].span.end <= at) ++block;
    if (block == document.blocks.size()) break;
    auto const match = grammar::match_reference(text.substr(0, document.blocks[block].span.end), at);
    if (!match) continue;
    past = match->span.end;
    if (match->paths.empty() || quotes.open_at(at, document.blocks[block].span.begin)) continue;
    if (match->anchor == ReferenceAnchor::as_named && !(recipients && recipients->span.contains(match->span))) continue;
    if (!index) index = index_outline(document, facts);
    for (auto const& path : match->paths) {
      InternalReference reference;
      reference.path = path;
      reference.span = match->paths.size() == 1 ? match->span : path.back().span;
      for (auto i = path.size(); i-- > 0;) reference.words += step_words(path[i]) + (i > 0 ? " " : "");
      reference.type = slice(text, match->type);
      resolve(*index, match->anchor, reference);
      facts.references.push_back(std::move(reference));
    }
  }
}

}  // namespace vanthu
