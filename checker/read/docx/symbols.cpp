#include "read/docx/symbols.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace vanthu::docx {
namespace {

struct Sign {
  std::uint8_t code;
  char32_t shown;
};

// What lists and forms use. Ascending by code.
constexpr std::array<Sign, 29> wingdings = {{
    {0x28, U'☎'}, {0x2A, U'✉'}, {0x4A, U'☺'}, {0x6C, U'●'}, {0x6E, U'■'}, {0x6F, U'□'}, {0x71, U'❑'}, {0x72, U'❒'},
    {0x73, U'⬧'}, {0x74, U'⧫'}, {0x75, U'◆'}, {0x76, U'❖'}, {0x77, U'⬥'}, {0x9F, U'•'}, {0xA1, U'○'}, {0xA7, U'▪'},
    {0xA8, U'◻'}, {0xAB, U'★'}, {0xD8, U'➢'}, {0xDF, U'←'}, {0xE0, U'→'}, {0xE1, U'↑'}, {0xE2, U'↓'}, {0xE8, U'➔'},
    {0xF0, U'⇨'}, {0xFB, U'✗'}, {0xFC, U'✓'}, {0xFD, U'☒'}, {0xFE, U'☑'},
}};
constexpr std::array<Sign, 32> symbol_font = {{
    {0x22, U'∀'}, {0x24, U'∃'}, {0x27, U'∋'}, {0x2A, U'∗'}, {0x2D, U'-'}, {0x44, U'Δ'}, {0x53, U'Σ'}, {0x57, U'Ω'},
    {0x61, U'α'}, {0x62, U'β'}, {0x64, U'δ'}, {0x6D, U'μ'}, {0x70, U'π'}, {0x73, U'σ'}, {0x77, U'ω'}, {0x7E, U'∼'},
    {0xA3, U'≤'}, {0xA5, U'∞'}, {0xA8, U'♦'}, {0xAB, U'↔'}, {0xAC, U'←'}, {0xAE, U'→'}, {0xB0, U'°'}, {0xB1, U'±'},
    {0xB3, U'≥'}, {0xB4, U'×'}, {0xB7, U'•'}, {0xB8, U'÷'}, {0xB9, U'≠'}, {0xBB, U'≈'}, {0xD7, U'⋅'}, {0xDE, U'⇒'},
}};
static_assert(std::ranges::is_sorted(wingdings, {}, &Sign::code) && std::ranges::is_sorted(symbol_font, {}, &Sign::code));

char32_t shown(auto const& signs, char32_t code, char32_t otherwise) {
  auto const found = std::ranges::lower_bound(signs, code, {}, [](Sign const& sign) { return char32_t{sign.code}; });
  return found != signs.end() && found->code == code ? found->shown : otherwise;
}

}  // namespace

char32_t symbol(std::string_view font, char32_t character) {
  auto const is_private = character >= 0xF020 && character <= 0xF0FF;
  auto const is_symbol = font == "Symbol", is_wingdings = font.starts_with("Wingdings") || font == "Webdings";
  if (!is_private && !((is_symbol || is_wingdings) && character > 0x20 && character < 0x100)) return character;
  auto const code = character & 0xFF;
  if (is_wingdings) return shown(wingdings, code, U'•');
  auto const plain = code < 0x7F ? code : U'•';
  return is_symbol ? shown(symbol_font, code, plain) : code == 0xB7 ? U'•' : code == 0xA7 ? U'▪' : plain;
}

}  // namespace vanthu::docx
