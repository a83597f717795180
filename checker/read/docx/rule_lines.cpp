#include "read/docx/rule_lines.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "read/docx/drawn_lines.hpp"
#include "read/docx/values.hpp"
#include "text/letter_widths.hpp"
#include "text/unicode.hpp"
#include "vanthu/document.hpp"

namespace vanthu::docx {
namespace {

using Node = pugi::xml_node;

constexpr std::int32_t at_the_top = 60;  // twips below the top of a paragraph: above its letters
constexpr std::size_t fewest_signs = 3;

bool is(Node node, std::string_view local) { return local_name(node.name()) == local; }

// What holds a paragraph and its neighbours: a cell, a box, the body.
Node container_of(Node paragraph) {
  auto node = paragraph.parent();
  while (node && !is(node, "tc") && !is(node, "txbxContent") && !is(node, "body") && !is(node, "footnote") && !is(node, "endnote"))
    node = node.parent();
  return node;
}

bool is_drawn(Node border) {
  auto const kind = attribute(border, "val");
  return border && kind != "none" && kind != "nil";
}
Node side(Node borders, std::string_view first, std::string_view second = {}) {
  auto const there = element(borders, first);
  return there || second.empty() ? there : element(borders, second);
}
// Borders on this side and not on the left or right: those are of a frame.
bool is_ruled(Node borders, std::string_view where) {
  return is_drawn(element(borders, where)) && !is_drawn(side(borders, "left", "start")) && !is_drawn(side(borders, "right", "end"));
}

bool is_line_sign(char32_t c) {
  return c == '_' || c == '-' || c == '=' || c == '*' || c == '~' || (c >= 0x2010 && c <= 0x2015) || c == 0x2500 || c == 0x2501 ||
         c == 0xAF || c == 0x203E || c == 0x2212 || c == 0x23AF;
}
// Three signs at least, and nothing but signs and blanks.
bool is_sign_line(std::string_view text) {
  std::size_t signs = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const c = next_code_point(text, at);
    if (c == ' ' || c == 0xA0 || c == '\t') continue;
    if (!is_line_sign(c)) return false;
    ++signs;
  }
  return signs >= fewest_signs;
}

// Text of a paragraph that has no block, and the size of its first letters.
struct Signs {
  std::string text;
  CharacterFormat format;
};
Signs signs_of(Node paragraph) {
  Signs out;
  out.format.size = 26;
  for (auto const& run : paragraph.children()) {
    if (!is(run, "r")) continue;
    auto const properties = element(run, "rPr");
    if (auto const size = integer(attribute(element(properties, "sz"), "val")); size && out.text.empty())
      out.format.size = static_cast<std::uint16_t>(std::clamp(*size, 2, 400));
    auto const align = attribute(element(properties, "vertAlign"), "val");
    if (out.text.empty()) out.format.raised = align == "superscript" || align == "subscript";
    for (auto const& part : run.children())
      if (is(part, "t")) out.text += part.child_value();
  }
  return out;
}

class RuleLines {
 public:
  RuleLines(Document const& document, Layout const& layout) : document_(document), layout_(layout) {}

  std::vector<RuleLine> of(std::span<LineParagraph const> paragraphs) {
    for (auto const& paragraph : paragraphs) add(paragraph);
    for (auto const& [key, row] : rows_) add_row(row);
    std::stable_sort(lines_.begin(), lines_.end(),
                     [](RuleLine const& a, RuleLine const& b) { return std::tuple(a.block, a.kind) < std::tuple(b.block, b.kind); });
    return std::move(lines_);
  }

 private:
  void add(LineParagraph const& paragraph) {
    auto const container = container_of(paragraph.node);
    auto const properties = element(paragraph.node, "pPr");
    auto const borders = element(properties, "pBdr");
    auto const above = [&]() -> std::optional<std::uint32_t> {
      auto const found = last_.find(container.hash_value());
      return found == last_.end() ? std::nullopt : std::optional(found->second);
    }();

    if (above && is_ruled(borders, "top")) push(*above, RuleLineKind::border, room(*above));
    if (paragraph.blocks == 0) {
      if (above) {
        for (auto const& line : drawn_lines(paragraph.node)) push(*above, line);
        if (is_ruled(borders, "bottom")) push(*above, RuleLineKind::border, room(*above, properties));
        if (auto const signs = signs_of(paragraph.node); is_sign_line(signs.text))
          push(*above, RuleLineKind::characters, text_width(signs.text, signs.format));
      }
      return;
    }

    auto const end =
        std::min<std::size_t>(paragraph.first_block + paragraph.blocks, std::min(document_.blocks.size(), layout_.blocks.size()));
    if (paragraph.first_block >= end) return;
    auto last = above;
    for (auto block = paragraph.first_block; block < end; ++block) {
      if (is_sign_line(slice(document_.text, document_.blocks[block].span))) {
        if (last) push(*last, RuleLineKind::characters, widths(block).whole);
        continue;
      }
      last = block;
      add_underline(block);
    }
    if (!last) return;
    for (auto const& line : drawn_lines(paragraph.node)) push(above && line.below && *line.below <= at_the_top ? *above : *last, line);
    if (layout_.blocks[*last].format.border_below && !is_drawn(side(borders, "left", "start")))
      push(*last, RuleLineKind::border, room(*last));
    last_[container.hash_value()] = *last;
    if (is(container, "tc")) rows_.emplace(container.parent().hash_value(), container.parent());
  }

