// Looking through a file's bytes for what a stage has to look at; the rest is passed over in long stretches.
#pragma once
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <string_view>

namespace vanthu {

// The end of the stretch that starts at `at` and holds only what needs no look: well-formed UTF-8 that is its own canonical form. ASCII
// without '\r' and the other controls, Latin letters without Ð, the letters of Vietnamese. Everything else ends the stretch, right or
// wrong.
std::size_t end_of_plain(std::string_view utf8, std::size_t at);

// Places of a few rare bytes. Each is looked for by itself with memchr, and again only when its last place is passed: next to nothing where
// the bytes are rare, linear where they are not. Places must be asked for in ascending order.
template <std::size_t Count>
class RareBytes {
 public:
  RareBytes(std::string_view text, std::array<char, Count> const& bytes) : text_(text), bytes_(bytes) {
    for (std::size_t i = 0; i < Count; ++i) places_[i] = find(bytes_[i], 0);
    first_ = *std::min_element(places_.begin(), places_.end());
  }

  // The first of them in text[at, end); `end` where there is none.
  std::size_t next(std::size_t at, std::size_t end) {
    if (first_ < at) {
      for (std::size_t i = 0; i < Count; ++i)
        if (places_[i] < at) places_[i] = find(bytes_[i], at);
      first_ = *std::min_element(places_.begin(), places_.end());
    }
    return std::min(end, first_);
  }

 private:
  std::size_t find(char byte, std::size_t at) const { return std::min(text_.find(byte, at), text_.size()); }

  std::string_view text_;
  std::array<char, Count> bytes_;
  std::array<std::size_t, Count> places_{};
  std::size_t first_ = 0;  // of them
};

}  // namespace vanthu
