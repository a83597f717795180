#include "read/docx/drawn_lines.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "read/docx/values.hpp"

namespace vanthu::docx {
namespace {

using Node = pugi::xml_node;

constexpr long long emu_in_twip = 635;
constexpr long long largest = 100000;  // twips: no paper is wider
constexpr long long flat = 80;         // twips: what is not higher may be a line

bool is(Node node, std::string_view local) { return local_name(node.name()) == local; }

std::int32_t twips_of(double value) { return static_cast<std::int32_t>(std::clamp(value, -double{largest}, double{largest})); }

std::optional<double> number(std::string_view text) {
  double value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

// Calls for each node below `root` in document order; does not go into those for which `f` gives false.
template <class F>
void below(Node root, F f) {
  auto node = root.first_child();
  while (node && node != root) {
    bool const deeper = f(node);
    if (deeper && node.first_child()) {
      node = node.first_child();
      continue;
    }
    while (node != root && !node.next_sibling()) node = node.parent();
    if (node != root) node = node.next_sibling();
  }
}

bool is_line_geometry(std::string_view preset) { return preset == "line" || preset == "lineInv" || preset == "straightConnector1"; }

bool is_flat(double width, double height) { return width > 0 && height * 10 <= width; }

// Shapes of a drawing (wp:anchor, wp:inline); those of a group are scaled by it.
void add_drawing(Node drawing, std::vector<DrawnLine>& out) {
  auto const extent = element(drawing, "extent");
  auto const whole = extent.attribute("cx").as_double();
  std::optional<std::int32_t> at;
  if (auto const place = element(drawing, "positionV")) {
    auto const from = attribute(place, "relativeFrom");
    if (auto const offset = element(place, "posOffset"); offset && (from == "paragraph" || from == "line"))
      at = twips_of(offset.text().as_double() / emu_in_twip);
  }
  double scale = 1;
  below(drawing, [&](Node node) {
    if (is(node, "grpSpPr")) {
      auto const child = element(element(node, "xfrm"), "chExt").attribute("cx").as_double();
      if (child > 0 && whole > 0) scale = whole / child;
      return false;
    }
    bool const picture = is(node, "pic");
    if (!picture && !is(node, "wsp") && !is(node, "cxnSp")) return true;
    if (element(node, "txbx")) return false;
    auto const properties = element(node, "spPr");
    auto const size = element(element(properties, "xfrm"), "ext");
    auto width = size.attribute("cx").as_double() * scale;
    auto const height = size.attribute("cy").as_double() * scale;
    if (width <= 0) width = whole;
    auto const thin = height <= double{flat * emu_in_twip};
    auto const drawn = is_line_geometry(attribute(element(properties, "prstGeom"), "prst")) || thin;
    if (drawn && is_flat(width, height)) out.push_back({twips_of(width / emu_in_twip), false, at});
    return false;
  });
}

// The x and y of "53.8pt,16.9pt".
std::optional<std::pair<std::int32_t, std::int32_t>> point(std::string_view text) {
  auto const comma = text.find(',');
  if (comma == std::string_view::npos) return std::nullopt;
  auto const x = css_length(text.substr(0, comma));
  auto const y = css_length(text.substr(comma + 1));
  if (!x || !y) return std::nullopt;
  return std::pair(*x, *y);
}

bool is_true(std::string_view value) { return value == "t" || value == "true" || value == "1"; }

void add_vml(Node shape, bool grouped, std::vector<DrawnLine>& out) {
  std::string_view const style = shape.attribute("style").value();
  if (is(shape, "line")) {
    auto const from = point(attribute(shape, "from"));
    auto const to = point(attribute(shape, "to"));
    if (!from || !to) return;
    if (grouped) return out.push_back({});
    auto const width = std::abs(to->first - from->first), height = std::abs(to->second - from->second);
    if (is_flat(width, height)) out.push_back({width, false, from->second});
    return;
  }
  if (element(shape, "textbox")) return;
  auto const width = css_length(css_property(style, "width"));
  auto const height = css_length(css_property(style, "height"));
  if (is_true(attribute(shape, "hr"))) {
    auto const percent = integer(attribute(shape, "hrpct"));
    if (width.value_or(0) > 0) return out.push_back({*width, false, std::nullopt});
    return out.push_back({percent ? std::clamp(*percent, 0, 1000) / 10 : 100, true, std::nullopt});
  }
  auto const connector = attribute(shape, "type") == "#_x0000_t32" || attribute(shape, "connectortype") == "straight";
  if (!width || !height || !is_flat(*width, *height) || (!connector && *height > flat)) return;
  if (grouped) return out.push_back({});
  auto const top = css_length(css_property(style, "margin-top"));
  out.push_back({*width, false, top ? top : css_length(css_property(style, "top"))});
}

}  // namespace

std::vector<DrawnLine> drawn_lines(pugi::xml_node paragraph) {
  std::vector<DrawnLine> out;
  Node group;  // of VML
  below(paragraph, [&](Node node) {
    auto const name = local_name(node.name());
    if (name == "pPr" || name == "del" || name == "moveFrom" || name == "txbxContent") return false;
    if (name == "Fallback" && node.previous_sibling()) return false;
    if (name == "anchor" || name == "inline") {
      add_drawing(node, out);
      return false;
    }
    if (name == "group") group = node;
    bool const vml = name == "line" || name == "shape" || name == "rect" || name == "polyline";
    if (vml) add_vml(node, group && node.parent() == group, out);
    return !vml;
  });
  return out;
}

std::string_view css_property(std::string_view style, std::string_view name) {
  for (std::size_t begin = 0; begin < style.size();) {
    auto const end = std::min(style.find(';', begin), style.size());
    auto const one = style.substr(begin, end - begin);
    auto const colon = one.find(':');
    auto const key = one.substr(0, colon);
    auto const first = std::min(key.find_first_not_of(' '), key.size());
    if (colon != std::string_view::npos && key.substr(first) == name) return one.substr(colon + 1);
    begin = end + 1;
  }
  return {};
}

std::optional<std::int32_t> css_length(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  struct Unit {
    std::string_view name;
    double twips;
  };
  constexpr Unit units[] = {{"pt", 20}, {"in", 1440}, {"mm", 56.6929}, {"cm", 566.929}, {"px", 15}, {"pc", 240}};
  auto factor = 15.0;  // VML's pixel
  for (auto const& unit : units)
    if (text.ends_with(unit.name)) {
      factor = unit.twips;
      text.remove_suffix(2);
      break;
    }
  auto const value = number(text);
  return value ? std::optional(twips_of(*value * factor)) : std::nullopt;
}

}  // namespace vanthu::docx
