#include "read/print_width.hpp"

#include <algorithm>

namespace vanthu {
namespace {

constexpr std::uint16_t ascii_widths[] = {
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278,  // blank to /
    500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,  // 0 to ?
    921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,  // @ to O
    556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,  // P to _
    333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,  // ` to o
    500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,       // p to ~
};

struct Range {
  char32_t first, last;
  char upper, lower;
};

// The letter under the marks of a Vietnamese letter; 0 for others.
constexpr char32_t base_of(char32_t c) {
  constexpr Range pairs[] = {// upper and lower case take turns
                             {0x102, 0x103, 'A', 'a'},   {0x110, 0x111, 'D', 'd'},   {0x128, 0x129, 'I', 'i'},   {0x168, 0x169, 'U', 'u'},
                             {0x1A0, 0x1A1, 'O', 'o'},   {0x1EA0, 0x1EB7, 'A', 'a'}, {0x1EB8, 0x1EC7, 'E', 'e'}, {0x1EC8, 0x1ECB, 'I', 'i'},
                             {0x1ECC, 0x1EE3, 'O', 'o'}, {0x1EE4, 0x1EF1, 'U', 'u'}, {0x1EF2, 0x1EF9, 'Y', 'y'}};
  constexpr Range latin1[] = {{0xC0, 0xC5, 'A', 'a'}, {0xC8, 0xCB, 'E', 'e'}, {0xCC, 0xCF, 'I', 'i'},
                              {0xD2, 0xD6, 'O', 'o'}, {0xD9, 0xDC, 'U', 'u'}, {0xDD, 0xDD, 'Y', 'y'}};
  if (c == 0x1AF) return 'U';
  if (c == 0x1B0) return 'u';
  for (auto const& [first, last, upper, lower] : pairs)
    if (c >= first && c <= last) return static_cast<char32_t>(c % 2 == first % 2 ? upper : lower);
  for (auto const& [first, last, upper, lower] : latin1) {
    if (c >= first && c <= last) return static_cast<char32_t>(upper);
    if (c >= first + 0x20 && c <= last + 0x20) return static_cast<char32_t>(lower);
  }
  return 0;
}

constexpr std::uint16_t width_of(char32_t c) {
  if (c < 0x20) return 0;
  if (c < 0x7F) return ascii_widths[c - 0x20];
  auto const base = base_of(c);
  return base != 0 ? ascii_widths[base - 0x20] : 500;
}

constexpr std::uint32_t widest = 200 * column_width;  // joining takes lines up to 160 columns for wrapped

std::uint32_t width_at(std::string_view line, std::size_t& at) {
  auto const byte = static_cast<unsigned char>(line[at]);
  if (byte >= 0x80) return print_width(next_code_point(line, at));
  ++at;
  return print::widths[byte];
}

constexpr auto make_widths() {
  std::array<std::uint16_t, unicode::letters.size()> widths{};
  for (std::uint32_t i = 0; i < widths.size(); ++i)
    widths[i] = width_of(i < unicode::low_end ? i : i - unicode::low_end + unicode::high_begin);
  return widths;
}

}  // namespace

constinit std::array<std::uint16_t, unicode::letters.size()> const print::widths = make_widths();

PrintWidth measure(std::string_view line) {
  PrintWidth width;
  std::size_t at = 0;
  while (at < line.size() && line[at] != ' ' && line[at] != '\t' && width.all < widest) width.all += width_at(line, at);
  width.first_word = width.all;
  while (at < line.size() && width.all < widest)
    for (auto const stop = std::min(line.size(), at + 64); at < stop;) width.all += width_at(line, at);
  return width;
}

}  // namespace vanthu
