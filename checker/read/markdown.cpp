#include "read/markdown.hpp"

#include <md4c.h>

#include <algorithm>
#include <new>
#include <utility>

#include "read/inline_marks.hpp"
#include "read/nfc.hpp"
#include "read/plain_bytes.hpp"
#include "read/raw_lines.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

// md4c takes time in the square of a paragraph's lines where these hold links: it is given so many bytes at once, cut at the first blank
// line where there is one.
constexpr std::size_t soft_chunk = 1U << 14U, hard_chunk = 1U << 15U;

constexpr std::uint32_t unset = 0xFFFFFFFF;

// What an entity stands for, in NFC; nothing when it is unknown or stands for what cannot be in the text.
std::string entity_text(std::string_view entity);

// True for a tag that ends the line: <br> and those of blocks.
bool ends_line(std::string_view tag);

// Puts what md4c tells of the text, piece by piece in ascending order, together to lines.
class LineBuilder {
 public:
  LineBuilder(std::string_view text, std::string_view masked)
      : text_(text),
        masked_(masked),
        unknown_(text, {'|', '^'}),
        marks_(masked, {'\\', '`', '*', '_', '~', '[', '&', '<', '>', '|', '^', '#'}) {
    enter_row(0);
  }

  MarkedLines run() {
    for (std::size_t at = 0; at < masked_.size();) {
      auto const end = end_of_chunk(at);
      read_chunk({offset32(at), offset32(end)});
      at = end;
    }
    advance(offset32(masked_.size()));
    leave_row();
    std::stable_sort(result_.emphasized.begin(), result_.emphasized.end(), [](Span a, Span b) { return a.begin < b.begin; });
    std::stable_sort(result_.anomalies.begin(), result_.anomalies.end(), [](auto& a, auto& b) { return a.span.begin < b.span.begin; });
    return std::move(result_);
  }

 private:
  std::size_t end_of_chunk(std::size_t at) const {
    if (masked_.size() - at <= soft_chunk) return masked_.size();
    std::size_t end = at;
    while (end < masked_.size()) {
      auto const next = std::min(masked_.find('\n', end), masked_.size() - 1) + 1;
      if (end > at && next - at > hard_chunk) break;
      if (next - at > soft_chunk && trimmed(masked_, {offset32(end), offset32(next)}).empty()) return next;
      end = next;
    }
    return end;
  }

  // Most paragraphs hold no marks: md4c would tell their lines as they stand. A definition of a link holds for the other paragraphs.
  void read_chunk(Span chunk) {
    if (slice(masked_, chunk).find("]:") != std::string_view::npos) return parse(chunk);
    for (auto at = chunk.begin; at < chunk.end;) {
      rows_.clear();
      bool plain = true;
      auto const begin = at;
      while (at < chunk.end) {
        auto const end = offset32(std::min<std::size_t>(masked_.find('\n', at), chunk.end));
        auto const row = trimmed(masked_, {at, end});
        at = end + 1;
        if (row.empty()) break;
        // A line of dashes may be drawn, or make a heading of the one above.
        plain = plain && marks_.next(row.begin, row.end) == row.end && masked_[row.end - 1] != '-' && masked_[row.end - 1] != '=';
        rows_.push_back(row);
      }
      if (!plain) {
        parse({begin, std::min(at, chunk.end)});
        continue;
      }
      for (auto const row : rows_) {
        advance(row.begin);
        silent_ = false;
        keep(row);
      }
    }
  }

