#include "read/columns.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "read/raw_lines.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

constexpr std::uint32_t wide = 3;  // blanks that can stand between columns
constexpr std::size_t max_header_lines = 60;
constexpr std::size_t max_line = 400;  // bytes: a longer line has no columns

enum class Region : std::uint8_t { header, body, signature };

struct Gap {
  std::uint32_t begin, end;  // offsets in the text
  std::uint32_t width() const { return end - begin; }
};

// Where a line is cut: the left cell ends, the right cell begins.
using Cut = std::optional<Gap>;

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> suffixes) {
  return std::any_of(suffixes.begin(), suffixes.end(), [&](auto suffix) { return text.ends_with(suffix); });
}

class ColumnSplitter {
 public:
  ColumnSplitter(Unmarked const& source, std::vector<std::string> const& types) : source_(source), text_(source.text.text), types_(types) {}

  std::vector<Cell> run() {
    cells_.reserve(source_.lines.size());
    for (std::size_t i = 0; i < source_.lines.size();) i = take(i);
    return std::move(cells_);
  }

 private:
  std::string_view text_of(Span span) const { return slice(text_, span); }

  std::size_t take(std::size_t i) {
    auto const& line = source_.lines[i];
    if (line.column) return take_told(line, i);
    if (line.kind == BlockKind::table_cell) return take_table_row(i);
    auto const facts = line_facts(text_of(line.span));
    if (line.kind != BlockKind::paragraph) {
      region_ = Region::body;
      push(line, line.span, facts, Column::whole);
      return i + 1;
    }
    enter_region(line, facts);
    auto const gaps = find_gaps(line.span);
    if (auto const cut = line.span.size() <= max_line ? find_cut(line.span, facts, gaps) : std::nullopt) {
      Span const left = trimmed(text_, {line.span.begin, cut->begin});
      Span const right = trimmed(text_, {cut->end, line.span.end});
      if (!left.empty() && !right.empty()) {
        push(line, left, line_facts(text_of(left)), Column::left);
        push(line, right, line_facts(text_of(right)), Column::right);
        cells_.back().split = true;
        cells_.back().line.blank_lines = 0;
        auto const start = cells_.back().line.indent;
        right_start_ = cut->width() >= wide ? (right_start_ == 0 ? start : std::min(right_start_, start)) : right_start_;
        if (facts.recipients) narrow_signature_ = cut->width() < wide;
        split_seen_ = true;
        date_seen_ = date_seen_ || find_place_date(text_of(right)) == 0;
        return i + 1;
      }
    }
    date_seen_ = date_seen_ || (facts.complete && find_place_date(text_of(line.span)) == 0);
    push(line, line.span, facts, lone_column(line, facts));
    auto const between_cells = [](Gap const& gap) { return gap.width() > wide; };
    cells_.back().table_row = region_ == Region::body && std::count_if(gaps.begin(), gaps.end(), between_cells) >= 2;
    return i + 1;
  }

  // What the file knows as one of two columns: around such a header or signature block is only text.
  std::size_t take_told(SourceLine const& line, std::size_t i) {
    if (line.column != Column::whole) {
      region_ = Region::body;
      leave_columns();
    }
    push(line, line.span, line_facts(text_of(line.span)), *line.column);
    return i + 1;
  }

  void leave_columns() {
    right_start_ = 0;
    split_seen_ = date_seen_ = false;
  }

  void push(SourceLine line, Span span, LineFacts const& facts, Column column) {
    if (span.begin > line.span.begin)
      line.indent += static_cast<std::uint32_t>(code_points(text_.substr(line.span.begin, span.begin - line.span.begin)));
    line.span = span;
    cells_.push_back({line, facts, {}, column, false, false});
  }