  // Lines along the lower edges of the cells of a row that have none at their sides: their own, or of the cells below.
  void add_row(Node row) {
    auto const borders = [](Node of) { return element(element(of, "tcPr"), "tcBorders"); };
    auto const cell_from = [](Node node) {
      while (node && !is(node, "tc")) node = node.next_sibling();
      return node;
    };
    auto next_row = row.next_sibling();
    while (next_row && !is(next_row, "tr")) next_row = next_row.next_sibling();
    auto below = cell_from(next_row.first_child());
    for (auto cell = cell_from(row.first_child()); cell; cell = cell_from(cell.next_sibling())) {
      auto const last = last_.find(cell.hash_value());
      bool const ruled = is_ruled(borders(cell), "bottom") || is_ruled(borders(below), "top");
      if (ruled && last != last_.end() && last->second < layout_.blocks.size())
        push(last->second, RuleLineKind::border, layout_.blocks[last->second].width);
      if (below) below = cell_from(below.next_sibling());
    }
  }

  // All of the text, or one stretch of it where it is centred: that is how a short line is made.
  void add_underline(std::uint32_t block) {
    auto const w = widths(block);
    if (w.stretches != 1) return;
    if (w.underlined_letters == w.letters || layout_.blocks[block].format.alignment == Alignment::center)
      push(block, RuleLineKind::underline, w.underlined);
  }

  struct Widths {
    std::int32_t whole = 0, underlined = 0;  // 0: not known
    std::size_t letters = 0, underlined_letters = 0;
    int stretches = 0;  // of underlined text, blanks alone not counted
  };
  Widths widths(std::uint32_t block) const {
    auto const span = document_.blocks[block].span;
    auto run = std::upper_bound(layout_.runs.begin(), layout_.runs.end(), span.begin,
                                [](std::uint32_t at, FormatRun const& r) { return at < r.span.end; });
    Widths out;
    bool known = true, before = false;
    for (; run != layout_.runs.end() && run->span.begin < span.end; ++run) {
      if (run->format >= layout_.formats.size()) return {};
      auto const& format = layout_.formats[run->format];
      auto const text = slice(document_.text, {std::max(span.begin, run->span.begin), std::min(span.end, run->span.end)});
      auto const width = text_width(text, format);
      auto const letters = code_points(text) - static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
      known = known && width > 0;
      out.whole += width;
      out.letters += letters;
      if (letters == 0 && !format.underline) continue;  // a blank that is not underlined does not end a stretch
      if (format.underline) {
        out.underlined += width;
        out.underlined_letters += letters;
        out.stretches += before ? 0 : 1;
      }
      before = format.underline;
    }
    if (!known) out.whole = out.underlined = 0;
    if (out.underlined_letters == 0) out.stretches = 0;
    return out;
  }

  // Of the column or cell, without the indents; 0 where it is not known.
  std::int32_t room(std::uint32_t block) const {
    if (block >= layout_.blocks.size()) return 0;
    auto const& b = layout_.blocks[block];
    return b.width == 0 ? 0 : std::max(b.width - b.format.left - b.format.right, 0);
  }

  // The same for an empty paragraph below the block, with indents of its own.
  std::int32_t room(std::uint32_t block, Node properties) const {
    auto const width = block < layout_.blocks.size() ? layout_.blocks[block].width : 0;
    auto const indents = element(properties, "ind");
    auto const indent = [&](std::string_view name, std::string_view other) {
      auto const there = twips(attribute(indents, name));
      return there ? *there : twips(attribute(indents, other)).value_or(0);
    };
    return width == 0 ? 0 : std::max(width - indent("left", "start") - indent("right", "end"), 0);
  }

  void push(std::uint32_t block, DrawnLine const& line) {
    push(block, RuleLineKind::shape, line.full_width ? room(block) * line.length / 100 : line.length);
  }
  void push(std::uint32_t block, RuleLineKind kind, std::int32_t length) { lines_.push_back({block, kind, length}); }

  Document const& document_;
  Layout const& layout_;
  std::vector<RuleLine> lines_;
  std::unordered_map<std::size_t, std::uint32_t> last_;  // container → the last block of text in it
  std::unordered_map<std::size_t, Node> rows_;           // those with text
};

}  // namespace

std::vector<RuleLine> rule_lines(std::span<LineParagraph const> paragraphs, Document const& document, Layout const& layout) {
  return RuleLines(document, layout).of(paragraphs);
}

}  // namespace vanthu::docx
