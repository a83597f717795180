// A place in Document::text; a place in the file.
#pragma once
#include <algorithm>
#include <cstdint>
#include <string_view>

namespace vanthu {

// Half-open range of bytes in Document::text (canonical UTF-8). begin == end is an empty place ("something is missing here").
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
  // True when the two share at least one byte.
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend constexpr bool operator==(Span, Span) = default;
};

// Range of bytes in the file as stored. A type of its own, so that it cannot be mistaken for a Span.
struct SourceRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend constexpr bool operator==(SourceRange, SourceRange) = default;
};

// The bytes of `text` that `span` covers; a span that runs past the end is cut.
inline std::string_view slice(std::string_view text, Span span) {
  auto const begin = std::min<std::size_t>(span.begin, text.size());
  auto const end = std::clamp<std::size_t>(span.end, begin, text.size());
  return text.substr(begin, end - begin);
}

}  // namespace vanthu
