#include "read/joining.hpp"

#include <algorithm>
#include <array>

#include "read/print_width.hpp"
#include "read/raw_lines.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

constexpr std::uint32_t long_enough = 40;                  // columns: a shorter line may be short on purpose
constexpr std::uint32_t widest_line = 110;                 // columns that a page may have
constexpr std::uint32_t widest_wrap = 160 * column_width;  // longer lines are paragraphs
constexpr std::uint32_t max_subject_lines = 10;

// Of a cell whose width was measured.
std::uint32_t end_of(Cell const& cell) { return cell.line.indent * column_width + cell.print.all; }
bool is_open(LineFacts const& facts) {
  return facts.end == LineEnd::open || facts.end == LineEnd::hanging || facts.end == LineEnd::counting || facts.end == LineEnd::comma;
}
// The last line ends with a word that asks for what the next one starts with.
bool is_asked_for(LineFacts const& last, LineFacts const& next) {
  return last.end == LineEnd::hanging || (last.end == LineEnd::counting && (next.digit_first || next.start == LineStart::label));
}
bool opens_item(LineFacts const& facts) { return facts.start == LineStart::bullet || facts.start == LineStart::label; }

bool evidently_goes_on(Cell const& last, Cell const& next) {
  return last.column == Column::whole && next.column == Column::whole && is_open(last.facts) && next.facts.start == LineStart::lower &&
         last.facts.width >= long_enough && !last.facts.caps && next.line.blank_lines <= 1 && !next.line.page_break && !next.line.apart &&
         !last.table_row;
}

