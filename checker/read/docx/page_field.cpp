#include "read/docx/page_field.hpp"

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

#include "read/docx/values.hpp"

namespace vanthu::docx {
namespace {

using Node = pugi::xml_node;

bool is(Node node, std::string_view local) { return local_name(node.name()) == local; }

// The next node in document order below `root`, without going into `node` where `skip`. Null at the end.
Node next(Node node, Node root, bool skip) {
  if (!skip && node.first_child()) return node.first_child();
  while (node != root) {
    if (node.next_sibling()) return node.next_sibling();
    node = node.parent();
  }
  return {};
}

// What is not shown: deleted text, the second form of a drawing.
bool is_skipped(Node node) { return is(node, "del") || is(node, "moveFrom") || (is(node, "Fallback") && node.previous_sibling()); }

Node ancestor(Node node, std::string_view local) {
  while (node && !is(node, local)) node = node.parent();
  return node;
}

std::string upper(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return out;
}

// A field while its XML is read: fields may stand inside each other.
struct Open {
  std::string instruction;
  Node run;  // the first one of the result; else of the instruction
  bool result = false;
};

bool is_arabic(std::string_view instruction) {
  auto const text = upper(instruction);
  return text.find("ROMAN") == std::string::npos && text.find("ALPHABETIC") == std::string::npos && text.find("TEXT") == std::string::npos;
}

std::optional<Alignment> alignment(std::string_view word) {
  if (word == "center") return Alignment::center;
  if (word == "right" || word == "end" || word == "outside") return Alignment::right;
  if (word == "left" || word == "start" || word == "inside") return Alignment::left;
  return std::nullopt;
}

// By the tabs before the field: a positioned one, a tab stop of the paragraph, or those of Word's style for headers (centre, right).
std::optional<Alignment> by_tabs(PageField const& field) {
  std::vector<std::string_view> stops;
  for (auto const& stop : element(element(field.paragraph, "pPr"), "tabs").children())
    if (auto const kind = attribute(stop, "val"); kind != "clear") stops.push_back(kind);
  std::size_t tabs = 0;
  std::optional<Alignment> out;
  for (auto node = field.paragraph; node; node = next(node, field.paragraph, is_skipped(node) || is(node, "pPr"))) {
    if (node == field.run) break;
    if (is(node, "ptab")) out = alignment(attribute(node, "alignment"));
    if (!is(node, "tab") || !is(node.parent(), "r")) continue;
    ++tabs;
    if (tabs <= stops.size())
      out = alignment(stops[tabs - 1]).value_or(Alignment::left);
    else if (stops.empty())
      out = tabs == 1 ? Alignment::center : Alignment::right;
  }
  return out;
}

// Of something `width` wide that begins `offset` behind the left margin.
Alignment by_measures(std::int32_t offset, std::int32_t width, std::int32_t text_width) {
  auto const off_centre = offset + width / 2 - text_width / 2;
  if (std::abs(off_centre) * 20 <= std::max(text_width, 1)) return Alignment::center;
  return off_centre < 0 ? Alignment::left : Alignment::right;
}

// A frame (17.3.1.11) stands where its own words say, else where its measures say.
std::optional<Alignment> by_frame(PageField const& field, Alignment own, std::int32_t text_width) {
  auto const frame = element(element(field.paragraph, "pPr"), "framePr");
  if (!frame) return std::nullopt;
  if (auto const word = alignment(attribute(frame, "xAlign"))) return word;
  auto const x = twips(attribute(frame, "x"));
  auto const width = twips(attribute(frame, "w"));
  if (!x) return own;
  return own == Alignment::center || !width ? by_measures(*x, width.value_or(0), text_width) : own;
}

std::optional<Alignment> by_box(PageField const& field, Alignment own, std::int32_t text_width) {
  auto const anchor = ancestor(field.paragraph, "anchor");
  if (anchor) {
    auto const place = element(anchor, "positionH");
    if (auto const word = alignment(element(place, "align").child_value())) return word;
    auto const emu = element(place, "posOffset").text().as_llong();
    auto const extent = element(anchor, "extent");
    auto const width = extent.attribute("cx").as_llong();
    auto const at = attribute(place, "relativeFrom");
    if (at != "margin" && at != "column") return own;
    return by_measures(static_cast<std::int32_t>(std::clamp(emu / 635, -100000LL, 100000LL)),
                       static_cast<std::int32_t>(std::clamp(width / 635, 0LL, 100000LL)), text_width);
  }
  if (auto const shape = ancestor(field.paragraph, "textbox").parent()) {  // VML
    std::string_view const style = shape.attribute("style").value();
    constexpr std::string_view key = "mso-position-horizontal:";
    if (auto const found = style.find(key); found != std::string_view::npos)
      return alignment(style.substr(found + key.size(), style.find(';', found) - found - key.size())).value_or(own);
    return own;
  }
  return std::nullopt;
}

// The middle cell of a row, or one on either side.
std::optional<Alignment> by_cell(PageField const& field, Alignment own) {
  auto const cell = ancestor(field.paragraph, "tc");
  if (!cell) return std::nullopt;
  int before = 0, behind = 0;
  for (auto other = cell.previous_sibling(); other; other = other.previous_sibling()) before += is(other, "tc") ? 1 : 0;
  for (auto other = cell.next_sibling(); other; other = other.next_sibling()) behind += is(other, "tc") ? 1 : 0;
  if (before == behind) return own;
  return before < behind ? Alignment::left : Alignment::right;
}

}  // namespace

bool is_page_instruction(std::string_view instruction) {
  auto const begin = instruction.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return false;
  auto const end = std::min(instruction.find_first_of(" \t\r\n\\", begin), instruction.size());
  return upper(instruction.substr(begin, end - begin)) == "PAGE";
}

std::optional<PageField> page_field(pugi::xml_node root) {
  std::vector<Open> open;
  auto const found = [&](Node at, Node run, std::string_view instruction) {
    return PageField{ancestor(at, "p"), run, is_arabic(instruction), open.size() > 1};
  };
  for (auto node = root; node; node = next(node, root, is_skipped(node))) {
    auto const name = local_name(node.name());
    if (name == "fldSimple" && is_page_instruction(attribute(node, "instr")))
      return found(node, element(node, "r"), attribute(node, "instr"));
    if (name == "pgNum") return found(node, node.parent(), {});
    if (name == "r" && !open.empty() && open.back().result && !is(open.back().run, "r")) open.back().run = node;
    if (name == "fldChar") {
      auto const type = attribute(node, "fldCharType");
      if (type == "begin") open.push_back({});
      if (open.empty()) continue;
      auto& field = open.back();
      if (type == "separate") {
        field.result = true;
        field.run = {};
      }
      if (type != "end") continue;
      if (is_page_instruction(field.instruction)) return found(node, field.run ? field.run : node.parent(), field.instruction);
      open.pop_back();
    }
    if (name == "instrText" && !open.empty() && !open.back().result) {
      open.back().instruction += node.child_value();
      open.back().run = node.parent();
    }
  }
  return std::nullopt;
}

Alignment alignment_of(PageField const& field, Alignment own, std::int32_t text_width) {
  if (auto const there = by_frame(field, own, text_width)) return *there;
  if (auto const there = by_box(field, own, text_width)) return *there;
  auto const in_line = by_tabs(field).value_or(own);
  return by_cell(field, in_line).value_or(in_line);
}

}  // namespace vanthu::docx
