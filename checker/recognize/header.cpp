// The header: from an anchor that is sure (Quốc hiệu, Tiêu ngữ, number, place and date, V/v, Kính gửi, type name) upwards over the
// names of bodies, and downwards to the first line that is text. Two columns come in any order, so the order of lines decides little.
#include "recognize/header_components.hpp"

#include <algorithm>

#include "grammar/label.hpp"
#include "recognize/components.hpp"
#include "recognize/header_lines.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

using K = ComponentKind;

constexpr std::size_t longest_way_up = 12;
constexpr std::size_t header_look_ahead = 4;
constexpr std::size_t most_name_lines = 12;
constexpr std::size_t longest_subject = 900;
constexpr std::size_t subject_blocks = 8;

// Some line right after `at` that only a header has: what stands between is damage.
bool header_goes_on(std::vector<Line> const& lines, std::size_t at) {
  for (auto i = at + 1; i < lines.size() && i <= at + header_look_ahead; ++i) {
    if (lines[i].text.size() > 120) return false;
    if (number_line(lines[i]) || place_line(lines[i]) || type_line(lines, i, false) || is_v_v(lines[i]) ||
        lines[i].fixed != FixedLine::none)
      return true;
  }
  return false;
}

std::optional<std::size_t> find_anchor(std::vector<Line> const& lines) {
  auto const first_fixed = [&](FixedLine kind) -> std::optional<std::size_t> {
    auto const at = std::ranges::find(lines, kind, &Line::fixed);
    return at == lines.end() ? std::nullopt : std::optional(static_cast<std::size_t>(at - lines.begin()));
  };
  if (auto at = first_fixed(FixedLine::national_name)) return at;
  if (auto at = first_fixed(FixedLine::motto)) return at;
  // Without these, the first line that only a header has; a type name counts near the top, where nothing of a text precedes it.
  bool text_before = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto const& line = lines[i];
    if (line.kind == BlockKind::table_cell) continue;
    if (number_line(line) || is_v_v(line) || addressees_label(line)) return i;
    if (place_line(line) && i + 3 < lines.size() + 2 && !text_before) return i;
    // With a subject on its line it may as well be a heading: only the first line of all is sure.
    if (auto const type = type_line(lines, i, false); type && !text_before && (type->subject.empty() || i == 0)) return i;
    if (form_field(line, "trich yeu")) return i;
    text_before = text_before || line.text.size() > 200 || (line.text.size() > 80 && line.text.ends_with('.'));
  }
  return std::nullopt;
}

// The type name stands again within the header proper.
bool type_again(std::vector<Line> const& lines, std::size_t from, std::string_view slug) {
  for (auto i = from; i < std::min(lines.size(), from + 3 * longest_way_up); ++i)
    if (auto const type = type_line(lines, i, false); type && type->type.slug == slug) return true;
  return false;
}

bool belongs_above(Line const& line, bool beside_anchor) {
  if (line.fixed != FixedLine::none || number_line(line) || place_line(line) || stamp(line)) return true;
  return name_part(line, false) || (beside_anchor && small_letter_name(line));
}

