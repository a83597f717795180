#include "read/docx/frames.hpp"

#include <string_view>

#include "read/docx/values.hpp"

namespace vanthu::docx {
namespace {

using Node = pugi::xml_node;

bool is(Node node, std::string_view local) { return local_name(node.name()) == local; }

// The box that holds a paragraph: its outline, as DrawingML (20.1.2.2.24, 20.1.4.2.19) or VML (stroked) has it.
std::optional<bool> box_is_drawn(Node paragraph) {
  auto node = paragraph.parent();
  while (node && !is(node, "txbxContent")) node = node.parent();
  auto const shape = node.parent().parent();
  if (is(shape, "wsp")) {
    if (auto const line = element(element(shape, "spPr"), "ln")) return !element(line, "noFill");
    if (auto const style = element(element(shape, "style"), "lnRef")) return attribute(style, "idx") != "0";
    return false;
  }
  if (!is(shape, "shape") && !is(shape, "rect") && !is(shape, "roundrect")) return std::nullopt;
  auto const stroked = attribute(shape, "stroked");
  return stroked != "f" && stroked != "false";
}

bool is_shape(Node node) { return is(node, "wsp") || is(node, "pic") || is(node, "rect") || is(node, "roundrect") || is(node, "shape"); }

// What a paragraph and its neighbours draw.
bool draws_something(Node paragraph) {
  for (auto const& one : {paragraph.previous_sibling(), paragraph, paragraph.next_sibling()})
    if (is(one, "p") && one.find_node(is_shape)) return true;
  return false;
}

}  // namespace

std::optional<bool> framed(WalkedParagraph const& paragraph, WalkedText const& walked) {
  if (paragraph.look.format.boxed) return true;
  if (paragraph.cell != 0 && walked.cells[paragraph.cell - 1].ruled) return true;
  for (auto const& run : paragraph.node.children()) {
    auto const border = attribute(element(element(run, "rPr"), "bdr"), "val");
    if (!border.empty() && border != "nil" && border != "none") return true;
  }
  if (paragraph.region == Region::text_box) return box_is_drawn(paragraph.node);
  if (draws_something(paragraph.node)) return std::nullopt;
  return false;
}

}  // namespace vanthu::docx
