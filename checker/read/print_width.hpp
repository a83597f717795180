// How wide text is when printed: wrapped lines are as wide as the page allows, whatever number of letters they hold.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

#include "text/unicode.hpp"

namespace vanthu {

namespace print {
// In the order of unicode::letters.
extern std::array<std::uint16_t, unicode::letters.size()> const widths;
}  // namespace print

// Estimated advance of a character in thousandths of an em, in Times New Roman, the typeface of administrative documents.
inline std::uint32_t print_width(char32_t c) {
  auto const* known = unicode::find(c);
  return known ? print::widths[static_cast<std::size_t>(known - unicode::letters.data())] : 500;
}

struct PrintWidth {
  std::uint32_t all = 0;         // 0: not measured
  std::uint32_t first_word = 0;  // up to the first blank
};

// The estimated width of a line. Lines wider than any page are paragraphs, however much wider: the rest of them is not measured.
PrintWidth measure(std::string_view line);

// What a column of leading blanks in text laid out by a converter stands for.
constexpr std::uint32_t column_width = 400;

}  // namespace vanthu