// The n-th value of a list; its most frequent value.
std::uint32_t percentile(std::vector<std::uint32_t>& values, std::size_t percent) {
  auto const at = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) * percent / 100);
  std::nth_element(values.begin(), at, values.end());
  return *at;
}
std::uint32_t mode(std::vector<std::uint32_t> const& values) {
  std::array<std::uint32_t, 64> counts{};
  for (auto value : values) ++counts[std::min<std::size_t>(value, counts.size() - 1)];
  return static_cast<std::uint32_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

// The first word of the next line would not have fitted on this one. Widths are estimates: a few percent more or less say nothing.
bool is_full(Cell const& last, Cell const& next, Wrapping const& wrapping, bool first_of_paragraph) {
  auto const limit = first_of_paragraph ? wrapping.first_right : wrapping.right;
  return wrapping.wrapped && end_of(last) + print_width(' ') + next.print.first_word + limit / 20 >= limit;
}

// The next line starts further right than a line inside a paragraph does.
bool is_indented(Cell const& last, Cell const& next, Wrapping const& wrapping) {
  if (wrapping.first_lines_indented) return next.line.indent >= wrapping.left + 3;
  return next.line.indent >= wrapping.left + 4 && next.line.indent >= last.line.indent + 3 && !opens_item(last.facts);
}

// An indented first line that is long and open, and right below it a line further left: also where too few lines tell the width of the
// page.
bool hangs_from(Cell const& last, Cell const& next, BlockContext const& context) {
  return context.lines == 1 && is_open(last.facts) && last.facts.width >= 60 && next.line.blank_lines == 0 && !next.line.page_break &&
         last.column == Column::whole && next.facts.start == LineStart::other && next.line.indent + 3 <= last.line.indent;
}

// Too few lines tell the width of the page, but none is longer than a page is wide: what stands right below a long open line that follows
// a blank one goes on with it.
bool goes_on_below(Cell const& last, Cell const& next, Wrapping const& wrapping, BlockContext const& context) {
  return wrapping.narrow && context.lines == 1 && last.line.blank_lines > 0 && next.line.blank_lines == 0 && !next.line.page_break &&
         is_open(last.facts) && last.facts.width >= 70 && last.column == Column::whole && next.facts.start == LineStart::other;
}

// Where indents were lost, first lines of paragraphs are shorter than the others: a long one is none.
bool is_too_long_for_first(Cell const& next, Wrapping const& wrapping) {
  return wrapping.first_right_measured && end_of(next) > wrapping.first_right + wrapping.first_right / 50;
}

// "17/CT-" before "TTg", "2022-" before "2025"; also "17/CT" before "-TTg".
bool is_cut_symbol(std::string_view text, Cell const& last, Cell const& next) {
  auto const a = slice(text, last.line.span), b = slice(text, next.line.span);
  std::size_t at = 0;
  auto const first = next_code_point(b, at);
  if (last.facts.end == LineEnd::symbol) return is_letter(first) || is_digit(first);
  if ((first != '-' && first != '/') || at >= b.size() || next.facts.start == LineStart::component) return false;
  if (!is_upper(next_code_point(b, at))) return false;
  auto const word = a.substr(a.find_last_of(" \t") + 1);
  return word.find('/') != std::string_view::npos && word.find_first_of("0123456789") != std::string_view::npos && is_open(last.facts);
}

// A bullet in the middle of a paragraph: "chính trị" before "- xã hội".
bool is_dash_inside(std::string_view text, Cell const& last, Cell const& next, Wrapping const& wrapping, BlockContext const& context) {
  if (!is_full(last, next, wrapping, context.lines == 1) || last.facts.end == LineEnd::colon || !is_open(last.facts) ||
      next.line.blank_lines > wrapping.gap)
    return false;
  auto const b = slice(text, next.line.span);
  auto at = std::min<std::size_t>(b.find_first_not_of(' ', next.facts.bullet_size), b.size() - 1);
  auto const lower = is_lower(next_code_point(b, at));
  return lower || (wrapping.first_lines_indented && next.line.indent <= wrapping.left + 1);
}

Joint join_subject(std::string_view text, Cell const& last, Cell const& next, Wrapping const& wrapping, BlockContext const& context) {
  if (context.lines >= max_subject_lines || next.line.blank_lines > wrapping.gap || next.line.page_break) return Joint::none;
  if (last.facts.end == LineEnd::sentence || last.facts.end == LineEnd::colon || opens_item(next.facts)) return Joint::none;
  if (next.facts.start == LineStart::lower || is_asked_for(last.facts, next.facts) || last.facts.end == LineEnd::comma) return Joint::blank;
  if (next.facts.body_opening) return Joint::none;
  if (is_full(last, next, wrapping, context.lines == 1)) return Joint::blank;
  auto const limit = wrapping.wrapped ? wrapping.right - wrapping.right / 12 : 100 * column_width;
  auto const indented_like_it = next.column != Column::whole || !wrapping.first_lines_indented || next.line.indent > wrapping.left + 1;
  auto const fits = [&](Cell const& cell) { return measure(slice(text, cell.line.span)).all < limit; };
  return fits(last) && fits(next) && indented_like_it ? Joint::blank : Joint::none;
}

// "- C, PCVP UBND tỉnh, các Phòng:" before "KGVX, TH, Trung tâm Thông tin;"
bool continues_recipient(Cell const& last, Cell const& next) {
  if (last.facts.end == LineEnd::semicolon || last.facts.end == LineEnd::sentence || next.facts.name_like) return false;
  if (next.facts.start == LineStart::lower) return true;
  auto const end = next.facts.end;
  if (end == LineEnd::semicolon || end == LineEnd::comma) return true;
  return end == LineEnd::sentence && !next.facts.caps;
}

Joint join_running_text(Cell const& last, Cell const& next, Wrapping const& wrapping, BlockContext const& context,
                        std::uint32_t allowed_gap) {
  auto const lower = next.facts.start == LineStart::lower;
  auto const full = is_full(last, next, wrapping, context.lines == 1);
  if (next.line.blank_lines > allowed_gap) {
    // A page or column ended here, and the converter left a blank line.
    auto const far = next.line.blank_lines > 2 || !lower || last.facts.end == LineEnd::sentence || last.facts.end == LineEnd::semicolon ||
                     last.facts.end == LineEnd::colon;
    return !far && (full || last.facts.width >= long_enough) ? Joint::blank : Joint::none;
  }
  auto const indented = !lower && is_indented(last, next, wrapping);
  auto const by_width = full && !indented;
  if (hangs_from(last, next, context) || goes_on_below(last, next, wrapping, context)) return Joint::blank;
  if (is_asked_for(last.facts, next.facts)) return Joint::blank;
  switch (last.facts.end) {
    case LineEnd::sentence:
    case LineEnd::semicolon:
    case LineEnd::colon: {
      auto const shape_tells =
          wrapping.first_lines_indented || (wrapping.blank_between && next.line.blank_lines == 0 && !next.line.page_break);
      return by_width && (shape_tells || lower || is_too_long_for_first(next, wrapping)) ? Joint::blank : Joint::none;
    }
    case LineEnd::comma: return lower || by_width || next.column == Column::left ? Joint::blank : Joint::none;
    case LineEnd::open:
    case LineEnd::hanging:
    case LineEnd::counting:
    case LineEnd::symbol: return lower || by_width ? Joint::blank : Joint::none;
  }
  return Joint::none;
}

}  // namespace

