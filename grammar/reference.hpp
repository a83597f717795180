// References to divisions of the document itself: "khoản 3 Điều 5 Quyết định này", "điểm a, b khoản 1 Điều này", "mục 2 nêu trên",
// "Phụ lục II (kèm theo)". Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6: how divisions are named and numbered.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vanthu/facts.hpp"
#include "vanthu/span.hpp"

namespace vanthu::grammar {

// What tells where the divisions are.
enum class ReferenceAnchor : std::uint8_t {
  none,           // nothing does: they may be those of another document
  this_text,      // "Điều 5 Quyết định này", "khoản 2 Điều 5 này"
  this_division,  // "khoản 2 Điều này"
  above,          // "mục 2 nêu trên"
  below,          // "mục 2 dưới đây"
  attached,       // "Phụ lục II kèm theo"
  as_named,       // "Như Điều 3;", as recipients are named
};

struct ReferenceMatch {
  Span span;                                      // with the words of the anchor, without brackets around these
  std::vector<std::vector<ReferenceStep>> paths;  // one for each division asked for, as written; steps outermost first
  ReferenceAnchor anchor = ReferenceAnchor::none;
  Span type;  // "Quy chế" in "Điều 5 của Quy chế này"; empty where no type is named
};

// Divisions named from byte `at` (start of a word) on; "Điều này" alone is none. The outermost step of "khoản 1 Điều này" has no label.
// Lists give all divisions named, ranges the first and the last. Nothing where no label follows the word; the search goes on behind what
// was found. No more than 32 names are read at once.
std::optional<ReferenceMatch> match_reference(std::string_view text, std::size_t at);

}  // namespace vanthu::grammar