// The lines that a subject runs on over, from `at`; gives the end of its span and moves `at` past them.
std::uint32_t subject_end(Parts const& parts, std::size_t& at, std::uint32_t end) {
  auto const& lines = parts.lines;
  auto const begin = end;
  for (std::size_t taken = 0; at < lines.size() && taken < subject_blocks; ++taken) {
    auto const& line = lines[at];
    auto const& before = lines[at - 1];
    if (line.text.size() + (line.span.begin - std::min(begin, line.span.begin)) > longest_subject) break;
    if (before.text.ends_with('.') || before.text.ends_with(';') || before.text.ends_with(':')) break;
    if (line.fixed != FixedLine::none || line.kind == BlockKind::list_item || line.kind == BlockKind::heading || line.junk) break;
    if (line.kind == BlockKind::table_cell || line.column != before.column) break;
    if (number_line(line) || place_line(line) || addressees_label(line) || recipients_label(line) || legal_basis_start(line) || stamp(line))
      break;
    if (line.caps && !before.caps) break;
    if (before.caps && !line.caps && line.text.starts_with('(')) break;
    if (auto const label = grammar::match_label(line.text); label && label->kind != grammar::LabelKind::dash) break;
    std::size_t i = 0;
    auto const first = next_code_point(line.text, i);
    bool const goes_on = is_lower(first) || is_digit(first) || first == '(';
    if (line.blank_before && !goes_on) {
      // A blank line after every line of the source: the last line was full, and this one is no sentence of the body.
      bool const wrapped = before.text.size() > 50 && line.text.size() < 130 && !line.text.ends_with('.') && !line.text.ends_with(':') &&
                           lines[at - 1].blank_before && !starts_with_words(line.key, "thuc hien");
      if (!wrapped) break;
    }
    static constexpr std::string_view openings[] = {"thuc hien", "ngay", "sau khi", "theo de nghi", "de tiep tuc", "trong thoi gian"};
    for (auto const opening : openings)
      if (!line.blank_before && starts_with_words(line.key, opening) && !goes_on && line.text.size() > 60) return end;
    end = line.span.end;
    ++at;
  }
  return end;
}

bool opens_body(Line const& line) {
  static constexpr std::string_view openings[] = {"thuc hien",       "ngay",    "sau khi", "de ", "tren co so",
                                                  "trong thoi gian", "hom nay", "xet "};
  for (auto const words : openings)
    if (line.key.starts_with(words)) return true;
  return false;
}

// What a trích yếu without "Về việc" starts with: the thing that the document does.
bool states_subject(Line const& line) {
  for (std::string_view const word :
       {"ve viec", "ban hanh", "phe duyet", "ket luan cua", "cong bo", "thanh lap", "quy dinh", "sua doi", "bai bo", "cong nhan",
        "khen thuong", "dieu dong", "bo nhiem", "kien toan", "phe chuan", "thu hoi", "giao "})
    if (line.key.starts_with(word)) return true;
  return false;
}

// The trích yếu below a type name; moves `at` past it where there is one.
void read_subject(Document const& document, Parts& parts, std::size_t& at, std::vector<Component>& out) {
  auto const& lines = parts.lines;
  for (std::size_t look = at; look < lines.size() && look < at + 4; ++look) {
    auto const& line = lines[look];
    if (auto const found = line.text.find("Về việc ");
        found != std::string_view::npos && found > 0 && found < 60 && !line.text.ends_with(':')) {
      // Behind the marks of a stamp.
      if (line.text.size() > 260) break;
      auto next = look + 1;
      auto const end = subject_end(parts, next, line.span.end);
      out.push_back(subject_component(document, {line.span.begin + static_cast<std::uint32_t>(found), end}));
      at = next;
      return;
    }
    if (line.junk) continue;
    if (line.kind == BlockKind::list_item && look == at && starts_with_words(std::string_view(line.key).substr(2), "ve viec")) {
      // A mark that a scan left looks like a bullet.
      auto next = look + 1;
      auto const end = subject_end(parts, next, line.span.end);
      out.push_back(subject_component(document, {line.span.begin + 2, end}));
      at = next;
      return;
    }
    auto const prefix = grammar::match_subject_prefix(line.text);
    bool const marked = !prefix.span.empty() || states_subject(line);
    if (number_line(line) || place_line(line) || line.fixed != FixedLine::none || addressees_label(line) || legal_basis_start(line)) break;
    if (line.kind == BlockKind::table_cell || line.kind == BlockKind::list_item || line.kind == BlockKind::heading) break;
    if (recipients_label(line) || stamp(line) || line.text.starts_with('(')) break;
    if (auto const label = grammar::match_label(line.text)) break;
    if (line.text.ends_with(':') || line.text.size() > 700) break;
    if (line.caps && (names_position(line.key) || names_body(line.key))) break;  // the line that names who decides
    if (!marked && (line.text.ends_with('.') || line.text.ends_with(';'))) break;
    if (!marked && opens_body(line) && line.text.size() > 160) break;
    auto next = look + 1;
    auto const end = subject_end(parts, next, line.span.end);
    out.push_back(subject_component(document, {line.span.begin, end}));
    at = next;
    return;
  }
}

