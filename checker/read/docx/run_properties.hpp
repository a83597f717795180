// What one w:rPr says of characters (ECMA-376 Part 1, 17.3.2), and how what several say comes together.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "read/docx/theme.hpp"

namespace vanthu::docx {

// Names of fonts, each once. 0 is no name.
class FontNames {
 public:
  // Names no font can have (empty, longer than 128 bytes) are 0.
  std::uint16_t number(std::string_view name);
  std::string const& name(std::uint16_t number) const { return names_[number]; }

 private:
  std::vector<std::string> names_{1};
  std::map<std::string, std::uint16_t, std::less<>> numbers_;
};

enum FontGroup : std::uint8_t { ascii_font, other_font, east_asian_font, complex_font };

// Bits of RunProperties::said and ::on.
enum RunFlag : std::uint32_t {
  bold_flag = 1 << 0,
  bold_complex_flag = 1 << 1,
  italic_flag = 1 << 2,
  italic_complex_flag = 1 << 3,
  caps_flag = 1 << 4,
  small_caps_flag = 1 << 5,
  strike_flag = 1 << 6,
  hidden_flag = 1 << 7,
  // Not toggle properties:
  double_strike_flag = 1 << 8,
  underline_flag = 1 << 9,
  raised_flag = 1 << 10,
  complex_flag = 1 << 11,        // w:cs
  right_to_left_flag = 1 << 12,  // w:rtl
};
constexpr std::uint32_t toggle_flags = (1 << 8) - 1;

struct RunProperties {
  std::array<std::uint16_t, 4> fonts{};      // by FontGroup; 0: not said
  std::uint16_t size = 0, complex_size = 0;  // half-points; 0: not said
  std::uint32_t said = 0, on = 0;            // `on` only where `said`
  enum class Color : std::uint8_t { unsaid, automatic, rgb } color = Color::unsaid;
  std::uint32_t rgb = 0;
};

// What `node` (w:rPr; null: nothing) says by itself, over what `properties` has.
void read_run_properties(pugi::xml_node node, Theme const& theme, FontNames& fonts, RunProperties& properties);

// `upper` over `lower`: what it says wins (17.7.2 for all that are not toggle properties, and within one style's basedOn chain).
void lay_over(RunProperties& lower, RunProperties const& upper);

}  // namespace vanthu::docx
