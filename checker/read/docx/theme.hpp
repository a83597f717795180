// Fonts and colours that a document names by their role in its theme (ECMA-376 Part 1, 17.18.96, 17.18.97, 20.1.6).
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string_view>

namespace vanthu::docx {

class Theme {
 public:
  // `theme`: the root of the theme part (a:theme); `settings`: of the settings part, for w:themeFontLang and w:clrSchemeMapping. Either may
  // be null.
  Theme(pugi::xml_node theme, pugi::xml_node settings);

  // "minorHAnsi" → "Calibri". Empty where the theme names none. East Asian and complex scripts whose font the theme leaves open have that
  // of the language in w:themeFontLang.
  std::string_view font(std::string_view role) const;

  // "accent1", "text1" → 0xRRGGBB.
  std::optional<std::uint32_t> color(std::string_view role) const;

 private:
  std::array<std::array<std::string_view, 3>, 2> fonts_{};  // major, minor: of Latin, East Asian and complex scripts
  std::array<std::optional<std::uint32_t>, 12> colors_{};   // of the scheme
  std::array<std::string_view, 4> mapped_{};                // text and background colours → of the scheme
};

// w:themeTint and w:themeShade ("BF"; empty: none): lighter or darker by the lightness of HSL (17.3.2.6).
std::uint32_t tinted(std::uint32_t color, std::string_view tint, std::string_view shade);

// "1F3864" → 0x1F3864; nothing for "auto" and anything else.
std::optional<std::uint32_t> hex_color(std::string_view value);

}  // namespace vanthu::docx
