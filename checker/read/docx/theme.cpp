#include "read/docx/theme.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "read/docx/values.hpp"

namespace vanthu::docx {
namespace {

// Writing of a language, as a:font has it; empty for those that need no font of their own.
std::string_view script(std::string_view language) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 13> scripts = {{{"ja", "Jpan"},
                                                                                             {"ko", "Hang"},
                                                                                             {"zh-TW", "Hant"},
                                                                                             {"zh-HK", "Hant"},
                                                                                             {"zh-MO", "Hant"},
                                                                                             {"zh", "Hans"},
                                                                                             {"ar", "Arab"},
                                                                                             {"fa", "Arab"},
                                                                                             {"ur", "Uigh"},
                                                                                             {"he", "Hebr"},
                                                                                             {"th", "Thai"},
                                                                                             {"km", "Khmr"},
                                                                                             {"vi", "Viet"}}};
  for (auto const& [prefix, name] : scripts)
    if (language.starts_with(prefix)) return name;
  return {};
}

std::optional<std::uint32_t> fraction(std::string_view hex) {
  std::uint32_t value = 0;
  auto const [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
  if (error != std::errc{} || end != hex.data() + hex.size() || value > 255) return std::nullopt;
  return value;
}

// One part of the colour with this hue, lightness and saturation.
double part(double low, double high, double hue) {
  hue -= std::floor(hue);
  if (hue < 1.0 / 6) return low + (high - low) * 6 * hue;
  if (hue < 0.5) return high;
  if (hue < 2.0 / 3) return low + (high - low) * (2.0 / 3 - hue) * 6;
  return low;
}

}  // namespace

std::string_view Theme::font(std::string_view role) const {
  auto const major = role.starts_with("major");
  if (!major && !role.starts_with("minor")) return {};
  auto const fonts = element(element(element(theme_, "themeElements"), "fontScheme"), major ? "majorFont" : "minorFont");
  auto const group = role.substr(5);
  if (group == "Ascii" || group == "HAnsi") return attribute(element(fonts, "latin"), "typeface");
  auto const east = group == "EastAsia";
  if (!east && group != "Bidi") return {};
  if (auto const name = attribute(element(fonts, east ? "ea" : "cs"), "typeface"); !name.empty()) return name;
  auto const wanted = script(attribute(element(settings_, "themeFontLang"), east ? "eastAsia" : "bidi"));
  if (wanted.empty()) return {};
  for (auto const node : fonts)
    if (local_name(node.name()) == "font" && attribute(node, "script") == wanted) return attribute(node, "typeface");
  return {};
}

std::optional<std::uint32_t> Theme::color(std::string_view role) const {
  static constexpr std::array<std::array<std::string_view, 3>, 4> mapped = {
      {{"text1", "t1", "dk1"}, {"text2", "t2", "dk2"}, {"background1", "bg1", "lt1"}, {"background2", "bg2", "lt2"}}};
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> names = {{{"dark1", "dk1"},
                                                                                          {"dark2", "dk2"},
                                                                                          {"light1", "lt1"},
                                                                                          {"light2", "lt2"},
                                                                                          {"hyperlink", "hlink"},
                                                                                          {"followedHyperlink", "folHlink"}}};
  auto const in_theme = [](std::string_view name) {
    for (auto const& [long_name, short_name] : names)
      if (name == long_name) return short_name;
    return name;
  };
  auto name = in_theme(role);
  for (auto const& [text, key, usual] : mapped) {
    if (role != text) continue;
    auto const mapping = attribute(element(settings_, "clrSchemeMapping"), key);
    name = mapping.empty() ? usual : in_theme(mapping);
  }
  auto const color = element(element(element(theme_, "themeElements"), "clrScheme"), name);
  if (auto const rgb = element(color, "srgbClr")) return hex_color(attribute(rgb, "val"));
  return hex_color(attribute(element(color, "sysClr"), "lastClr"));
}

std::uint32_t tinted(std::uint32_t color, std::string_view tint, std::string_view shade) {
  auto const lighter = fraction(tint), darker = fraction(shade);
  if (!lighter && !darker) return color;
  auto const red = (color >> 16 & 0xFF) / 255.0, green = (color >> 8 & 0xFF) / 255.0, blue = (color & 0xFF) / 255.0;
  auto const most = std::max({red, green, blue}), least = std::min({red, green, blue});
  auto const spread = most - least;
  auto lightness = (most + least) / 2;
  double hue = 0, saturation = 0;
  if (spread > 0) {
    saturation = lightness > 0.5 ? spread / (2 - most - least) : spread / (most + least);
    if (most == red)
      hue = (green - blue) / spread / 6;
    else if (most == green)
      hue = ((blue - red) / spread + 2) / 6;
    else
      hue = ((red - green) / spread + 4) / 6;
  }
  if (darker) lightness *= *darker / 255.0;
  if (lighter) lightness = lightness * *lighter / 255.0 + 1 - *lighter / 255.0;
  auto const high = lightness < 0.5 ? lightness * (1 + saturation) : lightness + saturation - lightness * saturation;
  auto const low = 2 * lightness - high;
  auto const byte = [&](double shift) {
    return static_cast<std::uint32_t>(std::clamp(std::lround(part(low, high, hue + shift) * 255), 0L, 255L));
  };
  return byte(1.0 / 3) << 16 | byte(0) << 8 | byte(-1.0 / 3);
}

std::optional<std::uint32_t> hex_color(std::string_view value) {
  std::uint32_t color = 0;
  auto const [end, error] = std::from_chars(value.data(), value.data() + value.size(), color, 16);
  if (value.size() != 6 || error != std::errc{} || end != value.data() + value.size()) return std::nullopt;
  return color;
}

}  // namespace vanthu::docx
