// Numbers as lists write them (ECMA-376 Part 1, 17.18.59).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace vanthu::docx {

// 3 in "lowerLetter" → "c". `format` is an ST_NumberFormat, or the w:format of a custom one ("001, 002, 003, ..."). Formats of other
// writings, and values a format has no sign for, are written as decimals; "none" and "bullet" are empty.
std::string numeral(std::int32_t value, std::string_view format);

}  // namespace vanthu::docx
