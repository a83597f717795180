#include "recognize/header_components.hpp"

#include <algorithm>

#include "recognize/citation_shape.hpp"
#include "text/unicode.hpp"
#include "vanthu/doctype.hpp"

namespace vanthu {
namespace {

// Words as a reader counts them, parted by blanks: "167-KH/TU" is one.
std::int64_t word_count(std::string_view text) {
  std::int64_t count = 0;
  std::uint32_t end = 0;
  for (auto const word : words(text)) {
    if (count == 0 || slice(text, {end, word.begin}).find_first_of(" \n") != std::string_view::npos) ++count;
    end = word.end;
  }
  return count;
}

// The symbol with D mended to Đ where a name with Đ is known to be meant.
std::optional<std::string> mended_symbol(grammar::IdentifierMatch const& id) {
  static constexpr std::pair<std::string_view, std::string_view> mends[] = {
      {"QD", "QĐ"},         {"SGDDT", "SGDĐT"},     {"BGDDT", "BGDĐT"},     {"GDDT", "GDĐT"},   {"HDND", "HĐND"}, {"ND", "NĐ"},
      {"LDTBXH", "LĐTBXH"}, {"SLDTBXH", "SLĐTBXH"}, {"BLDTBXH", "BLĐTBXH"}, {"PGDDT", "PGDĐT"}, {"BCD", "BCĐ"},   {"QyD", "QyĐ"},
      {"CD", "CĐ"},         {"DHQG", "ĐHQG"},       {"TLD", "TLĐ"},         {"LDLD", "LĐLĐ"},
  };
  std::string out;
  bool changed = false;
  for (std::size_t i = 0; i < id.groups.size(); ++i) {
    auto const* mend = std::ranges::find(mends, id.groups[i], [](auto const& m) { return m.first; });
    bool const known = mend != std::end(mends);
    if (i > 0) out += '-';
    out += known ? mend->second : id.groups[i];
    changed = changed || known;
  }
  return changed ? std::optional(out) : std::nullopt;
}

void add_identifier(Component& c, Document const& document, Span line, grammar::IdentifierMatch const& id) {
  auto const symbol = inside(line, id.symbol_span);
  if (auto const year = year_of(id)) set_field(c, "year", std::int64_t{*year}, inside(line, id.span));
  if (!id.symbol.empty()) set_field(c, "symbol", id.symbol, symbol);
  auto const whole = inside(line, id.span);
  set_field(c, "identifier", std::string(slice(document.text, whole)), whole);
  auto const* type = id.groups.empty() ? nullptr : doc_type_by_abbr(id.groups[0]);
  auto const mended = mended_symbol(id);
  if (!type && mended) type = doc_type_by_abbr(std::string_view(*mended).substr(0, mended->find('-')));
  bool const typed = type != nullptr && id.groups.size() > 1;
  if (typed) set_field(c, "type_code", std::string(id.groups[0]), symbol);
  if (!id.groups.empty()) {
    auto const body = typed ? std::size_t{1} : std::size_t{0};
    set_field(c, "body_code", std::string(id.groups[body]), symbol);
    if (!typed && id.groups.size() > 1) set_field(c, "unit_code", std::string(id.groups.back()), symbol);
  }
  bool const spaced = slice(document.text, whole).find(' ') != std::string_view::npos;
  set_field(c, "spaced", spaced, whole);
  if (mended) set_field(c, "suggestion", *mended, symbol);
}

bool abbreviated(std::string_view key) {
  for (auto const word : words(key)) {
    auto const w = slice(key, word);
    if (w == "ubnd" || w == "hdnd" || w == "ubmttq" || w == "tp" || w == "thpt" || w == "thcs")
      return w == "ubnd" || w == "hdnd" || w == "ubmttq" || w == "tp";
  }
  return false;
}

Component name_component(Document const& document, ComponentKind kind, Span span) {
  Component c{kind, span, {}};
  std::string name(slice(document.text, span));
  std::ranges::replace(name, '\n', ' ');
  set_field(c, "abbreviated", abbreviated(fold_ascii(name)), span);
  set_field(c, "name", std::move(name), span);
  return c;
}

// "BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG": no school's name begins there.
bool ends_in_no_school(std::string_view key) {
  for (std::string_view const word : {" moi truong", " thi truong", " nong truong", " lam truong", " cong truong", " hien truong"})
    if (key.ends_with(word)) return true;
  return false;
}

bool ends_open(std::string_view key) {
  if (ends_in_no_school(key)) return false;
  for (std::string_view const word :
       {" va", " cua", " thuoc", " ve", " cho", " -", ",", " cac", " nhan", " dai hoc", " truong", " quan ly", " cong ty"})
    if (key.ends_with(word)) return true;
  return key == "truong" || key == "uy ban nhan dan" || key == "hoi dong nhan dan" || key == "cong ty";
}

bool continues_name(std::string_view before, std::string_view part) {
  if (starts_with_words(part, "va") || ends_open(before)) return true;
  for (std::string_view const body : {"thanh uy", "tinh uy", "quan khu", "quan doan"})  // no unit, though the first word is one's
    if (starts_with_words(part, body)) return false;
  if (names_unit(part)) return true;
  return !(names_body(part) || names_position(part));
}

}  // namespace

Component fixed_line_component(Line const& line) {
  Component c{line.fixed == FixedLine::motto ? ComponentKind::motto : ComponentKind::national_name, line.span, {}};
  set_field(c, "garbled", line.garbled, line.span);
  return c;
}

Component number_component(Document const& document, Line const& line, grammar::NumberLine const& n) {
  Component c{ComponentKind::number, inside(line.span, n.span), {}};
  set_text_field(c, "label", document, inside(line.span, n.label));
  set_field(c, "colon", n.colon, inside(line.span, n.label));
  set_text_field(c, "number", document, inside(line.span, n.number));
  if (n.identifier) add_identifier(c, document, line.span, *n.identifier);
  return c;
}

Component place_date_component(Document const& document, Line const& line, grammar::PlaceDate const& p) {
  Component c{ComponentKind::place_date, inside(line.span, p.span), {}};
  set_text_field(c, "place", document, inside(line.span, p.place));
  set_field(c, "date", p.date.date, inside(line.span, p.date.span));
  set_text_field(c, "day", document, inside(line.span, p.day));
  set_text_field(c, "month", document, inside(line.span, p.month));
  set_text_field(c, "year", document, inside(line.span, p.year));
  set_field(c, "long_form", p.date.long_form, inside(line.span, p.date.span));
  set_field(c, "comma", p.comma, inside(line.span, p.place));
  return c;
}

Component subject_component(Document const& document, Span span) {
  Component c{ComponentKind::subject, span, {}};
  auto const text = slice(document.text, span);
  auto const prefix = grammar::match_subject_prefix(text);
  if (!prefix.span.empty()) set_text_field(c, "prefix", document, inside(span, prefix.span));
  auto const rest = text.substr(prefix.rest);
  set_field(c, "words", word_count(rest), span);
  if (!text.empty() && std::string_view(".;:,").find(text.back()) != std::string_view::npos)
    set_text_field(c, "final_mark", document, {span.end - 1, span.end});
  set_field(c, "colon", prefix.colon, inside(span, prefix.span));
  std::size_t at = 0;
  bool const capital = !prefix.span.empty() && !rest.empty() && is_upper(next_code_point(rest, at));
  set_field(c, "capital_after_prefix", capital, span);
  return c;
}

void push_name_part(std::vector<NamePart>& parts, Document const& document, Span span, std::size_t line) {
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
    auto const kind = i + 1 == names.size() ? ComponentKind::issuer : ComponentKind::governing_body;
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

}  // namespace vanthu
