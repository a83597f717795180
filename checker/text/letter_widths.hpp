// How wide text is in print: lengths of rule lines are told in parts of the text above them.
#pragma once
#include <cstdint>
#include <string_view>

#include "vanthu/layout.hpp"

namespace vanthu {

// Width of one line of text in twips, in Times New Roman or a font with its widths (within 2 %); 0 where the font is another one: its
// widths are not known here. Text without a font counts as Times New Roman, Word's default.
std::int32_t text_width(std::string_view text, CharacterFormat const& format);

// A single line of this size (half-points) in twips, from one baseline to the next.
constexpr std::int32_t single_line(std::uint16_t size) { return size * 23 / 2; }  // 1.15 of the size

}  // namespace vanthu
