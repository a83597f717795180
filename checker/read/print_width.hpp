// How wide text is when printed: wrapped lines are as wide as the page allows, whatever number of letters they hold.
#pragma once
#include <cstdint>

namespace vanthu {

// Estimated advance of a character in thousandths of an em, in Times New Roman, the typeface of administrative documents.
std::uint32_t print_width(char32_t c);

// What a column of leading blanks in text laid out by a converter stands for.
constexpr std::uint32_t column_width = 400;

}  // namespace vanthu
