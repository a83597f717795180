#include "fix/edits.hpp"

#include <algorithm>
#include <utility>

namespace vanthu {

std::string applied(std::string_view bytes, std::vector<SourceEdit> const& edits) {
  std::string out;
  std::size_t at = 0;
  for (auto const& edit : edits) {
    out += bytes.substr(at, edit.range.begin - at);
    out += edit.bytes;
    at = edit.range.end;
  }
  return out += bytes.substr(at);
}

// Neighbours of one kind become one part.
void EditLog::push(std::vector<Part>& parts, Part part) {
  if (part.original.begin == part.original.end && part.bytes.empty()) return;
  if (parts.empty() || parts.back().kept != part.kept) return parts.push_back(std::move(part));
  parts.back().original.end = part.original.end;
  parts.back().bytes += part.bytes;
}

void EditLog::add(std::vector<SourceEdit> const& edits) {
  std::vector<Part> out;
  auto edit = edits.begin();
  std::uint32_t at = 0;       // in the file as it was before these edits
  std::uint32_t removed = 0;  // edits take out what stands before this
  for (auto const& part : parts_) {
    auto const end = at + part.size();
    auto original = part.original.begin;
    // Makes [at, to) a part of its own; what is left of `part` at its end keeps the rest of the original.
    auto const take = [&](std::uint32_t to, bool keep) {
      auto const size = to - at;
      auto const begin = end - part.size();
      SourceRange const range{original, part.kept ? original + size : to == end ? part.original.end : original};
      std::string bytes = part.kept || !keep ? std::string() : part.bytes.substr(at - begin, size);
      push(out, {range, part.kept && keep, std::move(bytes)});
      original = range.end;
      at = to;
    };
    while (at < end) {
      if (at < removed) {
        take(std::min(end, removed), false);
      } else if (edit != edits.end() && edit->range.begin == at) {
        push(out, {{original, original}, false, edit->bytes});
        removed = std::max(removed, (edit++)->range.end);
      } else {
        take(edit != edits.end() ? std::min(end, edit->range.begin) : end, true);
      }
    }
    if (part.size() == 0) push(out, part);
  }
  auto const last = parts_.empty() ? 0 : parts_.back().original.end;
  for (; edit != edits.end(); ++edit) push(out, {{last, last}, false, edit->bytes});
  parts_ = std::move(out);
}

std::vector<SourceEdit> EditLog::edits() const {
  std::vector<SourceEdit> out;
  for (auto const& part : parts_)
    if (!part.kept) out.push_back({part.original, part.bytes});
  return out;
}

std::uint32_t EditLog::original_of(std::uint32_t offset) const {
  std::uint32_t at = 0;
  for (auto const& part : parts_) {
    if (offset < at + part.size()) return part.kept ? part.original.begin + (offset - at) : part.original.begin;
    at += part.size();
  }
  return parts_.empty() ? 0 : parts_.back().original.end;
}

}  // namespace vanthu