Wrapping measure_wrapping(std::string_view text, std::vector<Cell>& cells) {
  auto const measure_cell = [&](Cell& cell) {
    if (cell.print.all == 0) cell.print = measure(slice(text, cell.line.span));
  };
  Wrapping wrapping;
  std::vector<std::uint32_t> ends, lefts;
  std::size_t with_gap = 0, long_lines = 0;
  for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
    long_lines += cells[i].facts.width >= long_enough;
    wrapping.narrow = wrapping.narrow && cells[i].facts.width <= widest_line;
    if (!evidently_goes_on(cells[i], cells[i + 1])) continue;
    measure_cell(cells[i]);
    ends.push_back(end_of(cells[i]));
    lefts.push_back(cells[i + 1].line.indent);
    with_gap += cells[i + 1].line.blank_lines == 1;
  }
  if (ends.empty()) return wrapping;
  auto const count = ends.size();
  wrapping.right = percentile(ends, 80);
  wrapping.wrapped = wrapping.right <= widest_wrap && (count >= 3 || count * 2 >= long_lines);
  wrapping.gap = wrapping.wrapped && count >= 3 && with_gap * 2 > count ? 1 : 0;
  wrapping.left = mode(lefts);
  if (!wrapping.wrapped) return wrapping;
  for (auto& cell : cells) measure_cell(cell);

  wrapping.first_right = wrapping.right;
  std::size_t first_lines = 0, indented = 0, set_off = 0;
  std::vector<std::uint32_t> first_ends;
  for (std::size_t i = 1; i < cells.size(); ++i) {
    auto const& [line, facts, print, column, table_row, split] = cells[i];
    auto const& before = cells[i - 1];
    if (column != Column::whole || before.column != Column::whole || facts.caps) continue;
    if (facts.width < long_enough && !opens_item(facts)) continue;
    auto const ends_early = before.facts.end == LineEnd::sentence && !is_full(before, cells[i], wrapping, false);
    auto const heads = opens_item(before.facts) && before.facts.end == LineEnd::open && before.facts.width < long_enough;
    if (!opens_item(facts) && !ends_early && !heads) continue;
    ++first_lines;
    if (i + 1 < cells.size() && evidently_goes_on(cells[i], cells[i + 1])) first_ends.push_back(end_of(cells[i]));
    indented += line.indent >= wrapping.left + 3;
    set_off += line.blank_lines > wrapping.gap;
  }
  wrapping.first_lines_indented = first_lines >= 2 && indented * 10 >= first_lines * 7;
  auto const indents_lost = indented == 0 && !wrapping.first_lines_indented;
  if (!wrapping.first_lines_indented && first_ends.size() >= 4) {
    auto const measured = percentile(first_ends, 70);
    wrapping.first_right_measured = measured + wrapping.right / 30 < wrapping.right && measured * 5 > wrapping.right * 4;
    if (wrapping.first_right_measured) wrapping.first_right = measured;
  }
  if (indents_lost && !wrapping.first_right_measured) wrapping.first_right = wrapping.right - wrapping.right / 14;
  wrapping.blank_between = first_lines >= 3 && set_off * 10 >= first_lines * 7;
  return wrapping;
}

Joint joint_between(std::string_view text, Cell const& last, Cell const& next, Wrapping const& wrapping, BlockContext const& context) {
  if (last.line.kind != BlockKind::paragraph || next.line.kind != BlockKind::paragraph) return Joint::none;
  if (last.column != next.column || next.split || next.line.rule || next.line.apart) return Joint::none;
  if (last.table_row || next.table_row) return Joint::none;
  auto const allowed_gap = next.line.page_break ? std::max(wrapping.gap, 6U) : wrapping.gap;
  if (next.line.blank_lines <= allowed_gap + 1 && is_cut_symbol(text, last, next)) return Joint::tight;
  // "Căn cứ" may also open a sentence inside a paragraph: then the shape of the page has to say so.
  auto const inside = next.facts.basis && wrapping.first_lines_indented && !is_indented(last, next, wrapping);
  if (last.facts.complete || (next.facts.start == LineStart::component && !inside)) return Joint::none;
  auto const recipient = context.recipients && last.line.blank_lines <= allowed_gap + 1;
  if (recipient && next.line.blank_lines <= allowed_gap && next.facts.start != LineStart::bullet &&
      last.facts.start != LineStart::component && !last.facts.caps && continues_recipient(last, next))
    return Joint::blank;
  if (last.facts.caps || next.facts.caps) return Joint::none;
  if (next.facts.start == LineStart::bullet) return is_dash_inside(text, last, next, wrapping, context) ? Joint::blank : Joint::none;
  if (next.facts.start == LineStart::label && !(is_asked_for(last.facts, next.facts) && next.line.blank_lines <= allowed_gap))
    return Joint::none;
  if (next.facts.start == LineStart::weak_label && !(is_open(last.facts) && is_full(last, next, wrapping, context.lines == 1)))
    return Joint::none;
  if (context.subject) return join_subject(text, last, next, wrapping, context);
  return join_running_text(last, next, wrapping, context, allowed_gap);
}

}  // namespace vanthu
