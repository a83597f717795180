// The header: from an anchor that is sure (Quốc hiệu, Tiêu ngữ, number, place and date, V/v, Kính gửi, type name) upwards over the
// names of bodies, and downwards to the first line that is text. Two columns come in any order, so the order of lines decides little.
#include <algorithm>

#include "grammar/header.hpp"
#include "grammar/label.hpp"
#include "grammar/recipients.hpp"
#include "recognize/components.hpp"
#include "text/unicode.hpp"
#include "vanthu/doctype.hpp"

namespace vanthu {
namespace {

using K = ComponentKind;

constexpr std::size_t longest_way_up = 12;
constexpr std::size_t junk_allowed = 3;
constexpr std::size_t longest_subject = 900;
constexpr std::size_t subject_blocks = 8;

// ---- what a line is by itself

// "Số: …" filling the line, but for what a scan adds.
std::optional<grammar::NumberLine> number_line(Line const& line) {
  if (line.text.size() > 120 || line.kind == BlockKind::list_item) return std::nullopt;
  auto number = grammar::match_number_line(line.text);
  if (!number) return std::nullopt;
  auto const rest = line.text.substr(number->span.end);
  std::size_t letters = 0;
  for (std::size_t i = 0; i < rest.size();) letters += is_letter(next_code_point(rest, i));
  if (letters > 3 || rest.size() > 12) return std::nullopt;
  return number;
}

std::optional<grammar::PlaceDate> place_line(Line const& line) {
  if (line.text.size() > 140 || line.kind == BlockKind::list_item) return std::nullopt;
  return grammar::match_place_date(line.text);
}

bool is_v_v(Line const& line) { return line.key.starts_with("v/v") || line.key.starts_with("v / v"); }

// A field of a form: "TRÍCH YẾU: …". Gives the byte where its value starts.
std::optional<std::uint32_t> form_field(Line const& line, std::string_view words) {
  if (!starts_with_words(line.key, words) || line.kind == BlockKind::table_cell) return std::nullopt;
  auto const colon = line.text.find(':');
  if (colon == std::string_view::npos || colon > words.size() * 3 + 4) return std::nullopt;
  auto const value = line.text.find_first_not_of(' ', colon + 1);
  return static_cast<std::uint32_t>(value == std::string_view::npos ? line.text.size() : value);
}

// The line without single letters and marks that a scan puts at its ends ("Ộ QUYÉTĐỊNH -").
Span without_scan_marks(std::string_view text) {
  auto all = words(text);
  while (all.size() > 1 && code_points(slice(text, all.front())) == 1 && !is_digit(static_cast<unsigned char>(text[all.front().begin])))
    all.erase(all.begin());
  if (all.empty()) return {0, static_cast<std::uint32_t>(text.size())};
  return {all.front().begin, all.back().end};
}

struct TypeLine {
  TypeWord type;
  Span name;     // in bytes of the line
  Span subject;  // "KẾT LUẬN …" on the same line; empty when none
};

std::optional<TypeLine> type_line(Line const& line) {
  if (!line.caps || line.kind == BlockKind::list_item || line.kind == BlockKind::table_cell) return std::nullopt;
  auto const core = without_scan_marks(line.text);
  auto const key = fold_ascii(slice(line.text, core));
  bool const colon = line.text.substr(core.end).find(':') != std::string_view::npos;
  if (colon) return std::nullopt;
  if (auto type = type_of(key)) return TypeLine{std::move(*type), core, {}};
  auto const prefix = type_prefix(key);
  if (!prefix) return std::nullopt;
  // The words of the name, then the subject.
  auto const count = static_cast<std::size_t>(std::ranges::count(fold_ascii(prefix->first.name), ' ')) + 1;
  auto const all = words(line.text);
  auto const first = std::ranges::find_if(all, [&](Span w) { return w.begin >= core.begin; }) - all.begin();
  if (static_cast<std::size_t>(first) + count >= all.size()) return std::nullopt;
  auto const last = all[static_cast<std::size_t>(first) + count - 1];
  auto const next = all[static_cast<std::size_t>(first) + count];
  return TypeLine{prefix->first, {core.begin, last.end}, {next.begin, core.end}};
}

std::optional<ComponentKind> stamp(Line const& line) {
  if (line.text.size() > 60 || !line.caps) return std::nullopt;
  auto const letters = letters_of(line.key);
  for (std::string_view const word : {"hoatoc", "thuongkhan", "khan", "hoatochengio"})
    if (letters == word) return K::urgency;
  for (std::string_view const word : {"mat", "toimat", "tuyetmat"})
    if (letters == word) return K::secrecy;
  for (std::string_view const word : {"xemxongtralai", "luuhanhnoibo", "tailieuthuhoi", "khongphobien", "tailieumat"})
    if (letters == word) return K::circulation;
  for (std::string_view const word : {"saoy", "saoluc", "trichsao", "saoybanchinh", "bansaoy", "bansaoluc", "bantrichsao", "saoychinh"})
    if (letters == word) return K::copy_form;
  return std::nullopt;
}

// A line that can be (part of) the name of a body.
bool name_part(Line const& line, bool known_body_only) {
  if (!line.caps || line.text.size() > 140 || line.kind == BlockKind::list_item) return false;
  if (line.fixed != FixedLine::none || line.text.find(':') != std::string_view::npos) return false;
  auto const core = without_scan_marks(line.text);
  auto const key = fold_ascii(slice(line.text, core));
  if (std::string_view(key).starts_with("can cu") || starts_with_words(key, "don") || starts_with_words(key, "to khai")) return false;
  if (starts_with_words(key, "noi dung") || starts_with_words(key, "van ban") || starts_with_words(key, "thong tin van ban")) return false;
  if (stamp(line) || type_line(line)) return false;
  bool const body = names_body(key) || names_position(key) || names_unit(key);
  return body || (!known_body_only && line.kind != BlockKind::heading && !line.junk);
}

// The name of a body in small letters, a fault, only right beside the anchor.
bool small_letter_name(Line const& line) {
  return !line.caps && line.text.size() < 90 && names_body(line.key) && line.text.find_first_of(".:;,") == std::string_view::npos &&
         line.kind == BlockKind::paragraph && !line.text.empty() && is_upper([&] {
           std::size_t at = 0;
           return next_code_point(line.text, at);
         }());
}

// ---- components

Component fixed_line(Line const& line) {
  Component c{line.fixed == FixedLine::motto ? K::motto : K::national_name, line.span, {}};
  set_field(c, "garbled", line.garbled, line.span);
  return c;
}

// The symbol with D mended to Đ where a name with Đ is known to be meant.
std::optional<std::string> mended_symbol(grammar::IdentifierMatch const& id) {
  static constexpr std::pair<std::string_view, std::string_view> mends[] = {
      {"QD", "QĐ"},         {"SGDDT", "SGDĐT"},   {"BGDDT", "BGDĐT"}, {"GDDT", "GDĐT"},     {"HDND", "HĐND"},     {"ND", "NĐ"},
      {"LDTBXH", "LĐTBXH"}, {"SLDTBXH", "SLĐTBXH"}, {"BLDTBXH", "BLĐTBXH"}, {"PGDDT", "PGDĐT"}, {"BCD", "BCĐ"}, {"QyD", "QyĐ"},
      {"CD", "CĐ"}, {"DHQG", "ĐHQG"}, {"TLD", "TLĐ"}, {"LDLD", "LĐLĐ"},
  };
  std::string out;
  bool changed = false;
  for (std::size_t i = 0; i < id.groups.size(); ++i) {
    auto const* mend = std::ranges::find(mends, std::string_view(id.groups[i]), [](auto const& m) { return m.first; });
    bool const known = mend != std::end(mends);
    if (i > 0) out += '-';
    out += known ? std::string(mend->second) : id.groups[i];
    changed = changed || known;
  }
  return changed ? std::optional(out) : std::nullopt;
}

void add_identifier(Component& c, Document const& document, Span line, grammar::IdentifierMatch const& id) {
  auto const symbol = inside(line, id.symbol_span);
  if (!id.year.empty() && id.year.size() <= 4)
    set_field(c, "year", static_cast<std::int64_t>(std::stoi(id.year)), inside(line, id.span));
  if (!id.symbol.empty()) set_field(c, "symbol", id.symbol, symbol);
  auto const whole = inside(line, id.span);
  set_field(c, "identifier", std::string(slice(document.text, whole)), whole);
  auto const* type = id.groups.empty() ? nullptr : doc_type_by_abbr(id.groups[0]);
  auto const mended = mended_symbol(id);
  if (!type && mended) type = doc_type_by_abbr(std::string_view(*mended).substr(0, mended->find('-')));
  bool const typed = type != nullptr && id.groups.size() > 1;
  if (typed) set_field(c, "type_code", id.groups[0], symbol);
  if (!id.groups.empty()) {
    auto const body = typed ? std::size_t{1} : std::size_t{0};
    set_field(c, "body_code", id.groups[body], symbol);
    if (!typed && id.groups.size() > 1) set_field(c, "unit_code", id.groups.back(), symbol);
  }
  bool const spaced = slice(document.text, whole).find(' ') != std::string_view::npos;
  set_field(c, "spaced", spaced, whole);
  if (mended) set_field(c, "suggestion", *mended, symbol);
}

Component number_component(Document const& document, Line const& line, grammar::NumberLine const& n) {
  Component c{K::number, inside(line.span, n.span), {}};
  set_text_field(c, "label", document, inside(line.span, n.label));
  set_field(c, "colon", n.colon, inside(line.span, n.label));
  set_text_field(c, "number", document, inside(line.span, n.number));
  if (n.identifier) add_identifier(c, document, line.span, *n.identifier);
  return c;
}

Component place_component(Document const& document, Line const& line, grammar::PlaceDate const& p) {
  Component c{K::place_date, inside(line.span, p.span), {}};
  set_text_field(c, "place", document, inside(line.span, p.place));
  set_field(c, "date", p.date.date, inside(line.span, p.date.span));
  set_text_field(c, "day", document, inside(line.span, p.day));
  set_text_field(c, "month", document, inside(line.span, p.month));
  set_text_field(c, "year", document, inside(line.span, p.year));
  set_field(c, "long_form", p.date.long_form, inside(line.span, p.date.span));
  set_field(c, "comma", p.comma, inside(line.span, p.place));
  return c;
}

// The end of a span of subject text without what a scan put behind it.
Component subject_component(Document const& document, Span span) {
  Component c{K::subject, span, {}};
  auto const text = slice(document.text, span);
  auto const prefix = grammar::match_subject_prefix(text);
  if (!prefix.span.empty()) set_text_field(c, "prefix", document, inside(span, prefix.span));
  auto const rest = text.substr(prefix.rest);
  set_field(c, "words", static_cast<std::int64_t>(words(rest).size()), span);
  if (!text.empty() && std::string_view(".;:,").find(text.back()) != std::string_view::npos)
    set_text_field(c, "final_mark", document, {span.end - 1, span.end});
  set_field(c, "colon", prefix.colon, inside(span, prefix.span));
  std::size_t at = 0;
  bool const capital = !prefix.span.empty() && !rest.empty() && is_upper(next_code_point(rest, at));
  set_field(c, "capital_after_prefix", capital, span);
  return c;
}

bool abbreviated(std::string_view key) {
  for (auto const word : words(key)) {
    auto const w = slice(key, word);
    if (w == "ubnd" || w == "hdnd" || w == "ubmttq" || w == "tp" || w == "thpt" || w == "thcs") return w == "ubnd" || w == "hdnd" || w == "ubmttq" || w == "tp";
  }
  return false;
}

Component name_component(Document const& document, K kind, Span span) {
  Component c{kind, span, {}};
  std::string name(slice(document.text, span));
  std::ranges::replace(name, '\n', ' ');
  set_field(c, "abbreviated", abbreviated(fold_ascii(name)), span);
  set_field(c, "name", std::move(name), span);
  return c;
}

// ---- names of bodies

struct NamePart {
  Span span;  // in the document
  std::string key;
  std::size_t line;
};

bool ends_open(std::string_view key) {
  for (std::string_view const word : {" va", " cua", " thuoc", " ve", " cho", " -", ",", " cac", " nhan", " dai hoc", " truong", " quan ly", " cong ty"})
    if (key.ends_with(word)) return true;
  return key == "truong" || key == "uy ban nhan dan" || key == "hoi dong nhan dan" || key == "cong ty";
}

bool continues_name(std::string_view before, std::string_view part) {
  if (starts_with_words(part, "va") || ends_open(before)) return true;
  if (names_unit(part) && !starts_with_words(part, "thanh uy") && !starts_with_words(part, "tinh uy")) return true;
  return !(names_body(part) || names_position(part));
}

// "BỘ XÂY DỰNG - CỤC ĐƯỜNG BỘ VIỆT NAM": two names on one line where both sides start with the word for a body.
void push_part(std::vector<NamePart>& parts, Document const& document, Span span, std::size_t line) {
  auto const text = slice(document.text, span);
  for (std::string_view const dash : {" - ", " – ", " — "}) {
    auto const at = text.find(dash);
    if (at == std::string_view::npos) continue;
    auto const left = fold_ascii(text.substr(0, at)), right = fold_ascii(text.substr(at + dash.size()));
    if (!names_body(left) || !names_body(right)) continue;
    auto const cut = static_cast<std::uint32_t>(at);
    auto const next = static_cast<std::uint32_t>(at + dash.size());
    parts.push_back({{span.begin, span.begin + cut}, left, line});
    parts.push_back({{span.begin + next, span.end}, right, line});
    return;
  }
  parts.push_back({span, fold_ascii(text), line});
}

void add_names(Document const& document, std::vector<NamePart> const& parts, std::vector<Component>& out) {
  struct Name {
    std::vector<NamePart const*> parts;
    std::string key;
  };
  std::vector<Name> names;
  for (auto const& part : parts) {
    if (!names.empty() && continues_name(names.back().key, part.key)) {
      names.back().parts.push_back(&part);
      names.back().key += ' ' + part.key;
    } else {
      names.push_back({{&part}, part.key});
    }
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    auto const kind = i + 1 == names.size() ? K::issuer : K::governing_body;
    auto const& first = *names[i].parts.front();
    auto const& last = *names[i].parts.back();
    // Lines of the other column may stand between: then the name is not one span; its first line stands for it and the name is whole.
    bool const together = last.line - first.line + 1 <= names[i].parts.size();
    auto c = name_component(document, kind, {first.span.begin, together ? last.span.end : first.span.end});
    if (!together) {
      std::string name;
      for (auto const* part : names[i].parts) name += (name.empty() ? "" : " ") + std::string(slice(document.text, part->span));
      c.fields.clear();
      set_field(c, "abbreviated", abbreviated(names[i].key), c.span);
      set_field(c, "name", std::move(name), c.span);
    }
    out.push_back(std::move(c));
  }
}

// ---- anchor and walk

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
    if (type_line(line) && !text_before) return i;
    if (form_field(line, "trich yeu")) return i;
    text_before = text_before || line.text.size() > 200 || (line.text.size() > 80 && line.text.ends_with('.'));
  }
  return std::nullopt;
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
    if (number_line(line) || place_line(line) || addressees_label(line) || recipients_label(line) || legal_basis_start(line) || stamp(line)) break;
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

// The trích yếu below a type name; moves `at` past it where there is one.
void read_subject(Document const& document, Parts& parts, std::size_t& at, std::vector<Component>& out) {
  auto const& lines = parts.lines;
  for (std::size_t look = at; look < lines.size() && look < at + 4; ++look) {
    auto const& line = lines[look];
    if (auto const found = line.text.find("Về việc "); found != std::string_view::npos && found > 0 && found < 60 && !line.text.ends_with(':')) {
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
    bool const marked = !prefix.span.empty();
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

  std::vector<NamePart> names;
  bool number = false, place = false, national = false, motto = false, subject = false;
  std::size_t junk = 0, at = begin;
  auto const core = [&] { return number || place || national || motto || subject || parts.type; };
  while (at < lines.size()) {
    auto const& line = lines[at];
    if (line.fixed != FixedLine::none) {
      auto& seen = line.fixed == FixedLine::motto ? motto : national;
      if (seen) break;  // the header of a text that is attached
      seen = true;
      out.push_back(fixed_line(line));
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
      out.push_back(place_component(document, line, *p));
      ++at;
      continue;
    }
    if (auto const kind = stamp(line)) {
      out.push_back({*kind, line.span, {}});
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
    if (auto const type = type_line(line); type && !parts.type) {
      // A site's own title may repeat the type above the header; the header's own line follows number and date.
      bool const later = at < *anchor && std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(*anchor), lines.end(), [&](Line const& l) {
                           auto const other = type_line(l);
                           return other && other->type.slug == type->type.slug;
                         });
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
      if (parts.fields) continue;
      break;
    }
    if (parts.fields && recipients_label(line)) break;
    if (!parts.type && !subject && name_part(line, motto || (place && national))) {
      auto const trimmed = without_scan_marks(line.text);
      push_part(names, document, inside(line.span, trimmed), at);
      ++at;
      continue;
    }
    if (!parts.type && !subject && !national && small_letter_name(line)) {
      push_part(names, document, line.span, at);
      ++at;
      continue;
    }
    // What a scan made of stamps and rules, page marks.
    if (line.junk && junk < junk_allowed && core() && !parts.type) {
      ++junk;
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