  void enter_region(SourceLine const& line, LineFacts const& facts) {
    ++lines_in_region_;
    if (facts.recipients) {
      if (region_ != Region::signature) leave_columns();
      region_ = Region::signature;
      lines_in_region_ = 0;
    } else if (facts.caps && letters_only(text_of(line.span).substr(0, 200)).find("conghoaxahoi") != std::string::npos) {
      if (region_ != Region::header) leave_columns();
      region_ = Region::header;
      lines_in_region_ = 0;
    } else if (region_ == Region::header) {
      auto const address = facts.start == LineStart::component && starts_with_any(text_of(line.span), "Kính gửi", "KÍNH GỬI", "Căn cứ");
      if (address || facts.start == LineStart::label || facts.start == LineStart::bullet || lines_in_region_ > max_header_lines ||
          facts.body_opening || is_title(line, facts)) {
        region_ = Region::body;
        leave_columns();
      }
    } else if (region_ == Region::signature) {
      if ((facts.caps && text_of(line.span).starts_with("PHỤ LỤC")) || facts.start == LineStart::label || facts.width > 110) {
        region_ = Region::body;
        leave_columns();
      }
    }
  }

  // The type's name below the two columns, or another title in capitals below number and date.
  bool is_title(SourceLine const& line, LineFacts const& facts) const {
    return facts.caps && facts.start == LineStart::other && (is_type_name(text_of(line.span), facts, types_) || date_seen_);
  }

  std::vector<Gap> find_gaps(Span span) {
    std::vector<Gap> gaps;
    if (span.size() > max_line) return gaps;
    auto const& runs = source_.blank_runs;
    while (next_run_ < runs.size() && runs[next_run_].begin < span.begin) ++next_run_;
    for (auto i = next_run_; i < runs.size() && runs[i].begin < span.end; ++i)
      if (runs[i].size() >= wide || text_of(runs[i]).find('\t') != std::string_view::npos) gaps.push_back({runs[i].begin, runs[i].end});
    return gaps;
  }

  // A gap that a draft leaves for what is filled in later: "Số:      /UBND", "ngày      tháng".
  bool is_fill_in(Span line, Gap gap) const {
    auto const left = text_of({line.begin, gap.begin});
    auto const right = text_of({gap.end, line.end});
    return ends_with_any(left, {"Số:", "Số", "số", "SỐ:", "ngày", "tháng", "năm", "V/v", "gửi:"}) ||
           starts_with_any(right, "/", "tháng ", "năm ");
  }

  Cut find_cut(Span line, LineFacts const& facts, std::vector<Gap> const& gaps) const {
    auto const text = text_of(line);
    if (auto const cut = cut_before_country(line, facts)) return cut;
    if (auto const cut = cut_before_motto(line)) return cut;
    if (region_ != Region::signature)
      if (auto const cut = cut_before_place(line, gaps)) return cut;
    if (region_ == Region::body) return cut_between_signers(line, gaps);
    Cut widest;
    for (auto const& gap : gaps) {
      if (is_fill_in(line, gap)) continue;
      if (!widest || gap.width() > widest->width()) widest = gap;
    }
    if (widest && tells_columns({line.begin, widest->begin}, {widest->end, line.end})) return widest;
    if (region_ == Region::signature) return cut_signature(line, facts);
    return cut_at_bar(line, text);
  }

  // A gap alone may be careless typing: one of the cells has to look like a part of a header or signature block.
  bool tells_columns(Span left, Span right) const {
    if (split_seen_) return true;
    auto const tells = [&](Span cell) {
      auto const facts = line_facts(text_of(cell));
      return facts.caps || facts.complete || facts.start == LineStart::component ||
             (region_ == Region::signature && facts.start == LineStart::bullet);
    };
    return tells(left) || tells(right);
  }

  // "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI …", whatever stands between.
  Cut cut_before_country(Span line, LineFacts const& facts) const {
    auto const text = text_of(line);
    if (!facts.caps && !holds_country(text)) return std::nullopt;
    for (auto at = text.find('C', 1); at != std::string_view::npos; at = text.find('C', at + 1)) {
      if (text[at - 1] != ' ') continue;
      auto const rest = letters_only(text.substr(at, 40));
      if (!rest.starts_with("conghoaxahoi") && !rest.starts_with("conghoax")) continue;
      return cut_header_cell(line, line.begin + offset32(at));
    }
    return std::nullopt;
  }

