// Spans that may overlap, made a set of places.
#pragma once
#include <algorithm>
#include <vector>

#include "vanthu/span.hpp"

namespace vanthu {

// Ascending; those that overlap or touch are one.
inline std::vector<Span> merged(std::vector<Span> spans) {
  std::ranges::sort(spans, {}, &Span::begin);
  std::vector<Span> out;
  for (auto const span : spans) {
    if (out.empty() || span.begin > out.back().end)
      out.push_back(span);
    else
      out.back().end = std::max(out.back().end, span.end);
  }
  return out;
}

}  // namespace vanthu
