#include "fix/conflicts.hpp"

#include <algorithm>
#include <iterator>

namespace vanthu {

bool Conflicts::free(Places const& places, std::uint32_t begin, std::uint32_t end) {
  auto const meets = [&](auto const& taken) {
    auto const empty = begin == end || taken.first == taken.second;
    return empty ? begin <= taken.second && taken.first <= end : begin < taken.second && taken.first < end;
  };
  // Those that are taken do not meet each other: only the neighbours can meet a new one.
  auto const next = places.upper_bound(end);
  for (auto place = next; place != places.begin();) {
    --place;
    if (meets(*place)) return false;
    if (place->second < begin) break;
  }
  return true;
}

bool Conflicts::free(Fix const& fix, std::vector<SourceEdit> const& edits) const {
  return std::all_of(fix.edits.begin(), fix.edits.end(), [&](Edit const& e) { return free(text_, e.span.begin, e.span.end); }) &&
         std::all_of(edits.begin(), edits.end(), [&](SourceEdit const& e) { return free(source_, e.range.begin, e.range.end); });
}

void Conflicts::take(Fix const& fix, std::vector<SourceEdit> const& edits) {
  for (auto const& e : fix.edits) text_[e.span.begin] = std::max(text_[e.span.begin], e.span.end);
  for (auto const& e : edits) source_[e.range.begin] = std::max(source_[e.range.begin], e.range.end);
}

}  // namespace vanthu