  // "CỘNG H", looked for by a byte that is rare: the last one of Ộ.
  static bool holds_country(std::string_view text) {
    for (auto at = text.find('\x98'); at != std::string_view::npos; at = text.find('\x98', at + 1))
      if (at >= 3 && starts_with(text.substr(at - 3), "CỘNG H")) return true;
    return false;
  }

  Cut cut_before_motto(Span line) const {
    auto const text = text_of(line);
    if (text.substr(text.size() - std::min<std::size_t>(text.size(), 16)).find("phúc") == std::string_view::npos) return std::nullopt;
    auto const liberty = text.find("Tự do");
    if (liberty == std::string_view::npos) return std::nullopt;
    auto const happiness = text.find("phúc", liberty);
    if (happiness == std::string_view::npos || happiness + 16 < text.size()) return std::nullopt;
    // "Độc lập - " before it, however OCR spells it: a dash and two words.
    auto at = liberty;
    auto const word_before = [&] {
      while (at > 0 && is_blank(text[at - 1])) --at;
      auto const end = at;
      while (at > 0 && !is_blank(text[at - 1])) --at;
      return text.substr(at, end - at);
    };
    if (auto const word = word_before(); letters_only(word).empty()) word_before();  // the dash
    word_before();
    return cut_header_cell(line, line.begin + offset32(at));
  }

  // "Số: 12/QĐ-UBND Lạng Sơn, ngày … tháng … năm …"
  Cut cut_before_place(Span line, std::vector<Gap> const& gaps) const {
    if (region_ != Region::header && gaps.empty()) return std::nullopt;
    auto const text = text_of(line);
    auto const place = find_place_date(text);
    if (place == std::string_view::npos || place == 0 || text.find("tháng", place) == std::string_view::npos) return std::nullopt;
    auto const at = line.begin + offset32(place);
    auto const behind_gap = std::any_of(gaps.begin(), gaps.end(), [&](Gap const& gap) { return gap.end == at; });
    auto const number = starts_with_any(text, "Số", "SỐ");
    auto const header = region_ == Region::header && (behind_gap || number || text.substr(0, place).find('/') != std::string_view::npos);
    if (!header && !(behind_gap && number)) return std::nullopt;
    return cut_here(line, at);
  }

  // Signatures side by side in the body of a contract or minutes: two positions, or two names.
  Cut cut_between_signers(Span line, std::vector<Gap> const& gaps) const {
    if (gaps.size() != 1 || gaps[0].width() < 5) return std::nullopt;
    auto const left = line_facts(text_of({line.begin, gaps[0].begin})), right = line_facts(text_of({gaps[0].end, line.end}));
    auto const words = [&](Span cell) { return text_of(cell).find(' ') != std::string_view::npos; };
    bool const alike = (left.caps && right.caps) || (left.name_like && right.name_like);
    if (!alike || !words({line.begin, gaps[0].begin}) || !words({gaps[0].end, line.end})) return std::nullopt;
    return gaps[0];
  }