  void parse(Span chunk) {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTMLBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) { return self_of(self).enter_block(type, detail); };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) { return self_of(self).leave_block(type); };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* self) { return self_of(self).enter_span(type); };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) { return self_of(self).leave_span(type); };
    parser.text = [](MD_TEXTTYPE type, MD_CHAR const* text, MD_SIZE size, void* self) { return self_of(self).piece(type, text, size); };
    // Only memory can be wanting: no callback stops it.
    if (md_parse(masked_.data() + chunk.begin, chunk.size(), &parser, this) != 0) throw std::bad_alloc();
  }
  static LineBuilder& self_of(void* self) { return *static_cast<LineBuilder*>(self); }

  int enter_block(MD_BLOCKTYPE type, void* detail) {
    kind_ = BlockKind::paragraph;
    level_ = 0;
    switch (type) {
      case MD_BLOCK_H:
        kind_ = BlockKind::heading;
        level_ = static_cast<std::uint8_t>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        break;
      case MD_BLOCK_TR: cells_ = 0; break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        kind_ = BlockKind::table_cell;
        pending_.cell = cells_++;
        break;
      default: break;
    }
    return 0;
  }

  int leave_block(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) close();
    if (type == MD_BLOCK_TR) pending_.cell = 0;
    kind_ = BlockKind::paragraph;
    level_ = 0;
    emphasis_.clear();  // what md4c did not leave
    images_ = 0;
    return 0;
  }

  int enter_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_EM || type == MD_SPAN_STRONG) emphasis_.push_back(unset);
    if (type == MD_SPAN_IMG) ++images_;
    return 0;
  }

  // md4c may leave what it did not enter: in "[](/_)_" the marks, of which one is part of the address.
  int leave_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG && images_ > 0) --images_;
    if ((type != MD_SPAN_EM && type != MD_SPAN_STRONG) || emphasis_.empty()) return 0;
    auto const begin = emphasis_.back();
    emphasis_.pop_back();
    if (begin == unset) return 0;
    result_.emphasized.push_back({begin, last_end_});
    result_.anomalies.push_back({AnomalyKind::emphasis, {begin, last_end_}});
    return 0;
  }

  int piece(MD_TEXTTYPE type, MD_CHAR const* data, MD_SIZE size) {
    // Line ends are no part of the text; md4c tells them, and blanks it put in, with strings of its own.
    if (std::less<>{}(data, masked_.data()) || !std::less<>{}(data, masked_.data() + masked_.size()) || size == 0 || images_ > 0) return 0;
    auto const begin = offset32(static_cast<std::size_t>(data - masked_.data()));
    Span const span{begin, begin + size};
    enter_rows_up_to(begin);
    if (type == MD_TEXT_HTML) {
      if (ends_line(slice(text_, span))) break_line();
    } else if (type == MD_TEXT_ENTITY) {
      keep_entity(span);
    } else if (type == MD_TEXT_NORMAL) {
      keep_text(span);
    } else {
      keep(span);
    }
    return 0;
  }

  void keep_entity(Span span) {
    auto with = entity_text(slice(text_, span));
    keep(span);
    if (!with.empty()) result_.marks.push_back({span, std::move(with)});
  }

  // Looks for what md4c does not know: superscripts of OCR, rows of tables that are none for it.
  void keep_text(Span span) {
    if (delimiter_row_) return;
    auto begin = span.begin;
    for (auto i = next_unknown(span.begin, span.end); i < span.end; i = next_unknown(i + 1, span.end)) {
      if (text_[i] == '|' && bar_row_ && (i == row_.begin || text_[i - 1] != '\\')) {
        keep({begin, i});
        close();
        pending_.cell = cells_++;
        begin = i + 1;
      } else if (text_[i] == '^') {
        auto const content = superscript_at(text_, i, span.end);
        if (content.empty()) continue;
        keep({begin, i});
        keep(content);
        result_.anomalies.push_back({AnomalyKind::ocr_mark, content});
        i = content.end;  // the brace
        begin = i + 1;
      }
    }
    keep({begin, span.end});
  }

  std::uint32_t next_unknown(std::uint32_t at, std::uint32_t end) { return offset32(unknown_.next(at, end)); }

  void keep(Span span) {
    if (span.empty()) return;
    if (!open_) {
      if (trimmed(text_, span).empty()) return;
      open_ = true;
      line_ = std::exchange(pending_, next_on_row());
      line_.span.begin = span.begin;
      line_.kind = bar_row_ ? BlockKind::table_cell : kind_;
      line_.level = level_;
    } else if (span.begin > line_.span.end) {
      result_.marks.push_back({{line_.span.end, span.begin}, {}});
    }
    line_.span.end = last_end_ = span.end;
    for (auto opened = emphasis_.rbegin(); opened != emphasis_.rend() && *opened == unset; ++opened) *opened = span.begin;
  }

  SourceLine next_on_row() const {
    SourceLine line;
    line.row = pending_.row;
    line.indent = pending_.indent;
    line.cell = pending_.cell;
    return line;
  }

  void close() {
    if (open_) result_.lines.push_back(line_);
    open_ = false;
  }

  void break_line() {
    if (!open_) ++pending_.blank_lines;
    close();
  }

  void enter_rows_up_to(std::uint32_t at) {
    advance(at);
    if (std::exchange(silent_, false)) begin_row(at);
  }

  // Rows up to the one that holds `at`.
  void advance(std::uint32_t at) {
    while (at > row_.end && row_.end < masked_.size()) {
      leave_row();
      auto const ending = text_[row_.end];
      auto const row = pending_.row + (ending == '\n' ? 1 : 0);
      enter_row(row_.end + 1);
      pending_.row = row;
      pending_.page_break = pending_.page_break || ending == '\f';
      after_page_break_ = ending == '\f';
    }
  }

  void enter_row(std::uint32_t begin) {
    row_ = {begin, offset32(std::min(masked_.find('\n', begin), masked_.size()))};
    pending_.indent = columns_of(slice(text_, {begin, trimmed(text_, row_).begin}));
    silent_ = true;
    bar_row_ = delimiter_row_ = false;
  }

  // A row of which md4c told nothing holds no text, but may say something about the next line.
  void leave_row() {
    close();
    if (!silent_) return;
    auto const raw = slice(text_, trimmed(text_, row_)), masked = slice(masked_, trimmed(masked_, row_));
    auto const words = without_containers(raw, false);
    if (words.empty()) {
      if (row_.end < text_.size() && text_[row_.end] == '\n' && !after_page_break_) ++pending_.blank_lines;
    } else if (without_containers(masked, false).empty()) {
      if (words == "\\") ++pending_.blank_lines;
      pending_.rule = pending_.rule || is_rule(words) || fence_mark(without_containers(words, true)) != 0;
    } else if (without_containers(masked, true).empty()) {
      // An empty item. What md4c is in now comes after it.
      auto const end = trimmed(text_, row_).end;
      auto& item = result_.lines.emplace_back(std::exchange(pending_, next_on_row()));
      item.span = {end - offset32(words.size()), end};
    }
  }

  // The first piece of a row starts at `at`: bullets and labels before it are text.
  void begin_row(std::uint32_t at) {
    auto const row = without_containers(slice(text_, row_), false);
    auto const begin = row_.end - offset32(row.size());
    auto const end = std::min(at, row_.end - offset32(without_containers(row, true).size()));
    if (begin < end) return keep({begin, end});
    if (kind_ == BlockKind::table_cell) {
      // A row that is none: md4c takes every line below a table for one.
      if (row.find('|') == std::string_view::npos) kind_ = BlockKind::paragraph;
    } else if (kind_ == BlockKind::paragraph && row.starts_with('|')) {
      bar_row_ = true;
      delimiter_row_ = is_table_delimiter(row);
      cells_ = 0;
    }
  }

  std::string_view text_, masked_;
  RareBytes<2> unknown_;    // to md4c
  RareBytes<12> marks_;     // that mean something to md4c, or to us
  std::vector<Span> rows_;  // of the paragraph that is read now
  MarkedLines result_;

  Span row_;                       // what is read now
  bool silent_ = true;             // nothing of the row was told yet
  bool bar_row_ = false;           // a row of cells outside of what md4c takes for a table
  bool delimiter_row_ = false;     // of such a table
  bool after_page_break_ = false;  // the row starts a page: it does not count as blank
  SourceLine pending_;             // what is known of the next line that holds something
  SourceLine line_;                // what is built, when `open_`
  bool open_ = false;
  std::uint32_t last_end_ = 0;  // of what was kept last

  BlockKind kind_ = BlockKind::paragraph;  // of the block that md4c is in
  std::uint8_t level_ = 0;
  std::uint32_t cells_ = 0;              // of the table row, so far
  std::vector<std::uint32_t> emphasis_;  // where the open emphasis begins
  int images_ = 0;                       // open ones: their words are no part of the text
};

