#include "read/docx/values.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace vanthu::docx {
namespace {

constexpr std::int32_t largest = 1'000'000;

std::optional<double> number(std::string_view& value) {
  double result = 0;
  auto const [end, error] = std::from_chars(value.data(), value.data() + value.size(), result);
  if (error != std::errc{} || !std::isfinite(result)) return std::nullopt;
  value.remove_prefix(static_cast<std::size_t>(end - value.data()));
  return result;
}

std::optional<std::int32_t> rounded(double value) {
  if (std::abs(value) > largest) return std::nullopt;
  return static_cast<std::int32_t>(std::lround(value));
}

}  // namespace

std::string_view local_name(char const* name) {
  std::string_view const whole = name;
  auto const colon = whole.find(':');
  return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

pugi::xml_node element(pugi::xml_node parent, std::string_view local) {
  for (auto const node : parent)
    if (local_name(node.name()) == local) return node;
  return {};
}

std::string_view attribute(pugi::xml_node node, std::string_view local) {
  for (auto const each : node.attributes())
    if (local_name(each.name()) == local) return each.value();
  return {};
}

bool on_off(std::string_view value) { return value.empty() || value == "1" || value == "true" || value == "on"; }

bool on_off(pugi::xml_node node) { return node && on_off(attribute(node, "val")); }

std::optional<std::int32_t> integer(std::string_view value) {
  if (value.starts_with('+')) value.remove_prefix(1);
  auto const result = number(value);
  return result ? rounded(*result) : std::nullopt;
}

std::optional<std::int32_t> twips(std::string_view value) {
  static constexpr std::array<std::pair<std::string_view, double>, 6> units = {
      {{"pt", 20}, {"mm", 1440 / 25.4}, {"cm", 1440 / 2.54}, {"in", 1440}, {"pc", 240}, {"pi", 240}}};
  if (value.starts_with('+')) value.remove_prefix(1);
  auto const result = number(value);
  if (!result) return std::nullopt;
  for (auto const& [unit, length] : units)
    if (value == unit) return rounded(*result * length);
  return rounded(*result);
}

}  // namespace vanthu::docx
