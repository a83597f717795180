#include "read/docx/run_properties.hpp"

#include <algorithm>
#include <utility>

#include "read/docx/values.hpp"

namespace vanthu::docx {
namespace {

enum class What : std::uint8_t { flag, fonts, size, complex_size, color, underline, vertical };

struct Known {
  std::string_view name;
  What what;
  RunFlag flag = bold_flag;
};

// Ascending by name.
constexpr std::array<Known, 17> known = {{{"b", What::flag, bold_flag},
                                          {"bCs", What::flag, bold_complex_flag},
                                          {"caps", What::flag, caps_flag},
                                          {"color", What::color},
                                          {"cs", What::flag, complex_flag},
                                          {"dstrike", What::flag, double_strike_flag},
                                          {"i", What::flag, italic_flag},
                                          {"iCs", What::flag, italic_complex_flag},
                                          {"rFonts", What::fonts},
                                          {"rtl", What::flag, right_to_left_flag},
                                          {"smallCaps", What::flag, small_caps_flag},
                                          {"strike", What::flag, strike_flag},
                                          {"sz", What::size},
                                          {"szCs", What::complex_size},
                                          {"u", What::underline},
                                          {"vanish", What::flag, hidden_flag},
                                          {"vertAlign", What::vertical}}};
static_assert(std::ranges::is_sorted(known, {}, &Known::name));

void set(RunProperties& properties, RunFlag flag, bool on) {
  properties.said |= flag;
  properties.on = on ? properties.on | flag : properties.on & ~std::uint32_t{flag};
}

// A font's role in the theme goes before its name (17.3.2.26).
void read_fonts(pugi::xml_node node, Theme const& theme, FontNames& fonts, RunProperties& properties) {
  std::array<std::uint16_t, 4> named{}, of_theme{};
  for (auto const each : node.attributes()) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> names = {
        {{"ascii", "asciiTheme"}, {"hAnsi", "hAnsiTheme"}, {"eastAsia", "eastAsiaTheme"}, {"cs", "cstheme"}}};
    auto const name = local_name(each.name());
    for (std::size_t group = 0; group < names.size(); ++group) {
      if (name == names[group].first) named[group] = fonts.number(each.value());
      if (name == names[group].second) of_theme[group] = fonts.number(theme.font(each.value()));
    }
  }
  for (std::size_t group = 0; group < named.size(); ++group)
    if (auto const number = of_theme[group] ? of_theme[group] : named[group]) properties.fonts[group] = number;
}

// ST_HpsMeasure: half-points, or a length with its unit; Word has sizes from 1 to 1638 pt.
void read_size(pugi::xml_node node, std::uint16_t& size) {
  auto const value = attribute(node, "val");
  auto const with_unit = value.find_first_not_of("0123456789.") != std::string_view::npos;
  auto const number = with_unit ? twips(value) : integer(value);
  if (!number) return;
  auto const half_points = with_unit ? *number / 10 : *number;
  if (half_points >= 1 && half_points <= 3276) size = static_cast<std::uint16_t>(half_points);
}

void read_color(pugi::xml_node node, Theme const& theme, RunProperties& properties) {
  if (auto const role = attribute(node, "themeColor"); !role.empty() && role != "none")
    if (auto const color = theme.color(role)) {
      properties.color = RunProperties::Color::rgb;
      properties.rgb = tinted(*color, attribute(node, "themeTint"), attribute(node, "themeShade"));
      return;
    }
  auto const color = hex_color(attribute(node, "val"));
  properties.color = color ? RunProperties::Color::rgb : RunProperties::Color::automatic;
  properties.rgb = color.value_or(0);
}

}  // namespace

std::uint16_t FontNames::number(std::string_view name) {
  if (name.empty() || name.size() > 128) return 0;
  if (auto const found = numbers_.find(name); found != numbers_.end()) return found->second;
  if (names_.size() > 0xFFFF) return 0;
  auto const number = static_cast<std::uint16_t>(names_.size());
  names_.emplace_back(name);
  numbers_.emplace(name, number);
  return number;
}

void read_run_properties(pugi::xml_node node, Theme const& theme, FontNames& fonts, RunProperties& properties) {
  for (auto const child : node) {
    auto const name = local_name(child.name());
    auto const found = std::ranges::lower_bound(known, name, {}, &Known::name);
    if (found == known.end() || found->name != name) continue;
    switch (found->what) {
      case What::flag: set(properties, found->flag, on_off(child)); break;
      case What::fonts: read_fonts(child, theme, fonts, properties); break;
      case What::size: read_size(child, properties.size); break;
      case What::complex_size: read_size(child, properties.complex_size); break;
      case What::color: read_color(child, theme, properties); break;
      case What::underline: {
        auto const kind = attribute(child, "val");
        set(properties, underline_flag, !kind.empty() && kind != "none");
        break;
      }
      case What::vertical: {
        auto const place = attribute(child, "val");
        set(properties, raised_flag, place == "superscript" || place == "subscript");
        break;
      }
    }
  }
}

void lay_over(RunProperties& lower, RunProperties const& upper) {
  for (std::size_t group = 0; group < lower.fonts.size(); ++group)
    if (upper.fonts[group]) lower.fonts[group] = upper.fonts[group];
  if (upper.size) lower.size = upper.size;
  if (upper.complex_size) lower.complex_size = upper.complex_size;
  lower.on = (lower.on & ~upper.said) | upper.on;
  lower.said |= upper.said;
  if (upper.color == RunProperties::Color::unsaid) return;
  lower.color = upper.color;
  lower.rgb = upper.rgb;
}

}  // namespace vanthu::docx
