#include "read/docx/lines.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "read/line_facts.hpp"
#include "read/raw_lines.hpp"

namespace vanthu::docx {
namespace {

constexpr std::uint32_t most_columns = 3;  // side by side: the middle one may be only a gap
constexpr std::uint32_t most_rows = 12;    // of what is side by side

enum class Role : std::uint8_t { frame, columns, data };

// Parts of a line that the file breaks inside.
template <class Each>
void each_broken(std::string_view text, Span line, Each each) {
  text = text.substr(0, line.end);
  for (auto at = line.begin; at <= line.end;) {
    auto const end = std::min(offset32(std::min(text.find_first_of("\v\f", at), text.size())), line.end);
    each(trimmed(text, {at, end}));
    at = end + 1;
  }
}

bool belongs_side_by_side(std::string_view line) {
  auto const facts = line_facts(line);
  return facts.complete || facts.recipients || (facts.start == LineStart::component && facts.subject);
}

class LineMaker {
 public:
  LineMaker(WalkedText const& walked, ShownText const& shown) : walked_(walked), text_(shown.text.text), shown_(shown) {
    find_roles();
    find_holders();
  }

  std::vector<SourceLine> run() {
    lines_.reserve(shown_.lines.size());
    for (auto const& line : shown_.lines) take(line);
    return std::move(lines_);
  }

 private:
  void find_roles() {
    std::vector<bool> tells(walked_.tables.size());
    for (auto const& line : shown_.lines) {
      auto const cell = walked_.paragraphs[line.paragraph].cell;
      if (cell == 0) continue;
      auto const table = walked_.cells[cell - 1].table;
      if (tells[table] || decided(walked_.tables[table]) || walked_.tables[table].columns > most_columns) continue;
      each_broken(text_, line.span, [&](Span part) {
        if (!part.empty()) tells[table] = tells[table] || belongs_side_by_side(slice(text_, part));
      });
    }
    for (std::size_t i = 0; i < walked_.tables.size(); ++i) {
      auto const& table = walked_.tables[i];
      roles_.push_back(table.columns <= 1 ? Role::frame : tells[i] || decided(table) ? Role::columns : Role::data);
    }
  }

  // Without a look at what it holds.
  static bool decided(WalkedTable const& table) {
    return table.columns <= 1 || (!table.ruled && table.columns <= most_columns && table.rows <= most_rows);
  }

  // For each cell the one that tells how its text stands: itself, or the one around a frame; 0 for none.
  void find_holders() {
    for (std::uint32_t i = 0; i < walked_.cells.size(); ++i) {
      auto const& table = walked_.tables[walked_.cells[i].table];
      auto const around = table.parent == 0 ? 0 : holders_[table.parent - 1];
      holders_.push_back(roles_[walked_.cells[i].table] == Role::frame ? around : i + 1);
    }
  }

  void take(ShownLine const& line) {
    auto const& paragraph = walked_.paragraphs[line.paragraph];
    auto const holder = paragraph.cell == 0 ? 0 : holders_[paragraph.cell - 1];
    auto const opens = enter(paragraph, holder);
    auto const centred = paragraph.look.format.alignment == Alignment::center;
    auto first = true;
    each_broken(text_, line.span, [&](Span part) {
      if (part.empty()) {
        ++blank_lines_;
        return;
      }
      if (is_rule(slice(text_, part))) {
        rule_ = true;
        return;
      }
      auto const goes_on = in_columns(holder) || (centred && centred_);
      push(part, paragraph, holder, first && (opens || !goes_on));
      first = false;
    });
    centred_ = centred;
  }

  bool in_columns(std::uint32_t holder) const { return holder != 0 && roles_[walked_.cells[holder - 1].table] == Role::columns; }

  // True where another cell, box or note begins.
  bool enter(WalkedParagraph const& paragraph, std::uint32_t holder) {
    if (holder == holder_ && paragraph.region == region_) return false;
    auto const row_of = [&](std::uint32_t cell) {
      return cell == 0 ? std::pair(-1, -1)
                       : std::pair(static_cast<int>(walked_.cells[cell - 1].table), static_cast<int>(walked_.cells[cell - 1].row));
    };
    auto const beside = holder != 0 && row_of(holder) == row_of(holder_);
    if (!beside) first_row_ = next_row_;
    row_ = first_row_;
    // What is set off by its place needs no blank line; it has none of those before the table.
    if (beside) blank_lines_ = 0;
    if (paragraph.region == Region::text_box || paragraph.region == Region::footnote) blank_lines_ = 1;
    holder_ = holder;
    region_ = paragraph.region;
    return true;
  }

  void push(Span part, WalkedParagraph const& paragraph, std::uint32_t holder, bool apart) {
    SourceLine line;
    line.span = part;
    line.apart = apart;
    line.rule = std::exchange(rule_, false);
    line.blank_lines = std::exchange(blank_lines_, 0);
    line.row = row_;
    if (holder != 0) {
      auto const& cell = walked_.cells[holder - 1];
      auto const columns = in_columns(holder);
      line.kind = columns ? BlockKind::paragraph : BlockKind::table_cell;
      line.cell = cell.index;
      line.column = !columns || cell.in_row == 1 ? Column::whole : cell.index + 1 == cell.in_row ? Column::right : Column::left;
      if (columns) ++row_;
    } else {
      if (paragraph.region == Region::text_box || paragraph.region == Region::footnote) line.column = Column::whole;
      ++row_;
    }
    next_row_ = std::max(next_row_, line.row + 1);
    lines_.push_back(line);
  }

  WalkedText const& walked_;
  std::string_view text_;
  ShownText const& shown_;
  std::vector<Role> roles_;             // of the tables
  std::vector<std::uint32_t> holders_;  // of the cells
  std::vector<SourceLine> lines_;
  std::uint32_t holder_ = 0;
  Region region_ = Region::body;
  std::uint32_t first_row_ = 0, row_ = 0, next_row_ = 0;
  std::uint32_t blank_lines_ = 0;
  bool rule_ = false;
  bool centred_ = false;  // the paragraph before
};

}  // namespace

std::vector<SourceLine> source_lines(WalkedText const& walked, ShownText const& shown) { return LineMaker(walked, shown).run(); }

}  // namespace vanthu::docx
