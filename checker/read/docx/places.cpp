#include "read/docx/places.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "read/docx/values.hpp"
#include "text/letter_widths.hpp"

namespace vanthu::docx {
namespace {

constexpr std::uint32_t most_columns = 3, most_rows = 12;  // of what is side by side

constexpr std::int32_t cell_margins = 216;  // twips, both: inside the width of a cell, if nothing else is said

// What was met so far in a cell or in the body.
struct Column {
  std::int64_t height = 0;
  bool known = true;       // the height is
  bool above = false;      // text stands above
  std::int64_t space = 0;  // below that text
  std::uint32_t style = 0;
  bool contextual = false;
};

std::int64_t line_height(ParagraphFormat const& format, std::uint16_t size) {
  if (format.line_rule == LineRule::exact) return format.line;
  if (format.line_rule == LineRule::at_least) return std::max(format.line, single_line(size));
  return std::int64_t{single_line(size)} * format.line / 240;
}

// No page is so high.
std::int32_t on_paper(std::int64_t twips) { return static_cast<std::int32_t>(std::clamp<std::int64_t>(twips, -1'000'000, 1'000'000)); }

// Its text begins where the row does: neither merged with cells below nor filled from its middle or end, and the table does not float.
bool begins_with_its_row(WalkedCell const& cell, WalkedTable const& table) {
  auto const properties = cell.node.child("w:tcPr");
  auto const align = attribute(properties.child("w:vAlign"), "val");
  return !properties.child("w:vMerge") && !properties.child("w:textDirection") && (align.empty() || align == "top") && table.parent == 0 &&
         !table.node.child("w:tblPr").child("w:tblpPr");
}

class Places {
 public:
  Places(Layout& layout, Document const& document, WalkedText const& walked, std::span<std::uint32_t const> starts, Formatting& formatting)
      : document_(document), layout_(layout), walked_(walked), starts_(starts), formatting_(formatting) {}

  void run() {
    columns_.resize(walked_.cells.size() + 1);
    columns_[0].known = false;  // of the body
    for (std::size_t i = 0; i < walked_.cells.size(); ++i) {
      auto const& cell = walked_.cells[i];
      auto const& table = walked_.tables[cell.table];
      columns_[i + 1].known = table.columns <= most_columns && table.rows <= most_rows && begins_with_its_row(cell, table);
    }
    std::uint32_t last_cell = 0;
    for (std::uint32_t i = 0; i < walked_.paragraphs.size(); ++i) {
      auto const& paragraph = walked_.paragraphs[i];
      if (paragraph.region == Region::text_box || paragraph.region == Region::footnote) continue;
      if (paragraph.cell != last_cell) leave(last_cell, paragraph.cell);
      last_cell = paragraph.cell;
      add(i, columns_[paragraph.cell]);
    }
  }

 private:
  // A table begins in the body or inside the cell, or ends there: nothing is told of what stands below it.
  void leave(std::uint32_t from, std::uint32_t to) {
    columns_[0].above = false;
    for (auto cell : {from, to})
      if (cell != 0)
        if (auto const around = walked_.tables[walked_.cells[cell - 1].table].parent; around != 0) {
          columns_[around].known = false;
          columns_[around].above = false;
        }
  }

  void add(std::uint32_t number, Column& column) {
    auto const& paragraph = walked_.paragraphs[number];
    if (paragraph.joined) return;
    auto const& format = paragraph.look.format;
    while (next_ < starts_.size() && starts_[next_] < number) ++next_;  // those of boxes
    auto const first = next_;
    while (next_ < starts_.size() && starts_[next_] <= number) ++next_;
    if (first == next_) {
      auto const text = std::string_view(document_.source).substr(paragraph.source.begin, paragraph.source.end - paragraph.source.begin);
      auto const height = line_height(format, mark_size(paragraph));
      if (goes_on(text)) {  // a line of the block above
        column.height += format.before + height + format.after;
        column.space = format.after;
      } else {
        column.height += format.before + height + format.after;
        column.space += format.before + height + format.after;
      }
      return;
    }
    bool const close = column.contextual && format.contextual && column.style == format.style;
    for (auto block = first; block < next_ && block < layout_.blocks.size(); ++block) {
      auto& out = layout_.blocks[block];
      if (block == first) {
        if (column.above) out.space_above = close ? 0 : on_paper(column.space + format.before);
        column.height += format.before;
      } else {
        out.space_above = 0;
      }
      if (paragraph.cell != 0) {
        auto const& cell = walked_.cells[paragraph.cell - 1];
        out.table = cell.table + 1;
        out.row = cell.row;
        if (column.known) out.top = on_paper(column.height);
      }
      if (column.known) add_lines(block, number, column);
    }
    column.height += format.after;
    column.space = format.after;
    column.above = true;
    column.style = format.style;
    column.contextual = format.contextual;
  }

  // Signs that are no row of dashes: a block that began above goes on.
  static bool goes_on(std::string_view text) {
    return text.find_first_not_of(" \t\v_-=*.~") != std::string_view::npos && !text.starts_with("\u2014") && !text.starts_with("\u2013") &&
           !text.starts_with("\u2015") && !text.starts_with("\u00AF");
  }

  std::uint16_t mark_size(WalkedParagraph const& paragraph) {
    auto const look = formatting_.label(paragraph.look, paragraph.node.child("w:pPr"));
    auto const& formats = formatting_.formats();
    return look.other < formats.size() ? formats[look.other].size : CharacterFormat{}.size;
  }

  // The lines of a block; its cell is of unknown height from here on where they may be one more or one less.
  void add_lines(std::uint32_t block, std::uint32_t paragraph, Column& column) {
    auto const& format = layout_.blocks[block].format;
    auto const room = layout_.blocks[block].width - std::max(format.left, 0) - std::max(format.right, 0);
    std::int64_t width = 0;
    std::uint16_t size = 0;
    bool known = room > 0;
    auto const span = document_.blocks[block].span;
    auto run = std::upper_bound(layout_.runs.begin(), layout_.runs.end(), span.begin,
                                [](std::uint32_t at, FormatRun const& r) { return at < r.span.end; });
    for (; run != layout_.runs.end() && run->span.begin < span.end; ++run) {
      auto const part = slice(document_.text, {std::max(span.begin, run->span.begin), std::min(span.end, run->span.end)});
      auto const& letters = layout_.formats[run->format];
      auto const wide = text_width(part, letters);
      known = known && (wide > 0 || part.empty());
      width += wide;
      size = std::max(size, letters.size);
    }
    auto const source = document_.map.to_source(span);
    bool const whole = source.end <= walked_.paragraphs[paragraph].source.end;  // else it goes on in the next paragraph
    auto const least = known ? (width * 95 + 99) / 100 / room + 1 : 1;
    auto const most = known ? width * 105 / 100 / std::max(room - cell_margins, 1) + 1 : 2;
    if (whole && least != most) column.known = false;
    column.height += (whole ? least : 1) * line_height(format, size);
  }

  Document const& document_;
  Layout& layout_;
  WalkedText const& walked_;
  std::span<std::uint32_t const> starts_;
  Formatting& formatting_;
  std::vector<Column> columns_;  // of the body, and of each cell
  std::uint32_t next_ = 0;       // block
};

}  // namespace

void set_places(Layout& layout, Document const& document, WalkedText const& walked, std::span<std::uint32_t const> starts,
                Formatting& formatting) {
  Places(layout, document, walked, starts, formatting).run();
}

}  // namespace vanthu::docx