std::string entity_text(std::string_view entity) {
  static constexpr std::pair<std::string_view, std::string_view> names[] = {
      {"nbsp", " "},  {"ensp", " "},  {"emsp", " "},  {"thinsp", " "}, {"amp", "&"},   {"lt", "<"},    {"gt", ">"},    {"quot", "\""},
      {"apos", "'"},  {"ndash", "–"}, {"mdash", "—"}, {"hellip", "…"}, {"ldquo", "“"}, {"rdquo", "”"}, {"lsquo", "‘"}, {"rsquo", "’"},
      {"laquo", "«"}, {"raquo", "»"}, {"bull", "•"},  {"middot", "·"}, {"sect", "§"},  {"deg", "°"},   {"times", "×"}};
  static constexpr std::pair<std::string_view, char32_t> accents[] = {
      {"grave", 0x300}, {"acute", 0x301}, {"circ", 0x302}, {"tilde", 0x303}};
  auto name = entity.substr(1, entity.size() - 2);
  MappedText text;
  if (name.starts_with('#')) {
    name.remove_prefix(1);
    auto const hex = name.starts_with('x') || name.starts_with('X');
    if (hex) name.remove_prefix(1);
    char32_t c = 0;
    for (auto const digit : name.substr(0, 8))
      c = c * (hex ? 16 : 10) + static_cast<char32_t>(digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
    if (c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F) return " ";
    if (c <= ' ' || (c >= 0x7F && c < 0xA1) || c == 0xAD || (c >= 0x2000 && c < 0x2010) || (c >= 0x2028 && c < 0x2030) || c > 0x10FFFF ||
        (c >= 0xD800 && c < 0xE000) || c == 0xFEFF || !starts_character(c))
      return {};
    append_utf8(text.text, c);
  } else {
    for (auto const& [known, with] : names)
      if (name == known) return std::string(with);
    if (name.empty()) return {};
    for (auto const& [accent, mark] : accents)
      if (name.substr(1) == accent) {
        text.text = name[0];
        append_utf8(text.text, mark);
      }
  }
  return to_nfc(std::move(text)).text;
}

bool ends_line(std::string_view tag) {
  static constexpr std::string_view inline_tags[] = {"b",   "i", "u",    "em",    "strong", "span",  "sup",
                                                     "sub", "a", "font", "small", "mark",   "center"};
  if (!tag.starts_with('<')) return false;
  tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
  auto const name = to_lower(tag.substr(0, tag.find_first_of(" \t/>")));
  return std::find(std::begin(inline_tags), std::end(inline_tags), name) == std::end(inline_tags);
}

}  // namespace

MarkedLines find_markdown(std::string_view text) {
  auto const masked = mask_markdown(text);
  return LineBuilder(text, masked).run();
}

}  // namespace vanthu
