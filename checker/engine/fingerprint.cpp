#include "engine/fingerprint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>
#include <string_view>

namespace vanthu {
namespace {

constexpr std::size_t words_around = 3;
constexpr std::size_t hashed_text = 256;  // bytes at either end of a long marked text: work stays linear

// FNV-1a; the byte 0xFF, which UTF-8 never has, closes each part.
constexpr std::uint64_t start = 0xcbf29ce484222325U;
std::uint64_t hash(std::uint64_t h, std::string_view bytes) {
  auto const mix = [&h](unsigned char byte) { h = (h ^ byte) * 0x100000001b3U; };
  for (auto const c : bytes) mix(static_cast<unsigned char>(c));
  mix(0xFF);
  return h;
}

// The last words before the span and the first behind it, of its own block.
std::uint64_t hash_around(std::uint64_t h, Document const& document, Span span) {
  auto const block = document.block_at(span.begin);
  if (block == document.blocks.size()) return h;
  auto const within = document.blocks[block].span;
  std::span<Word const> const words = document.words;
  auto const before = std::partition_point(words.begin(), words.end(), [&](Word const& w) { return w.span.end <= span.begin; });
  auto word = before - std::min<std::ptrdiff_t>(words_around, before - words.begin());
  for (; word != before; ++word)
    if (word->span.begin >= within.begin) h = hash(h, slice(document.text, word->span));
  h = hash(h, "|");
  auto const after = std::partition_point(before, words.end(), [&](Word const& w) { return w.span.begin < span.end; });
  auto const end = after + std::min<std::ptrdiff_t>(words_around, words.end() - after);
  for (word = after; word != end && word->span.end <= within.end; ++word) h = hash(h, slice(document.text, word->span));
  return h;
}

std::string_view marked(Document const& document, Diagnostic const& diagnostic) {
  if (!diagnostic.outside_text) return slice(document.text, diagnostic.span);
  return slice(document.source, Span{diagnostic.outside_text->begin, diagnostic.outside_text->end});
}

}  // namespace

void set_fingerprints(Document const& document, std::vector<Diagnostic>& diagnostics) {
  std::map<std::uint64_t, int> seen;
  for (auto& diagnostic : diagnostics) {
    auto const text = marked(document, diagnostic);
    auto h = hash(start, diagnostic.code);
    h = hash(h, text.substr(0, hashed_text));
    if (text.size() > hashed_text) h = hash(h, text.substr(text.size() - std::min(hashed_text, text.size() - hashed_text)));
    h = hash_around(h, document, diagnostic.span);
    diagnostic.fingerprint = hash(h, std::to_string(seen[h]++));
  }
}

std::string fingerprint_text(std::uint64_t fingerprint) { return fmt::format("{:016x}", fingerprint); }

}  // namespace vanthu