  // One blank is all that OCR left: "Nơi nhận: TM. ỦY BAN NHÂN DÂN", "- Như trên; KT. CHỦ TỊCH".
  Cut cut_signature(Span line, LineFacts const& facts) const {
    auto const text = text_of(line);
    if (facts.recipients) {
      auto const colon = text.find(':');
      if (colon == std::string_view::npos || colon > 20 || colon + 1 >= text.size()) return std::nullopt;
      auto const rest = text.substr(colon + 1);
      if (rest.find("; ") != std::string_view::npos || rest.find("- ") < 3) return std::nullopt;  // recipients on the same line
      return cut_here(line, line.begin + offset32(colon) + 1);
    }
    static constexpr std::string_view signs[] = {"TM.", "KT.", "TL.", "TUQ.", "T/M", "K/T"};
    for (auto const sign : signs)
      for (auto at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + 1))
        if (at > 1 && text[at - 1] == ' ') return cut_here(line, line.begin + offset32(at));
    if (facts.start != LineStart::bullet) return std::nullopt;
    auto const semicolon = text.rfind("; ");
    if (semicolon != std::string_view::npos) {
      auto const rest = text.substr(semicolon + 2);
      auto const rest_facts = line_facts(rest);
      if ((rest_facts.caps && rest.find(' ') != std::string_view::npos) || (narrow_signature_ && rest_facts.end != LineEnd::semicolon))
        return cut_here(line, line.begin + offset32(semicolon) + 1);
    }
    auto const archive = text.find("Lưu");
    auto const stop = text.rfind(". ");
    if (archive != std::string_view::npos && archive < 6 && stop != std::string_view::npos && line_facts(text.substr(stop + 2)).name_like)
      return cut_here(line, line.begin + offset32(stop) + 1);
    return std::nullopt;
  }

  // "ỦY BAN NHÂN DÂN | TỈNH …": OCR draws the border of the table.
  Cut cut_at_bar(Span line, std::string_view text) const {
    if (text.find('|') == std::string_view::npos) return std::nullopt;
    auto const bar = text.find(" | ");
    if (bar == std::string_view::npos || bar == 0) return std::nullopt;
    auto const at = line.begin + offset32(bar);
    return Gap{at, at + 3};
  }

  // A sentence may speak of Quốc hiệu and Tiêu ngữ: outside a header what stands before them has to be a cell.
  Cut cut_header_cell(Span line, std::uint32_t at) const {
    auto const cut = cut_here(line, at);
    if (!cut || region_ == Region::header || cut->width() >= wide) return cut;
    return line_facts(text_of({line.begin, cut->begin})).caps ? cut : std::nullopt;
  }

  // The right cell begins at `at`; blanks and border signs before it belong to neither.
  Cut cut_here(Span line, std::uint32_t at) const {
    auto begin = at;
    while (begin > line.begin && (is_blank(text_[begin - 1]) || text_[begin - 1] == '|')) --begin;
    if (begin == line.begin) return std::nullopt;
    return Gap{begin, at};
  }

  // The column of a line that holds one cell only, between lines that hold two.
  Column lone_column(SourceLine const& line, LineFacts const& facts) const {
    if (!split_seen_ || region_ == Region::body) return Column::whole;
    if (right_start_ > 0) return line.indent + 10 >= right_start_ ? Column::right : Column::left;
    if (region_ == Region::signature && facts.start == LineStart::bullet) return Column::left;
    return Column::whole;
  }

  // A table row of Markdown: cells, or the two columns of a header or signature block.
  std::size_t take_table_row(std::size_t i) {
    auto const row = source_.lines[i].row;
    auto end = i;
    bool layout = false;
    std::uint32_t last_cell = 0;
    for (; end < source_.lines.size() && source_.lines[end].row == row && source_.lines[end].kind == BlockKind::table_cell; ++end) {
      auto const facts = line_facts(text_of(source_.lines[end].span));
      layout = layout || facts.complete || facts.recipients || (facts.start == LineStart::component && facts.subject);
      last_cell = source_.lines[end].cell;
    }
    layout = layout && source_.lines[i].cell != last_cell && last_cell <= 2;
    for (; i < end; ++i) {
      auto line = source_.lines[i];
      if (layout) line.kind = BlockKind::paragraph;
      auto const column = !layout ? Column::whole : line.cell == last_cell ? Column::right : Column::left;
      push(line, line.span, line_facts(text_of(line.span)), column);
    }
    return end;
  }

  Unmarked const& source_;
  std::string_view text_;
  std::vector<std::string> const& types_;
  std::vector<Cell> cells_;
  std::size_t next_run_ = 0;  // of blanks
  Region region_ = Region::header;
  std::size_t lines_in_region_ = 0;
  std::uint32_t right_start_ = 0;  // column where the right cells begin; 0 when unknown
  bool split_seen_ = false;        // in this region
  bool date_seen_ = false;         // place and date, in this region
  bool narrow_signature_ = false;  // the signature block's columns stand one blank apart
};

}  // namespace

std::vector<Cell> split_columns(Unmarked const& source, std::vector<std::string> const& types) {
  return ColumnSplitter(source, types).run();
}

}  // namespace vanthu