// Directly below a line of a name, without a blank line: the name goes on.
bool wraps_name(std::vector<NamePart> const& names, std::vector<Line> const& lines, std::size_t at) {
  return !names.empty() && names.back().line + 1 == at && !lines[at].blank_before;
}

// A title in capitals that no type name is.
bool is_unknown_title(Line const& line) {
  if (!line.caps || line.junk || line.kind == BlockKind::list_item || line.kind == BlockKind::table_cell) return false;
  if (line.text.size() > 200 || line.text.find(':') != std::string_view::npos || grammar::match_label(line.text)) return false;
  return !names_position(line.key) && !names_body(line.key) && !legal_basis_start(line) && words(line.text).size() >= 2;
}

// What has been read of the header so far, and the line it stands at.
struct Walk {
  Document const& document;
  Parts& parts;
  std::vector<Component>& out;
  std::size_t anchor;
  std::size_t at;
  std::vector<NamePart> names = {};
  bool national = false, motto = false, number = false, place = false, subject = false;
};

Line const& current(Walk const& w) { return w.parts.lines[w.at]; }

// Something was read that only a header has.
bool has_core(Walk const& w) { return w.number || w.place || w.national || w.motto || w.subject || w.parts.type; }

// The steps below read what stands at the current line and move on; false when it is something else.

bool take_fixed_line(Walk& w) {
  auto const& line = current(w);
  if (line.fixed == FixedLine::none) return false;
  (line.fixed == FixedLine::motto ? w.motto : w.national) = true;
  w.out.push_back(fixed_line_component(line));
  ++w.at;
  return true;
}

bool take_number(Walk& w) {
  auto const number = number_line(current(w));
  if (!number || w.number) return false;
  w.number = true;
  w.parts.fields = w.parts.fields || number->label.size() > 6;  // "SỐ KÝ HIỆU"
  w.out.push_back(number_component(w.document, current(w), *number));
  ++w.at;
  return true;
}

bool take_place(Walk& w) {
  auto const place = place_line(current(w));
  if (!place || w.place) return false;
  w.place = true;
  w.out.push_back(place_date_component(w.document, current(w), *place));
  ++w.at;
  return true;
}

bool take_stamp(Walk& w) {
  auto const& line = current(w);
  auto const kind = stamp(line);
  if (!kind) return false;
  w.out.push_back({*kind, inside(line.span, without_scan_marks(line.text)), {}});
  ++w.at;
  return true;
}

// "TRÍCH YẾU: …" of a form.
bool take_subject_field(Walk& w) {
  auto const& line = current(w);
  auto const value = form_field(line, "trich yeu");
  if (!value) return false;
  w.parts.fields = w.subject = true;
  auto const span = Span{line.span.begin + *value, line.span.end};
  w.parts.v_v = w.parts.v_v || fold_ascii(slice(w.document.text, span).substr(0, 8)).starts_with("v/v");
  if (!span.empty()) w.out.push_back(subject_component(w.document, span));
  ++w.at;
  return true;
}

// "V/v …" under the number; also "Về việc …" there, where no type name stands.
bool take_letter_subject(Walk& w) {
  auto const& line = current(w);
  bool const long_form = starts_with_words(line.key, "ve viec") && (w.number || w.place) && !w.parts.type;
  if (w.subject || (!is_v_v(line) && !long_form)) return false;
  w.subject = w.parts.v_v = true;
  auto const begin = line.span.begin;
  ++w.at;
  auto const end = subject_end(w.parts, w.at, line.span.end);
  w.out.push_back(subject_component(w.document, {begin, end}));
  return true;
}

