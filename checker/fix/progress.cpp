#include "fix/progress.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace vanthu {
namespace {

// Offsets of the text before, in the text after.
class Shift {
 public:
  explicit Shift(std::vector<Edit> const& edits) : edits_(edits) {
    std::int64_t moved = 0;
    for (auto const& edit : edits) {
      moved += static_cast<std::int64_t>(edit.text.size()) - edit.span.size();
      moved_.push_back(moved);
    }
  }

  // What an edit covers goes as a whole.
  Span of(Span span) const { return {at(span.begin, false), at(span.end, true)}; }

 private:
  std::uint32_t at(std::uint32_t offset, bool end) const {
    // The last edit that begins before the offset.
    auto const next = std::partition_point(edits_.begin(), edits_.end(),
                                           [&](Edit const& e) { return e.span.begin < offset || (end && e.span.begin == offset); });
    if (next == edits_.begin()) return offset;
    auto const i = static_cast<std::size_t>(next - edits_.begin()) - 1;
    auto const before = i == 0 ? 0 : moved_[i - 1];
    auto const& edit = edits_[i];
    if (offset < edit.span.end) {
      auto const begin = static_cast<std::uint32_t>(edit.span.begin + before);
      return end ? begin + static_cast<std::uint32_t>(edit.text.size()) : begin;
    }
    return static_cast<std::uint32_t>(offset + moved_[i]);
  }

  std::vector<Edit> const& edits_;
  std::vector<std::int64_t> moved_;  // by all edits up to this one
};

bool touch(Span a, Span b) { return a.begin <= b.end && b.begin <= a.end; }

struct Old {
  std::vector<Span> places;  // in the text after: where it was marked
  Diagnostic const* finding;
  bool fixed = false;
  bool taken = false;
};

using Key = std::tuple<std::string_view, std::uint32_t, std::uint32_t, std::string_view>;

}  // namespace

std::optional<Setback> setback(std::vector<Diagnostic> const& before, std::vector<Diagnostic> const& after, std::vector<Edit> const& edits,
                               std::vector<std::size_t> const& fixed) {
  Shift const shift(edits);
  std::vector<Old> all;
  std::map<std::string_view, std::vector<Old*>> by_code;
  std::multimap<Key, Old*> exact;
  all.reserve(before.size());
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i].suppressed) continue;
    auto& old = all.emplace_back();
    old.finding = &before[i];
    old.places.push_back(shift.of(before[i].span));
    for (auto const& related : before[i].related) old.places.push_back(shift.of(related.span));
    old.fixed = std::binary_search(fixed.begin(), fixed.end(), i);
    by_code[before[i].code].push_back(&old);
    if (!old.fixed) exact.emplace(Key{before[i].code, old.places[0].begin, old.places[0].end, before[i].message}, &old);
  }

  std::vector<Diagnostic const*> left;
  for (auto const& d : after) {
    if (d.suppressed) continue;
    auto [known, end] = exact.equal_range({d.code, d.span.begin, d.span.end, d.message});
    while (known != end && known->second->taken) ++known;
    if (known == end)
      left.push_back(&d);
    else
      known->second->taken = true;
  }

  using Same = bool (*)(Old const&, Diagnostic const&);
  Same const same_place = [](Old const& old, Diagnostic const& d) {
    return std::any_of(old.places.begin(), old.places.end(), [&](Span p) { return touch(p, d.span); });
  };
  Same const same_words = [](Old const& old, Diagnostic const& d) { return old.finding->message == d.message; };
  auto const take = [&](Diagnostic const& d, Same same, bool of_fixed) {
    auto const found = by_code.find(d.code);
    if (found == by_code.end()) return false;
    for (auto* old : found->second)
      if (!old->taken && old->fixed == of_fixed && same(*old, d)) return old->taken = true;
    return false;
  };
  for (auto const same : {same_place, same_words}) std::erase_if(left, [&](Diagnostic const* d) { return take(*d, same, false); });
  for (auto const* d : left)
    return take(*d, same_place, true) || take(*d, same_words, true) ? Setback{Refusal::no_effect, {}}
                                                                    : Setback{Refusal::brings_finding, d->code};
  return std::nullopt;
}

}  // namespace vanthu
