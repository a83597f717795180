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
    if (number_line(lines[i]) || place_line(lines[i]) || type_line(lines, i) || is_v_v(lines[i]) || lines[i].fixed != FixedLine::none)
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
    if (auto const type = type_line(lines, i); type && !text_before && (type->subject.empty() || i == 0)) return i;
    if (form_field(line, "trich yeu")) return i;
    text_before = text_before || line.text.size() > 200 || (line.text.size() > 80 && line.text.ends_with('.'));
  }
  return std::nullopt;
}

// The type name stands again within the header proper.
bool type_again(std::vector<Line> const& lines, std::size_t from, std::string_view slug) {
  for (auto i = from; i < std::min(lines.size(), from + 3 * longest_way_up); ++i)
    if (auto const type = type_line(lines, i); type && type->type.slug == slug) return true;
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
    for (std::string_view const opening : {"thuc hien", "ngay", "sau khi", "theo de nghi", "de tiep tuc", "trong thoi gian"})
      if (!line.blank_before && starts_with_words(line.key, opening) && !goes_on && line.text.size() > 60) return end;
    end = line.span.end;
    ++at;
  }
  return end;
}

bool opens_body(Line const& line) {
  for (std::string_view const words : {"thuc hien", "ngay", "sau khi", "de ", "tren co so", "trong thoi gian", "hom nay", "xet "})
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
    auto const prefix = grammar::match_subject_prefix(line.text);
    bool const marked = !prefix.span.empty() || states_subject(line);
    if (number_line(line) || place_line(line) || line.fixed != FixedLine::none || addressees_label(line) || legal_basis_start(line)) break;
    if (line.kind == BlockKind::table_cell || line.kind == BlockKind::list_item || line.kind == BlockKind::heading) break;
    if (recipients_label(line) || stamp(line) || line.text.starts_with('(')) break;
    if (auto const label = grammar::match_label(line.text)) break;
    if (line.text.ends_with(':') || line.text.size() > 700) break;
    if (line.caps && (names_position(line.key) || names_body(line.key))) break;  // the line that names who decides
    if (!marked && (line.text.ends_with('.') || line.text.ends_with(';')) && (line.text.size() > 120 || opens_body(line))) break;
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

}  // namespace

void recognize_header(Document const& document, Parts& parts, std::vector<Component>& out) {
  auto& lines = parts.lines;
  auto const anchor = find_anchor(lines);
  if (!anchor) return;
  parts.has_anchor = true;
  auto begin = *anchor;
  for (std::size_t up = 0; begin > 0 && up < longest_way_up; ++up) {
    if (!belongs_above(lines[begin - 1], up == 0)) break;
    --begin;
  }
  parts.header_begin = begin;
  // Stamps stand above all else.
  for (std::size_t i = 0; i < std::min(begin, longest_way_up); ++i)
    if (auto const kind = stamp(lines[i])) out.push_back({*kind, inside(lines[i].span, without_scan_marks(lines[i].text)), {}});

  std::vector<NamePart> names;
  bool number = false, place = false, national = false, motto = false, subject = false;
  std::size_t at = begin;
  auto const core = [&] { return number || place || national || motto || subject || parts.type; };
  while (at < lines.size()) {
    auto const& line = lines[at];
    if (line.fixed != FixedLine::none) {
      auto& seen = line.fixed == FixedLine::motto ? motto : national;
      if (seen) break;  // the header of a text that is attached
      seen = true;
      out.push_back(fixed_line_component(line));
      ++at;
      continue;
    }
    if (auto const value = form_field(line, "trich yeu")) {
      parts.fields = subject = true;
      auto const span = Span{line.span.begin + *value, line.span.end};
      if (!span.empty()) out.push_back(subject_component(document, span));
      parts.v_v = parts.v_v || starts_with_words(fold_ascii(slice(document.text, span).substr(0, 8)), "v/v");
      ++at;
      continue;
    }
    if (auto const n = number_line(line); n && !number) {
      number = true;
      parts.fields = parts.fields || n->label.size() > 6;
      out.push_back(number_component(document, line, *n));
      ++at;
      continue;
    }
    if (auto const p = place_line(line); p && !place) {
      place = true;
      out.push_back(place_date_component(document, line, *p));
      ++at;
      continue;
    }
    if (auto const kind = stamp(line)) {
      out.push_back({*kind, inside(line.span, without_scan_marks(line.text)), {}});
      ++at;
      continue;
    }
    if (is_v_v(line) && !subject) {
      subject = parts.v_v = true;
      auto const first = line.span.begin;
      auto next = at + 1;
      auto const end = subject_end(parts, next, line.span.end);
      out.push_back(subject_component(document, {first, end}));
      at = next;
      continue;
    }
    if (auto const type = type_line(lines, at); type && !parts.type) {
      // A site's own title may repeat the type above the header; the header's own line follows number and date.
      bool const later = at < *anchor && type_again(lines, *anchor, type->type.slug);
      if (later) {
        ++at;
        continue;
      }
      parts.type = type->type;
      Component c{K::type_name, inside(line.span, type->name), {}};
      set_field(c, "name", std::string(type->type.name), c.span);
      set_field(c, "type", type->type.slug, c.span);
      set_field(c, "caps", true, c.span);
      out.push_back(std::move(c));
      ++at;
      if (!type->subject.empty()) {
        auto const end = subject_end(parts, at, line.span.end);
        out.push_back(subject_component(document, {line.span.begin + type->subject.begin, end}));
      } else {
        read_subject(document, parts, at, out);
      }
      continue;
    }
    if (addressees_label(line)) {
      at = read_addressees(document, parts, at, lines.size(), out);
      if (!parts.fields && (parts.type || !header_goes_on(lines, at - 1))) break;
      continue;
    }
    if (parts.fields && recipients_label(line)) break;
    if (!parts.type && !subject && !parts.unknown_title && names.size() < most_name_lines &&
        name_part(line, line.column != Column::left && !wraps_name(names, lines, at) && (motto || (place && national)))) {
      auto const trimmed = without_scan_marks(line.text);
      push_name_part(names, document, inside(line.span, trimmed), at);
      ++at;
      continue;
    }
    if (!parts.type && !subject && !national && names.size() < most_name_lines && small_letter_name(line)) {
      push_name_part(names, document, line.span, at);
      ++at;
      continue;
    }
    // What a scan made of stamps and rules.
    if (core() && !parts.type && !subject && line.text.size() < 120 && header_goes_on(lines, at)) {
      ++at;
      continue;
    }
    if (is_unknown_title(line) && !parts.type && !subject && !parts.unknown_title && (national || motto || number)) {
      parts.unknown_title = true;
      ++at;
      continue;
    }
    break;
  }
  // Capitals alone make no header: a heading of some text.
  if (core()) add_names(document, names, out);
  parts.body_begin = at;
}

}  // namespace vanthu