bool take_type(Walk& w) {
  auto const& line = current(w);
  auto const type = type_line(w.parts.lines, w.at, has_core(w) && w.at > w.anchor);
  if (!type || w.parts.type) return false;
  // A site's own title may repeat the type above the header; the header's own line follows number and date.
  if (w.at < w.anchor && type_again(w.parts.lines, w.anchor, type->type.slug)) {
    ++w.at;
    return true;
  }
  w.parts.type = type->type;
  Component c{K::type_name, inside(line.span, type->name), {}};
  set_field(c, "name", std::string(type->type.name), c.span);
  set_field(c, "type", std::string(type->type.slug), c.span);
  set_field(c, "caps", line.caps, c.span);
  w.out.push_back(std::move(c));
  ++w.at;
  if (type->subject.empty()) {
    read_subject(w.document, w.parts, w.at, w.out);
  } else {
    auto const end = subject_end(w.parts, w.at, line.span.end);
    w.out.push_back(subject_component(w.document, {line.span.begin + type->subject.begin, end}));
  }
  return true;
}

bool take_name(Walk& w) {
  auto const& line = current(w);
  if (w.parts.type || w.subject || w.parts.unknown_title || w.names.size() >= most_name_lines) return false;
  bool const below = w.motto || (w.place && w.national);  // only what is a body for sure can still follow here
  bool const known_only = below && line.column != Column::left && !wraps_name(w.names, w.parts.lines, w.at);
  if (!name_part(line, known_only) && (w.national || !small_letter_name(line))) return false;
  push_name_part(w.names, w.document, inside(line.span, without_scan_marks(line.text)), w.at);
  ++w.at;
  return true;
}

// Damage between two lines of the header, or a title that names no type.
bool take_stray(Walk& w) {
  auto const& line = current(w);
  if (w.parts.type || w.subject || !has_core(w)) return false;
  if (line.text.size() < 120 && header_goes_on(w.parts.lines, w.at)) {
    ++w.at;
    return true;
  }
  if (w.parts.unknown_title || !is_unknown_title(line) || !(w.national || w.motto || w.number)) return false;
  w.parts.unknown_title = true;
  ++w.at;
  return true;
}

// "Kính gửi" closes the header, but in forms and where the type name wrongly follows it.
bool closes_header(Walk& w) {
  if (!addressees_label(current(w))) return false;
  w.at = read_addressees(w.document, w.parts, w.at, w.parts.lines.size(), w.out);
  return !w.parts.fields && (w.parts.type || !header_goes_on(w.parts.lines, w.at - 1));
}

bool ends_header(Walk const& w) {
  auto const& line = current(w);
  if (line.fixed == FixedLine::national_name) return w.national;  // the header of a text that is attached
  if (line.fixed == FixedLine::motto) return w.motto;
  return w.parts.fields && recipients_label(line);
}

}  // namespace

void recognize_header(Document const& document, Parts& parts, std::vector<Component>& out) {
  auto const& lines = parts.lines;
  auto const anchor = find_anchor(lines);
  if (!anchor) return;
  parts.has_anchor = true;
  auto begin = *anchor;
  for (std::size_t up = 0; begin > 0 && up < longest_way_up; ++up) {
    if (!belongs_above(lines[begin - 1], up == 0)) break;
    --begin;
  }
  parts.header_begin = begin;
  Walk w{.document = document, .parts = parts, .out = out, .anchor = *anchor, .at = 0};
  // Stamps stand above all else.
  for (w.at = 0; w.at < std::min(begin, longest_way_up);)
    if (!take_stamp(w)) ++w.at;
  w.at = begin;
  while (w.at < lines.size() && !ends_header(w)) {
    auto const before = w.at;
    if (closes_header(w)) break;
    if (w.at != before) continue;
    if (!(take_fixed_line(w) || take_subject_field(w) || take_number(w) || take_place(w) || take_stamp(w) || take_letter_subject(w) ||
          take_type(w) || take_name(w) || take_stray(w)))
      break;
  }
  // Capitals alone make no header: a heading of some text.
  if (has_core(w)) add_names(document, w.names, out);
  parts.body_begin = w.at;
}

}  // namespace vanthu
