#include "read/docx/numeral.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace vanthu::docx {
namespace {

std::string decimal(std::int32_t value, std::size_t digits = 1) {
  auto text = std::to_string(value);
  if (text.size() < digits) text.insert(0, digits - text.size(), '0');
  return text;
}

std::string roman(std::int32_t value) {
  static constexpr std::array<std::pair<std::int32_t, std::string_view>, 13> signs = {{{1000, "m"},
                                                                                       {900, "cm"},
                                                                                       {500, "d"},
                                                                                       {400, "cd"},
                                                                                       {100, "c"},
                                                                                       {90, "xc"},
                                                                                       {50, "l"},
                                                                                       {40, "xl"},
                                                                                       {10, "x"},
                                                                                       {9, "ix"},
                                                                                       {5, "v"},
                                                                                       {4, "iv"},
                                                                                       {1, "i"}}};
  if (value < 1 || value > 32767) return decimal(value);
  std::string text;
  for (auto const& [worth, sign] : signs)
    for (; value >= worth; value -= worth) text += sign;
  return text;
}

// a … z, then aa, bb, …, as often as 30 times; there Word begins again.
std::string letters(std::int32_t value) {
  if (value < 1) return decimal(value);
  auto const index = (value - 1) % 780;
  return std::string(static_cast<std::size_t>(index / 26 + 1), static_cast<char>('a' + index % 26));
}

std::string upper(std::string text) {
  for (auto& letter : text)
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  return text;
}

std::string ordinal(std::int32_t value) {
  auto const last = value % 10;
  auto const teen = value / 10 % 10 == 1;
  return decimal(value) + (teen ? "th" : last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
}

std::string vietnamese(std::int32_t value) {
  static constexpr std::array<std::string_view, 10> units = {"", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"};
  if (value < 1 || value > 99) return decimal(value);
  auto const tens = static_cast<std::size_t>(value / 10), ones = static_cast<std::size_t>(value % 10);
  std::string text(tens == 0 ? "" : tens == 1 ? "mười" : units[tens]);
  if (tens > 1) text += " mươi";
  if (ones == 0) return text;
  if (tens > 0) text += ' ';
  return text.append(tens > 0 && ones == 5 ? "lăm" : tens > 1 && ones == 1 ? "mốt" : units[ones]);
}

// The character `steps` after a first one of three bytes in UTF-8.
std::string sign_after(std::string_view first, std::int32_t steps) {
  auto const code = ((static_cast<unsigned>(first[0]) & 0x0FU) << 12 | (static_cast<unsigned>(first[1]) & 0x3FU) << 6 |
                     (static_cast<unsigned>(first[2]) & 0x3FU)) +
                    static_cast<unsigned>(steps);
  return {static_cast<char>(0xE0U | code >> 12), static_cast<char>(0x80U | (code >> 6 & 0x3FU)), static_cast<char>(0x80U | (code & 0x3FU))};
}

// *, †, ‡, §, **, …
std::string chicago(std::int32_t value) {
  static constexpr std::array<std::string_view, 4> signs = {"*", "†", "‡", "§"};
  if (value < 1) return decimal(value);
  std::string text;
  for (auto left = (value - 1) / 4 % 30; left >= 0; --left) text += signs[static_cast<std::size_t>((value - 1) % 4)];
  return text;
}

std::string hexadecimal(std::int32_t value) {
  std::string text;
  for (auto left = static_cast<std::uint32_t>(value); left || text.empty(); left >>= 4)
    text.insert(text.begin(), "0123456789ABCDEF"[left & 15]);
  return text;
}

}  // namespace

std::string numeral(std::int32_t value, std::string_view format) {
  if (format == "none" || format == "bullet") return {};
  if (format == "decimalZero") return decimal(value, 2);
  if (format == "lowerRoman") return roman(value);
  if (format == "upperRoman") return upper(roman(value));
  if (format == "lowerLetter") return letters(value);
  if (format == "upperLetter") return upper(letters(value));
  if (format == "ordinal") return ordinal(value);
  if (format == "numberInDash") return "- " + decimal(value) + " -";
  if (format == "hex") return hexadecimal(value);
  if (format == "chicago") return chicago(value);
  if (format == "vietnameseCounting") return vietnamese(value);
  if (format == "decimalEnclosedCircle" && value >= 1 && value <= 20) return sign_after("①", value - 1);
  if (format == "decimalEnclosedParen" && value >= 1 && value <= 20) return sign_after("⑴", value - 1);
  if (format == "decimalEnclosedFullstop" && value >= 1 && value <= 20) return sign_after("⒈", value - 1);
  if (format.starts_with('0')) return decimal(value, std::min<std::size_t>(format.find_first_not_of("0123456789"), 5));
  return decimal(value);
}

}  // namespace vanthu::docx
