// Labels at the start of a line: "Phần I", "Chương II", "Mục 1", "Điều 5.", "I.", "1.", "1.2.", "a)", "-", "Phụ lục I".
// Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6; below the point, dashes are practice.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "vanthu/span.hpp"

namespace vanthu::grammar {

enum class LabelKind : std::uint8_t { part, chapter, section, subsection, article, roman, letter, number, point, dash, plus, appendix };

struct LabelMatch {
  LabelKind kind;
  std::string label;       // "I", "5a", "1.2", "đ"; "" for dashes and an unnumbered appendix
  Span marker;             // bytes of the line given, from 0 to the label's punctuation
  std::uint32_t rest = 0;  // where the text after the marker starts
  int groups = 1;          // numbers in the label: 2 for "1.2."
};

// The label that `line` starts with. "Điều 5 của Nghị định" and "Mục 2 Công văn" are references, not labels: nothing.
std::optional<LabelMatch> match_label(std::string_view line);

}  // namespace vanthu::grammar
