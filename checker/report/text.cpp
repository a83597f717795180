// Findings for people on a terminal, in the manner of compilers.
#include "report/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <concepts>
#include <span>
#include <utility>
#include <vector>

#include "report/excerpt.hpp"
#include "text/unicode.hpp"

namespace vanthu::report {
namespace {

constexpr std::size_t usual_finding = 768;  // bytes
constexpr std::size_t shown_related = 3;    // related places with an excerpt of their own

constexpr std::string_view bold = "1", blue = "1;34", red = "1;31", yellow = "1;33", cyan = "1;36";

struct Words {
  std::string_view basis, fix, replace, with, insert, remove, review, places, more, suppressed, paragraph, character;
};
constexpr Words vietnamese{"căn cứ", "sửa", "thay", "bằng", "thêm", "bỏ", "cần xem lại", "chỗ", "còn", "bỏ qua", "đoạn", "ký tự"};
constexpr Words english{"basis",        "fix",    "replace", "with",       "insert",    "delete",
                        "needs a look", "places", "and",     "suppressed", "paragraph", "character"};

Words const& words(TextStyle const& style) { return style.language == Language::vi ? vietnamese : english; }

// Findings are written piece by piece behind each other: a run over a folder prints thousands.
class Writer {
 public:
  // `name`: of the document, as it is shown.
  Writer(TextStyle const& style, std::string name) : style_(style), name_(std::move(name)) {}

  std::string_view name() const { return name_; }

  Writer& operator<<(std::string_view text) {
    out_ += text;
    return *this;
  }
  Writer& operator<<(std::uint32_t number) {
    auto const digits = fmt::format_int(number);
    out_.append(digits.data(), digits.size());
    return *this;
  }
  Writer& printable(std::string_view text) {
    append_printable(out_, text);
    return *this;
  }
  Writer& times(std::size_t count, char c) {
    out_.append(count, c);
    return *this;
  }
  // write(): what is to be shown in this color.
  template <std::invocable Write>
  Writer& painted(std::string_view color, Write write) {
    if (style_.color) *this << "\x1b[" << color << "m";
    write();
    if (style_.color) *this << "\x1b[0m";
    return *this;
  }
  Writer& painted(std::string_view color, std::string_view text) {
    return painted(color, [&] { *this << text; });
  }
  void reserve(std::size_t bytes) { out_.reserve(bytes); }
  std::string take() { return std::move(out_); }

