// Findings for people on a terminal, in the manner of compilers.
#include "report/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "report/excerpt.hpp"
#include "text/unicode.hpp"

namespace vanthu::report {
namespace {

constexpr std::size_t shown_related = 3;  // related places with an excerpt of their own

constexpr std::string_view bold = "1", blue = "1;34", red = "1;31", yellow = "1;33", cyan = "1;36";

struct Words {
  std::string_view basis, fix, replace, insert, remove, review, places, more, suppressed, paragraph, character;
};
constexpr Words vietnamese{"căn cứ", "sửa", "thay {} bằng {}", "thêm {}", "bỏ {}", "cần xem lại", "chỗ", "còn", "bỏ qua", "đoạn", "ký tự"};
constexpr Words english{"basis",  "fix", "replace {} with {}", "insert {}", "delete {}", "needs a look",
                        "places", "and", "suppressed",         "paragraph", "character"};

Words const& words(TextStyle const& style) { return style.language == Language::vi ? vietnamese : english; }

std::string paint(TextStyle const& style, std::string_view color, std::string_view text) {
  return style.color ? fmt::format("\x1b[{}m{}\x1b[0m", color, text) : std::string(text);
}

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
std::string numbers(Document const& document, Position at, Words const& w) {
  if (document.format == Format::docx) return fmt::format("{} {}, {} {}", w.paragraph, at.line, w.character, at.column);
  return fmt::format("{}:{}", at.line, at.column);
}

std::string place(Document const& document, Position at, TextStyle const& style) {
  auto const between = document.format == Format::docx ? ": " : ":";
  return printable(document.name) + between + numbers(document, at, words(style));
}

// The excerpt and its mark, between the bars of a gutter that is `digits` wide.
std::string marked_line(Document const& document, Shown const& place, char mark, std::string_view color, std::size_t digits,
                        TextStyle const& style) {
  auto const line = place.at.line;
  auto const shown = excerpt(document, place.range, style.width > digits + 3 ? style.width - digits - 3 : 0);
  auto const bar = paint(style, blue, "|");
  auto const number = paint(style, blue, fmt::format("{:>{}}", line, digits));
  auto const marks = paint(style, color, std::string(shown.marked, mark));
  return fmt::format("{:{}} {}\n{} {} {}\n{:{}} {} {:{}}{}\n", "", digits, bar, number, bar, shown.text, "", digits, bar, "", shown.indent,
                     marks);
}

std::string quoted(std::string_view text) {
  constexpr std::size_t longest = 60;  // code points; a fix may move whole paragraphs
  std::string out = "\"";
  std::size_t at = 0;
  for (std::size_t n = 0; at < text.size() && n < longest; ++n) next_code_point(text, at);
  out += printable(text.substr(0, at));
  if (at < text.size()) out += "…";
  return out + '"';
}

std::string edit_text(Document const& document, Edit const& edit, Words const& w) {
  auto const old = quoted(slice(document.text, edit.span));
  auto const with = quoted(edit.text);
  if (edit.span.empty()) return fmt::format(fmt::runtime(w.insert), with);
  if (edit.text.empty()) return fmt::format(fmt::runtime(w.remove), old);
  return fmt::format(fmt::runtime(w.replace), old, with);
}

std::string note(std::string_view label, std::string_view text, std::size_t digits, TextStyle const& style) {
  return fmt::format("{:{}} {} {} {}\n", "", digits, paint(style, blue, "="), paint(style, bold, fmt::format("{}:", label)), text);
}

// What the edits do, like ones told once: `thay "sử lý" bằng "xử lý" (3 chỗ)`.
std::string fix_text(Document const& document, Fix const& fix, Words const& w) {
  std::vector<std::pair<std::string, int>> edits;
  for (auto const& edit : fix.edits) {
    // What stays the same in the text is only stored in another way.
    auto const told = edit.text == slice(document.text, edit.span) ? printable(fix.title) : edit_text(document, edit, w);
    auto const same = std::find_if(edits.begin(), edits.end(), [&](auto const& e) { return e.first == told; });
    if (same == edits.end())
      edits.emplace_back(told, 1);
    else
      ++same->second;
  }
  std::string out;
  for (auto const& [told, count] : edits) {
    if (!out.empty()) out += "; ";
    out += count == 1 ? told : fmt::format("{} ({} {})", told, count, w.places);
  }
  return fix.safety == Safety::review ? fmt::format("{} ({})", out, w.review) : out;
}

std::string basis_text(Basis const& basis) {
  if (basis.clause.empty()) return printable(basis.source);
  return printable(fmt::format("{}, {}", basis.source, basis.clause));
}

// Related places that get no excerpt: "--> còn 4 chỗ: 12:5, 14:1 …".
std::string rest_of_related(Document const& document, std::span<Related const> rest, std::size_t digits, TextStyle const& style) {
  constexpr std::size_t named = 8;
  auto const& w = words(style);
  auto out = fmt::format("{:{}}{} {} {} {}:", "", digits, paint(style, blue, "-->"), w.more, rest.size(), w.places);
  for (std::size_t i = 0; i < std::min(named, rest.size()); ++i) {
    auto const at = shown(document, rest[i].span).at;
    out += fmt::format("{} {}", i == 0 ? "" : document.format == Format::docx ? ";" : ",", numbers(document, at, w));
  }
  return out + (rest.size() > named ? " …\n" : "\n");
}

std::string render(Document const& document, Diagnostic const& diagnostic, TextStyle const& style) {
  auto const& w = words(style);
  auto const here = shown(document, source_range(document, diagnostic));
  auto last_line = here.at.line;
  for (auto const& related : diagnostic.related) last_line = std::max(last_line, shown(document, related.span).at.line);
  auto const digits = std::to_string(last_line).size();
  auto const color = color_of(diagnostic.severity);

  auto out = fmt::format("{}: {}: {}\n", paint(style, bold, place(document, here.at, style)),
                         paint(style, color, fmt::format("{}[{}]", to_string(diagnostic.severity), diagnostic.code)),
                         paint(style, bold, printable(diagnostic.message)));
  out += marked_line(document, here, '^', color, digits, style);
  for (std::size_t i = 0; i < diagnostic.related.size(); ++i) {
    auto const& related = diagnostic.related[i];
    if (i == shown_related && i + 1 < diagnostic.related.size()) {
      out += rest_of_related(document, std::span(diagnostic.related).subspan(shown_related), digits, style);
      break;
    }
    auto const there = shown(document, related.span);
    out += fmt::format("{:{}}{} {}: {}\n", "", digits, paint(style, blue, "-->"), place(document, there.at, style),
                       printable(related.message));
    out += marked_line(document, there, '-', blue, digits, style);
  }
  if (!diagnostic.basis.source.empty()) out += note(w.basis, basis_text(diagnostic.basis), digits, style);
  if (diagnostic.suppressed) out += note(w.suppressed, printable(diagnostic.suppressed->reason), digits, style);
  for (auto const& fix : diagnostic.fixes) out += note(w.fix, fix_text(document, fix, w), digits, style);
  return out + '\n';
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
  std::string out;
  for (auto const& diagnostic : checked.diagnostics)
    if (!diagnostic.suppressed || style.show_suppressed) out += render(checked.document, diagnostic, style);
  return out;
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
