// Puts the parts together: header, legal bases, tail, and what lies between and after them.
#include "recognize/components.hpp"

#include <algorithm>
#include <utility>

#include "grammar/header.hpp"
#include "grammar/label.hpp"
#include "grammar/recipients.hpp"
#include "text/unicode.hpp"
#include "vanthu/schema.hpp"

namespace vanthu {
namespace {

using K = ComponentKind;

constexpr std::size_t most_fields = 8;  // of nearly every component

// "NỘI DUNG:" between the fields of a form and its text.
bool is_content_field(Line const& line) { return line.key == "noi dung:" || line.key == "noi dung"; }

// The closing mark of the text: the last one before the tail; an attached text may have its own.
void add_closing_mark(Parts const& parts, std::vector<Component>& out) {
  for (auto i = parts.body_end; i-- > parts.body_begin;) {
    auto const& line = parts.lines[i];
    auto const mark = grammar::match_closing_mark(line.text);
    if (!mark) continue;
    Component c{K::closing_mark, inside({line.span.begin, 0}, *mark), {}};
    set_field(c, "form", std::string(slice(line.text, *mark)), c.span);
    out.push_back(std::move(c));
    return;
  }
}

void add_body(Parts const& parts, std::vector<Component>& out) {
  auto begin = parts.body_begin, end = parts.body_end;
  while (begin < end && (parts.lines[begin].junk || is_content_field(parts.lines[begin]))) ++begin;
  while (end > begin && parts.lines[end - 1].junk) --end;
  if (begin < end) out.push_back({K::body, {parts.lines[begin].span.begin, parts.lines[end - 1].span.end}, {}});
}

void add_appendices(Document const& document, Parts const& parts, std::vector<Component>& out) {
  auto const& lines = parts.lines;
  for (auto i = parts.body_begin; i < lines.size(); ++i) {
    auto const& line = lines[i];
    if (line.kind == BlockKind::list_item || line.kind == BlockKind::table_cell || line.text.size() > 300) continue;
    auto const label = grammar::match_label(line.text);
    if (!label || label->kind != grammar::LabelKind::appendix) continue;
    Component c{K::appendix, line.span, {}};
    auto end = label->marker.end;
    while (end > 0 && std::string_view(" .:-").find(line.text[end - 1]) != std::string_view::npos) --end;
    set_text_field(c, "label", document, inside({line.span.begin, 0}, {0, end}));
    if (!label->label.empty()) {
      auto const at = line.text.find(label->label);
      set_text_field(
          c, "number", document,
          {line.span.begin + static_cast<std::uint32_t>(at), line.span.begin + static_cast<std::uint32_t>(at + label->label.size())});
    }
    if (label->rest < line.text.size()) {
      set_text_field(c, "title", document, {line.span.begin + label->rest, line.span.end});
    } else if (i + 1 < lines.size() && lines[i + 1].caps && lines[i + 1].fixed == FixedLine::none) {
      set_text_field(c, "title", document, lines[i + 1].span);
    }
    out.push_back(std::move(c));
  }
}

// "Thành phố Huế", but not "Cuộc họp kết thúc vào 10 giờ 30": at most one word in small letters.
bool is_name_of_place(std::string_view text) {
  return std::ranges::count_if(words(text), [&](Span word) {
           std::size_t at = word.begin;
           return is_lower(next_code_point(text, at));
         }) <= 1;
}

// Place and date at the foot, where the header has none: "Hòa Bình, ngày 28 tháng 4 năm 2026" above "Nơi nhận".
void add_date_at_foot(Document const& document, Parts& parts, std::vector<Component>& out) {
  for (auto const& c : out)
    if (c.kind == K::place_date) return;
  auto const& lines = parts.lines;
  auto const from = parts.tail_begin - std::min<std::size_t>(parts.tail_begin, 4);
  for (auto i = std::max(from, parts.body_begin); i < parts.tail_end && i < lines.size(); ++i) {
    auto const& line = lines[i];
    if (line.text.size() > 140 || line.kind == BlockKind::list_item) continue;
    auto const p = grammar::match_place_date(line.text);
    if (!p || p->place.empty() || !is_name_of_place(slice(line.text, p->place))) continue;
    Component c{K::place_date, inside({line.span.begin, 0}, p->span), {}};
    set_text_field(c, "place", document, inside(line.span, p->place));
    set_field(c, "date", p->date.date, inside(line.span, p->date.span));
    set_text_field(c, "day", document, inside(line.span, p->day));
    set_text_field(c, "month", document, inside(line.span, p->month));
    set_text_field(c, "year", document, inside(line.span, p->year));
    set_field(c, "long_form", p->date.long_form, inside(line.span, p->date.span));
    set_field(c, "comma", p->comma, inside(line.span, p->place));
    out.push_back(std::move(c));
    if (i < parts.tail_begin) parts.tail_begin = i;
    return;
  }
}

}  // namespace

void set_field(Component& component, std::string_view name, Value value, Span span) {
  if (component.fields.empty()) component.fields.reserve(most_fields);
  component.fields.push_back({field_name(component.kind, name), std::move(value), span, {}});
}

void set_text_field(Component& component, std::string_view name, Document const& document, Span span) {
  if (span.empty()) return;
  std::string text(slice(document.text, span));
  std::ranges::replace(text, '\n', ' ');
  set_field(component, name, std::move(text), span);
}

void recognize_components(Document const& document, Parts& parts, Facts& facts) {
  auto& out = facts.components;
  recognize_legal_bases(document, parts, out);
  recognize_tail(document, parts, out);
  add_date_at_foot(document, parts, out);
  parts.body_end = parts.tail_begin;
  if (parts.fields && parts.tail_begin == parts.body_begin) {
    parts.body_begin = parts.tail_end;
    parts.body_end = parts.lines.size();
  }
  add_closing_mark(parts, out);
  add_body(parts, out);
  add_appendices(document, parts, out);
  std::ranges::stable_sort(out, [](Component const& a, Component const& b) { return a.span.begin < b.span.begin; });
}

}  // namespace vanthu
