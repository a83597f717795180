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

// Colours of a:clrScheme, in the order of Theme::colors_.
constexpr std::array<std::string_view, 12> scheme_names = {"dk1",     "dk2",     "lt1",     "lt2",     "accent1", "accent2",
                                                           "accent3", "accent4", "accent5", "accent6", "hlink",   "folHlink"};

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

Theme::Theme(pugi::xml_node theme, pugi::xml_node settings) {
  auto const elements = element(theme, "themeElements");
  auto const languages = element(settings, "themeFontLang");
  for (std::size_t size = 0; size < 2; ++size) {
    auto const node = element(element(elements, "fontScheme"), size == 0 ? "majorFont" : "minorFont");
    auto& fonts = fonts_[size];
    fonts = {attribute(element(node, "latin"), "typeface"), attribute(element(node, "ea"), "typeface"),
             attribute(element(node, "cs"), "typeface")};
    std::array const scripts = {script(attribute(languages, "eastAsia")), script(attribute(languages, "bidi"))};
    for (auto const font : node.children())
      for (std::size_t group = 0; group < 2; ++group)
        if (fonts[group + 1].empty() && !scripts[group].empty() && attribute(font, "script") == scripts[group])
          fonts[group + 1] = attribute(font, "typeface");
  }
  for (auto const color : element(elements, "clrScheme")) {
    auto const name = std::ranges::find(scheme_names, local_name(color.name()));
    if (name == scheme_names.end()) continue;
    auto const rgb = hex_color(attribute(element(color, "srgbClr"), "val"));
    colors_[static_cast<std::size_t>(name - scheme_names.begin())] = rgb ? rgb : hex_color(attribute(element(color, "sysClr"), "lastClr"));
  }
  auto const mapping = element(settings, "clrSchemeMapping");
  mapped_ = {attribute(mapping, "t1"), attribute(mapping, "t2"), attribute(mapping, "bg1"), attribute(mapping, "bg2")};
}

std::string_view Theme::font(std::string_view role) const {
  auto const major = role.starts_with("major");
  if (!major && !role.starts_with("minor")) return {};
  auto const& fonts = fonts_[major ? 0 : 1];
  auto const group = role.substr(5);
  return group == "Ascii" || group == "HAnsi" ? fonts[0] : group == "EastAsia" ? fonts[1] : group == "Bidi" ? fonts[2] : "";
}

std::optional<std::uint32_t> Theme::color(std::string_view role) const {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> usual = {
      {{"text1", "dark1"}, {"text2", "dark2"}, {"background1", "light1"}, {"background2", "light2"}}};
  for (std::size_t k = 0; k < usual.size(); ++k)
    if (role == usual[k].first) {
      role = mapped_[k].empty() ? usual[k].second : mapped_[k];
      break;
    }
  static constexpr std::array<std::string_view, 12> names = {"dark1",   "dark2",   "light1",  "light2",  "accent1",   "accent2",
                                                             "accent3", "accent4", "accent5", "accent6", "hyperlink", "followedHyperlink"};
  auto const name = std::ranges::find(names, role);
  return name == names.end() ? std::nullopt : colors_[static_cast<std::size_t>(name - names.begin())];
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
