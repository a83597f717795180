// Text on its way from bytes to Document::text: every stage copies what it keeps into the next value, and the map and notes come along.
#pragma once
#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "vanthu/document.hpp"

namespace vanthu {

struct MappedText {
  std::string text;
  SourceMap map;                   // text → file
  std::vector<Anomaly> anomalies;  // ascending by span.begin
};

inline std::uint32_t offset32(std::size_t n) { return static_cast<std::uint32_t>(n); }

// Copies ranges of `from` to the end of `to`. Ranges must be asked for in ascending order; what lies between them is left out.
// Linear in all that is copied.
class Copier {
 public:
  Copier(MappedText const& from, MappedText& to) : from_(from), to_(to) {}

  // Byte by byte.
  void copy(Span range);
  // `with` stands for the whole range from here on; nothing inside is told apart any more.
  void replace(Span range, std::string_view with);

  // Where the first anomaly from `at` on begins; max where there is none. Places in the order of copying.
  std::uint32_t next_anomaly(std::uint32_t at) {
    auto const& all = from_.anomalies;
    while (anomaly_ < all.size() && all[anomaly_].span.begin < at) ++anomaly_;
    return anomaly_ < all.size() ? all[anomaly_].span.begin : std::numeric_limits<std::uint32_t>::max();
  }

 private:
  void carry_anomalies(Span range, Span target);

  MappedText const& from_;
  MappedText& to_;
  std::uint32_t end_ = 0;  // of the range that was copied last; a copy from there on goes on with its last character
  std::size_t piece_ = 0;
  std::size_t anomaly_ = 0;
};

}  // namespace vanthu