 private:
  TextStyle const& style_;
  std::string name_, out_;
};

std::string_view color_of(Severity severity) {
  switch (severity) {
    case Severity::error: return red;
    case Severity::warning: return yellow;
    case Severity::info: return cyan;
  }
  return bold;
}

// A place with all that is shown of it.
struct Shown {
  SourceRange range;
  Position at;
};

Shown shown(Document const& document, SourceRange range) { return {range, document.position(range.begin)}; }
Shown shown(Document const& document, Span span) { return shown(document, document.map.to_source(span)); }

// "12:5"; of a DOCX "đoạn 12, ký tự 5".
void numbers(Writer& out, Document const& document, Position at, Words const& w) {
  if (document.format == Format::docx)
    out << w.paragraph << " " << at.line << ", " << w.character << " " << at.column;
  else
    out << at.line << ":" << at.column;
}

void place(Writer& out, Document const& document, Position at, Words const& w) {
  out << out.name() << (document.format == Format::docx ? ": " : ":");
  numbers(out, document, at, w);
}

std::size_t digits_of(std::uint32_t number) { return fmt::format_int(number).size(); }

// The excerpt and its mark, between the bars of a gutter that is `digits` wide.
void marked_line(Writer& out, Document const& document, Shown const& place, char mark, std::string_view color, std::size_t digits,
                 TextStyle const& style) {
  auto const shown = excerpt(document, place.range, style.width > digits + 3 ? style.width - digits - 3 : 0);
  out.times(digits, ' ') << " ";
  out.painted(blue, "|") << "\n";
  out.painted(blue, [&] { out.times(digits - std::min(digits, digits_of(place.at.line)), ' ') << place.at.line; }) << " ";
  out.painted(blue, "|") << " " << shown.text << "\n";
  out.times(digits, ' ') << " ";
  out.painted(blue, "|") << " ";
  out.times(shown.indent, ' ').painted(color, [&] { out.times(shown.marked, mark); }) << "\n";
}

// Behind a blank.
void append_quoted(std::string& out, std::string_view text) {
  constexpr std::size_t longest = 60;  // code points; a fix may move whole paragraphs
  std::size_t at = 0;
  for (std::size_t n = 0; at < text.size() && n < longest; ++n) next_code_point(text, at);
  out += " \"";
  append_printable(out, text.substr(0, at));
  if (at < text.size()) out += "…";
  out += '"';
}

std::string edit_text(Document const& document, Edit const& edit, Words const& w) {
  std::string out(edit.span.empty() ? w.insert : edit.text.empty() ? w.remove : w.replace);
  if (!edit.span.empty()) append_quoted(out, slice(document.text, edit.span));
  if (!edit.span.empty() && !edit.text.empty()) out.append(" ").append(w.with);
  if (edit.span.empty() || !edit.text.empty()) append_quoted(out, edit.text);
  return out;
}

// Up to what it says.
Writer& note(Writer& out, std::string_view label, std::size_t digits) {
  out.times(digits, ' ') << " ";
  out.painted(blue, "=") << " ";
  return out.painted(bold, [&] { out << label << ":"; }) << " ";
}

// What the edits do, like ones told once: `thay "sử lý" bằng "xử lý" (3 chỗ)`.
std::string fix_text(Document const& document, Fix const& fix, Words const& w) {
  std::vector<std::pair<std::string, int>> edits;
  for (auto const& edit : fix.edits) {
    // What stays the same in the text is only stored in another way.
    auto told = edit.text == slice(document.text, edit.span) ? printable(fix.title) : edit_text(document, edit, w);
    auto const same = std::find_if(edits.begin(), edits.end(), [&](auto const& e) { return e.first == told; });
    if (same == edits.end())
      edits.emplace_back(std::move(told), 1);
    else
      ++same->second;
  }
  std::string out;
  for (auto const& [told, count] : edits) {
    if (!out.empty()) out += "; ";
    out += count == 1 ? told : fmt::format("{} ({} {})", told, count, w.places);
  }
  if (fix.safety == Safety::review) out.append(" (").append(w.review).append(")");
  return out;
}

// Related places that get no excerpt: "--> còn 4 chỗ: 12:5, 14:1 …".
void rest_of_related(Writer& out, Document const& document, std::span<Related const> rest, std::size_t digits, Words const& w) {
  constexpr std::size_t named = 8;
  out.times(digits, ' ').painted(blue, "-->") << " " << w.more << " " << static_cast<std::uint32_t>(rest.size()) << " " << w.places << ":";
  for (std::size_t i = 0; i < std::min(named, rest.size()); ++i) {
    auto const at = shown(document, rest[i].span).at;
    out << (i == 0 ? " " : document.format == Format::docx ? "; " : ", ");
    numbers(out, document, at, w);
  }
  out << (rest.size() > named ? " …\n" : "\n");
}

void render(Writer& out, Document const& document, Diagnostic const& diagnostic, TextStyle const& style) {
  auto const& w = words(style);
  auto const here = shown(document, source_range(document, diagnostic));
  auto last_line = here.at.line;
  for (auto const& related : diagnostic.related) last_line = std::max(last_line, shown(document, related.span).at.line);
  auto const digits = digits_of(last_line);
  auto const color = color_of(diagnostic.severity);

  out.painted(bold, [&] { place(out, document, here.at, w); }) << ": ";
  out.painted(color, [&] { out << to_string(diagnostic.severity) << "[" << diagnostic.code << "]"; }) << ": ";
  out.painted(bold, [&] { out.printable(diagnostic.message); }) << "\n";
  marked_line(out, document, here, '^', color, digits, style);
  for (std::size_t i = 0; i < diagnostic.related.size(); ++i) {
    auto const& related = diagnostic.related[i];
    if (i == shown_related && i + 1 < diagnostic.related.size()) {
      rest_of_related(out, document, std::span(diagnostic.related).subspan(shown_related), digits, w);
      break;
    }
    auto const there = shown(document, related.span);
    out.times(digits, ' ').painted(blue, "-->") << " ";
    place(out, document, there.at, w);
    out << ": ";
    out.printable(related.message) << "\n";
    marked_line(out, document, there, '-', blue, digits, style);
  }
  auto const& basis = diagnostic.basis;
  if (!basis.source.empty()) {
    note(out, w.basis, digits).printable(basis.source);
    if (!basis.clause.empty()) (out << ", ").printable(basis.clause);
    out << "\n";
  }
  if (diagnostic.suppressed) note(out, w.suppressed, digits).printable(diagnostic.suppressed->reason) << "\n";
  for (auto const& fix : diagnostic.fixes) note(out, w.fix, digits) << fix_text(document, fix, w) << "\n";
  out << "\n";
}

// The only thing that a rule can need and a file lack.
std::string_view why_not_evaluated(RuleCounts const& rules, bool vi) {
  if (rules.not_evaluated == 0) return {};
  return vi ? " (tệp không cho biết cách trình bày)" : " (the file tells no layout)";
}

std::string plural(int n, std::string_view word) { return fmt::format("{} {}{}", n, word, n == 1 ? "" : "s"); }

}  // namespace

void add(Totals& totals, Checked const& checked) {
  ++totals.files;
  for (auto const& diagnostic : checked.diagnostics) {
    if (diagnostic.suppressed) {
      ++totals.suppressed;
      continue;
    }
    switch (diagnostic.severity) {
      case Severity::error: ++totals.errors; break;
      case Severity::warning: ++totals.warnings; break;
      case Severity::info: ++totals.infos; break;
    }
  }
  totals.rules.evaluated += checked.rules.evaluated;
  totals.rules.not_evaluated += checked.rules.not_evaluated;
  totals.rules.not_applicable += checked.rules.not_applicable;
}

void add(Totals& totals, Totals const& more) {
  totals.files += more.files;
  totals.errors += more.errors;
  totals.warnings += more.warnings;
  totals.infos += more.infos;
  totals.unreadable += more.unreadable;
  totals.suppressed += more.suppressed;
  totals.rules.evaluated += more.rules.evaluated;
  totals.rules.not_evaluated += more.rules.not_evaluated;
  totals.rules.not_applicable += more.rules.not_applicable;
}

std::string text(Checked const& checked, TextStyle const& style) {
  Writer out(style, printable(checked.document.name));
  out.reserve(checked.diagnostics.size() * usual_finding);
  for (auto const& diagnostic : checked.diagnostics)
    if (!diagnostic.suppressed || style.show_suppressed) render(out, checked.document, diagnostic, style);
  return out.take();
}

std::string summary(Totals const& totals, TextStyle const& style) {
  auto const vi = style.language == Language::vi;
  auto const& rules = totals.rules;
  auto out = vi ? fmt::format("{} lỗi, {} cảnh báo, {} lưu ý trong {} tệp", totals.errors, totals.warnings, totals.infos, totals.files)
                : fmt::format("{}, {}, {} in {}", plural(totals.errors, "error"), plural(totals.warnings, "warning"),
                              plural(totals.infos, "info"), plural(totals.files, "file"));
  if (totals.unreadable > 0) out += fmt::format(fmt::runtime(vi ? "; {} tệp không đọc được" : "; {} unreadable"), totals.unreadable);
  out += '\n';
  if (totals.suppressed > 0)
    out += vi ? fmt::format("{} phát hiện được bỏ qua có lý do\n", totals.suppressed)
              : fmt::format("{} suppressed with a reason\n", plural(totals.suppressed, "finding"));
  if (totals.files == 0) return out;
  out += vi ? "quy tắc" : "rules";
  if (totals.files > 1) out += vi ? " (cộng các tệp)" : " (all files together)";
  out += fmt::format(
      fmt::runtime(vi ? ": {} đã xét, {} không xét được{}, {} không áp dụng\n" : ": {} evaluated, {} not evaluated{}, {} not applicable\n"),
      rules.evaluated, rules.not_evaluated, why_not_evaluated(rules, vi), rules.not_applicable);
  return out;
}

}  // namespace vanthu::report
