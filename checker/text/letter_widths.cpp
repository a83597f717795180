// Advance widths, measured on Liberation Serif, which has those of Times New Roman.
#include "text/letter_widths.hpp"

#include "text/unicode.hpp"

namespace vanthu {
namespace {

// In thousandths of the size, U+0020…U+007E. A Vietnamese letter is as wide as the one it is made from.
// clang-format off
constexpr std::uint16_t upright[] = {
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278,
    500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
    921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
    556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
    333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,
    500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541};
constexpr std::uint16_t bold[] = {
    250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278,
    500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500,
    930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778,
    611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500,
    333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500,
    556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520};
// clang-format on
constexpr std::int32_t other = 500;

std::int32_t width_of(char32_t c, bool is_bold) {
  auto const ascii = [&](char32_t a) { return std::int32_t{is_bold ? bold[a - ' '] : upright[a - ' ']}; };
  if (c >= ' ' && c < 0x7F) return ascii(c);
  if (c == 0x2013) return 500;                  // en dash
  if (c == 0x2014 || c == 0x2026) return 1000;  // em dash, ellipsis
  if (c == 0xA0) return ascii(' ');
  auto const* known = unicode::find(c);
  if (known == nullptr || known->base < ' ' || known->base >= 0x7F) return other;
  return ascii(is_upper(c) ? vanthu::to_upper(char32_t{known->base}) : char32_t{known->base});
}

}  // namespace

std::int32_t text_width(std::string_view text, CharacterFormat const& format) {
  if (!format.font.empty() && !format.font.starts_with("Times New Roman")) return 0;
  std::int64_t sum = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const c = next_code_point(text, at);
    if (c >= 0x300 && c < 0x370) continue;  // marks
    sum += width_of(format.caps || format.small_caps ? to_upper(c) : c, format.bold);
  }
  if (format.raised) sum = sum * 13 / 20;  // Word draws them at about two thirds of their size
  return static_cast<std::int32_t>(sum * format.size / 100);
}

}  // namespace vanthu
