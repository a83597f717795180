// Fields and places of nodes, one table of getters a kind of node.
#include "engine/model.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

#include "engine/office.hpp"
#include "text/code_pages.hpp"
#include "text/unicode.hpp"
#include "vanthu/doctype.hpp"

namespace vanthu {
namespace {

// --- Values -------------------------------------------------------------------------------------------------------------------------

Val text(std::string_view s) { return s.empty() ? Val{} : Val{s}; }
Val optional_text(std::optional<std::string> const& s) { return s ? text(*s) : Val{}; }
Val number(std::optional<int> n) { return n ? Val{std::int64_t{*n}} : Val{}; }
Val truth(std::optional<bool> b) { return b ? Val{*b} : Val{}; }
Val known(Date date) { return date == Date{} ? Val{} : Val{date}; }

Val val(Value const& value) {
  if (auto const* b = std::get_if<bool>(&value)) return *b;
  if (auto const* n = std::get_if<std::int64_t>(&value)) return *n;
  if (auto const* s = std::get_if<std::string>(&value)) return std::string_view(*s);
  if (auto const* d = std::get_if<Date>(&value)) return *d;
  if (auto const* l = std::get_if<std::vector<std::string>>(&value)) return ListView{*l, {}};
  return {};
}

std::string_view family_name(CitationFamily family) {
  switch (family) {
    case CitationFamily::state: return "state";
    case CitationFamily::law: return "law";
    case CitationFamily::party: return "party";
  }
  return {};
}

// --- Fields: one table a kind of node, in the order of the schema -------------------------------------------------------------------

template <class T>
struct Getter {
  std::string_view name;
  Val (*get)(T const&);
};

constexpr Getter<Citation> citation_getters[] = {
    {"type", [](Citation const& c) { return text(c.type); }},
    {"type_text", [](Citation const& c) { return text(c.type_text); }},
    {"family", [](Citation const& c) { return Val{family_name(c.family)}; }},
    {"identifier", [](Citation const& c) { return optional_text(c.identifier); }},
    {"canonical", [](Citation const& c) { return optional_text(c.canonical); }},
    {"number", [](Citation const& c) { return optional_text(c.number); }},
    {"year", [](Citation const& c) { return number(c.year); }},
    {"symbol", [](Citation const& c) { return optional_text(c.symbol); }},
    {"type_code", [](Citation const& c) { return text(c.type_code); }},
    {"body_code", [](Citation const& c) { return text(c.body_code); }},
    {"legislature", [](Citation const& c) { return number(c.legislature); }},
    {"date", [](Citation const& c) { return known(c.date); }},
    {"issuer", [](Citation const& c) { return text(c.issuer); }},
    {"title", [](Citation const& c) { return text(c.title); }},
    {"mention", [](Citation const& c) { return Val{std::string_view(c.mention == Mention::first ? "first" : "later")}; }},
    {"first_in_body", [](Citation const& c) { return Val{c.first_in_body}; }},
    {"in_subject", [](Citation const& c) { return Val{c.in_subject}; }},
    {"in_legal_basis", [](Citation const& c) { return Val{c.in_legal_basis}; }},
    {"nested", [](Citation const& c) { return Val{c.nested}; }},
    {"quoted", [](Citation const& c) { return Val{c.quoted}; }},
    {"historical", [](Citation const& c) { return Val{c.historical}; }},
    {"has_so", [](Citation const& c) { return Val{c.has_so}; }},
    {"blank", [](Citation const& c) { return Val{c.blank}; }},
    {"issuer_named_before", [](Citation const& c) { return Val{c.issuer_named_before}; }},
    {"issuer_shared", [](Citation const& c) { return Val{c.issuer_shared}; }},
    {"title_implied", [](Citation const& c) { return Val{c.title_implied}; }},
    {"defects",
     [](Citation const& c) {
       return Val{ListView{c.defects, {}}};
     }},
    {"well_formed", [](Citation const& c) { return Val{c.well_formed}; }},
    {"short_name", [](Citation const& c) { return Val{c.short_for.has_value()}; }},
};
static_assert(std::size(citation_getters) == citation_fields);

// What the register says of a citation: the fields behind those of the citation itself.
struct StandingRef {
  Model const& model;
  std::size_t index;
};
RegisteredDocument const* registered(StandingRef const& s) {
  auto const& document = s.model.standing(s.index).document;
  return document ? &*document : nullptr;
}
template <class Member>
Val registered_text(StandingRef const& s, Member member) {
  auto const* d = registered(s);
  return d == nullptr ? Val{} : text(d->*member);
}
template <class Member>
Val registered_date(StandingRef const& s, Member member) {
  auto const* d = registered(s);
  return d == nullptr ? Val{} : known(d->*member);
}
Val in_force(StandingRef const& s) {
  switch (s.model.standing(s.index).status) {
    case RegistryStatus::unknown:
    case RegistryStatus::known: return {};
    case RegistryStatus::in_force: return true;
    default: return false;
  }
}
Val misdated_date(StandingRef const& s, Date RegisteredBody::*member) {
  auto const& body = s.model.misdated_issuer(s.index);
  return body ? known(*body.*member) : Val{};
}
constexpr Getter<StandingRef> standing_getters[] = {
    {"registry_status", [](StandingRef const& s) { return Val{to_string(s.model.standing(s.index).status)}; }},
    {"registry_first", [](StandingRef const& s) { return Val{s.model.standing(s.index).first}; }},
    {"registry_differs",
     [](StandingRef const& s) {
       return Val{ListView{s.model.standing(s.index).differs, {}}};
     }},
    {"registry_type", [](StandingRef const& s) { return registered_text(s, &RegisteredDocument::type); }},
    {"registry_date", [](StandingRef const& s) { return registered_date(s, &RegisteredDocument::issued); }},
    {"registry_effective", [](StandingRef const& s) { return registered_date(s, &RegisteredDocument::effective); }},
    {"registry_expired", [](StandingRef const& s) { return registered_date(s, &RegisteredDocument::expired); }},
    {"registry_successor", [](StandingRef const& s) { return text(s.model.standing(s.index).successor); }},
    {"registry_candidate", [](StandingRef const& s) { return text(s.model.standing(s.index).candidate); }},
    {"registry_issuer", [](StandingRef const& s) { return registered_text(s, &RegisteredDocument::issuer); }},
    {"registry_title", [](StandingRef const& s) { return registered_text(s, &RegisteredDocument::title); }},
    {"in_force", in_force},
    {"misdated_issuer",
     [](StandingRef const& s) {
       auto const& body = s.model.misdated_issuer(s.index);
       return body ? text(body->name) : Val{};
     }},
    {"misdated_since", [](StandingRef const& s) { return misdated_date(s, &RegisteredBody::since); }},
    {"misdated_until", [](StandingRef const& s) { return misdated_date(s, &RegisteredBody::until); }},
    {"misdated_successor",
     [](StandingRef const& s) {
       auto const& body = s.model.misdated_issuer(s.index);
       return body ? text(body->successor) : Val{};
     }},
};

struct DateRef {
  Facts const& facts;
  DateMention const& mention;
};

// What the date belongs to.
Val owner(DateRef const& d) {
  auto const holds = [&](auto const& each) { return each.span.overlaps(d.mention.span); };
  auto const& [components, citations] = std::tie(d.facts.components, d.facts.citations);
  if (std::ranges::any_of(components, [&](Component const& c) { return c.kind == ComponentKind::place_date && holds(c); }))
    return std::string_view("place-date");
  return std::ranges::any_of(citations, holds) ? Val{std::string_view("citation")} : Val{};
}

constexpr Getter<DateRef> date_getters[] = {
    {"date", [](DateRef const& d) { return known(d.mention.date); }},
    {"day", [](DateRef const& d) { return text(d.mention.day_text); }},
    {"month", [](DateRef const& d) { return text(d.mention.month_text); }},
    {"year", [](DateRef const& d) { return text(d.mention.year_text); }},
    {"long_form", [](DateRef const& d) { return Val{d.mention.long_form}; }},
    {"owner", owner},
};

struct OutlineRef {
  Model const& model;
  OutlineNode const& node;
  std::size_t index;
};
constexpr Getter<OutlineRef> outline_getters[] = {
    {"kind", [](OutlineRef const& o) { return Val{to_string(o.node.kind)}; }},
    {"label", [](OutlineRef const& o) { return text(o.node.label); }},
    {"marker", [](OutlineRef const& o) { return text(o.node.marker); }},
    {"title", [](OutlineRef const& o) { return text(o.node.title); }},
    {"depth", [](OutlineRef const& o) { return Val{std::int64_t{o.model.depth(o.index)}}; }},
    {"parent",
     [](OutlineRef const& o) {
       return o.model.depth(o.index) == 0 ? Val{} : Val{to_string(o.model.facts().outline[static_cast<std::size_t>(o.node.parent)].kind)};
     }},
};

struct ReferenceRef {
  Facts const& facts;
  InternalReference const& reference;
};
constexpr Getter<ReferenceRef> reference_getters[] = {
    {"status", [](ReferenceRef const& r) { return Val{to_string(r.reference.status)}; }},
    {"kind", [](ReferenceRef const& r) { return Val{to_string(r.reference.path.back().kind)}; }},
    {"label", [](ReferenceRef const& r) { return text(r.reference.path.back().label); }},
    {"path", [](ReferenceRef const& r) { return text(r.reference.words); }},
    {"type", [](ReferenceRef const& r) { return text(r.reference.type); }},
    {"missing", [](ReferenceRef const& r) { return text(r.reference.missing_words); }},
    {"last",
     [](ReferenceRef const& r) {
       return r.reference.last < 0 ? Val{} : text(r.facts.outline[static_cast<std::size_t>(r.reference.last)].marker);
     }},
};

struct ItemRef {
  std::string_view text;
  std::span<Span const> items;
  std::uint32_t index;
};
// A sign directly behind an item that is neither letter nor digit nor blank.
Val end_mark(ItemRef const& i) {
  std::size_t const begin = i.items[i.index].end;
  if (begin >= i.text.size()) return {};
  auto end = begin;
  auto const c = next_code_point(i.text, end);
  if (c <= ' ' || is_letter(c) || is_digit(c)) return {};
  return i.text.substr(begin, end - begin);
}
constexpr Getter<ItemRef> item_getters[] = {
    {"index", [](ItemRef const& i) { return Val{std::int64_t{i.index}}; }},
    {"last", [](ItemRef const& i) { return Val{i.index + 1 == i.items.size()}; }},
    {"end_mark", end_mark},
};

Val of_first(Model const& m, ComponentKind kind, std::string_view name) {
  auto const* component = m.first(kind);
  auto const* field = component == nullptr ? nullptr : component->field(name);
  return field == nullptr ? Val{} : val(field->value);
}
Val doc_type(Model const& m, std::string_view DocType::*member) {
  auto const* type = doc_type_by_slug(m.facts().type);
  return type == nullptr ? Val{} : text(type->*member);
}
// The trích yếu without V/v.
Val subject(Model const& m) {
  auto const* component = m.first(ComponentKind::subject);
  if (component == nullptr) return {};
  auto span = component->span;
  auto const* prefix = component->field("prefix");
  if (prefix != nullptr && !prefix->span.empty() && span.contains(prefix->span)) span.begin = prefix->span.end;
  auto rest = slice(m.document().text, span);
  rest.remove_prefix(std::min(rest.find_first_not_of(" :"), rest.size()));
  return text(rest);
}
using K = ComponentKind;
constexpr Getter<Model> document_getters[] = {
    {"family", [](Model const& m) { return Val{to_string(m.facts().family)}; }},
    {"family_reason",
     [](Model const& m) {
       return text(std::string_view(m.language() == Language::vi ? m.facts().family_reason_vi : m.facts().family_reason_en));
     }},
    {"type", [](Model const& m) { return text(m.facts().type); }},
    {"type_name", [](Model const& m) { return doc_type(m, &DocType::name); }},
    {"type_abbr", [](Model const& m) { return doc_type(m, &DocType::abbr); }},
    {"stage", [](Model const& m) { return Val{std::string_view(m.stage() == Stage::draft ? "draft" : "issued")}; }},
    {"date", [](Model const& m) { return known(m.date()); }},
    {"encoding", [](Model const& m) { return Val{to_string(m.document().encoding)}; }},
    {"font_encoding",
     [](Model const& m) {
       auto const& parts = m.document().font_texts;
       return parts.empty() ? Val{} : Val{to_string(parts.front().page)};
     }},
    {"header_lost", [](Model const& m) { return Val{m.facts().header_lost}; }},
    {"body_only", [](Model const& m) { return Val{m.facts().body_only}; }},
    {"issuer", [](Model const& m) { return of_first(m, K::issuer, "name"); }},
    {"governing_body", [](Model const& m) { return of_first(m, K::governing_body, "name"); }},
    {"number", [](Model const& m) { return of_first(m, K::number, "number"); }},
    {"symbol", [](Model const& m) { return of_first(m, K::number, "symbol"); }},
    {"type_code", [](Model const& m) { return of_first(m, K::number, "type_code"); }},
    {"body_code", [](Model const& m) { return of_first(m, K::number, "body_code"); }},
    {"unit_code", [](Model const& m) { return of_first(m, K::number, "unit_code"); }},
    {"place", [](Model const& m) { return of_first(m, K::place_date, "place"); }},
    {"subject", subject},
    {"authority_prefix", [](Model const& m) { return of_first(m, K::signing_authority, "prefix"); }},
    {"signer_position", [](Model const& m) { return of_first(m, K::signer_position, "position"); }},
    {"signer_name", [](Model const& m) { return of_first(m, K::signer_name, "name"); }},
    {"house_name", [](Model const& m) { return text(m.office().name); }},
    {"house_symbol", [](Model const& m) { return text(m.office().symbol); }},
    {"house_place", [](Model const& m) { return text(m.office().place); }},
    {"house_units",
     [](Model const& m) {
       return m.office().units.empty() ? Val{} : Val{ListView{m.office().units, {}}};
     }},
    {"house_issuer",
     [](Model const& m) {
       auto const issuer = own_issuer(m.facts(), m.office());
       return issuer ? Val{to_string(*issuer)} : Val{};
     }},
    {"house_symbol_fits", [](Model const& m) { return truth(own_symbol(m.facts(), m.office())); }},
    {"house_place_fits", [](Model const& m) { return truth(own_place(m.facts(), m.office())); }},
    {"house_unit_fits", [](Model const& m) { return truth(own_unit(m.facts(), m.office())); }},
};

struct AnomalyRef {
  Model const& model;
  Anomaly const& anomaly;
};
bool in_identifier(AnomalyRef const& a) {
  auto const& citations = a.model.facts().citations;
  auto const at = a.anomaly.span.begin;
  auto const next = std::ranges::upper_bound(citations, at, {}, [](Citation const& c) { return c.span.begin; });
  if (next == citations.begin()) return false;
  auto const identifier = std::prev(next)->identifier_span;
  return identifier.begin <= at && at < identifier.end;
}
constexpr Getter<AnomalyRef> anomaly_getters[] = {
    {"kind", [](AnomalyRef const& a) { return Val{to_string(a.anomaly.kind)}; }},
    {"in_identifier", [](AnomalyRef const& a) { return Val{in_identifier(a)}; }},
};

struct SectionRef {
  Model const& model;
  Section const& section;
  std::size_t index;
};
// A table beside those of the header and of the signatures.
bool has_content_table(Model const& model, std::size_t section) {
  auto const& blocks = model.document().layout->blocks;
  return std::ranges::any_of(model.facts().paragraphs, [&](ParagraphFacts const& p) {
    return blocks[p.block].section == section && blocks[p.block].region == Region::table && (p.attached || p.component == K::body);
  });
}
Val millimetres(std::int32_t twips) { return Val{(std::int64_t{twips} * 254 + (twips < 0 ? -7200 : 7200)) / 14400}; }
Val margin(SectionRef const& s, std::int32_t Section::*side) { return s.section.width == 0 ? Val{} : millimetres(s.section.*side); }
template <class F>
Val of_page_number(SectionRef const& s, F f) {
  return s.section.page_number.part == PagePart::none ? Val{} : Val{f(s.section.page_number)};
}
constexpr Getter<SectionRef> section_getters[] = {
    {"index", [](SectionRef const& s) { return Val{static_cast<std::int64_t>(s.index)}; }},
    {"width", [](SectionRef const& s) { return s.section.width == 0 ? Val{} : millimetres(s.section.width); }},
    {"height", [](SectionRef const& s) { return s.section.height == 0 ? Val{} : millimetres(s.section.height); }},
    {"landscape", [](SectionRef const& s) { return Val{s.section.width > s.section.height}; }},
    {"top", [](SectionRef const& s) { return margin(s, &Section::top); }},
    {"bottom", [](SectionRef const& s) { return margin(s, &Section::bottom); }},
    {"left", [](SectionRef const& s) { return margin(s, &Section::left); }},
    {"right", [](SectionRef const& s) { return margin(s, &Section::right); }},
    {"tables", [](SectionRef const& s) { return Val{has_content_table(s.model, s.index)}; }},
    {"attached",
     [](SectionRef const& s) {
       auto const& paragraphs = s.model.facts().paragraphs;
       return Val{s.section.first_block < paragraphs.size() && paragraphs[s.section.first_block].attached};
     }},
    {"page_number",
     [](SectionRef const& s) {
       return of_page_number(s, [](PageNumber const& n) { return std::string_view(n.part == PagePart::header ? "header" : "footer"); });
     }},
    {"page_number_alignment",
     [](SectionRef const& s) { return of_page_number(s, [](PageNumber const& n) { return to_string(n.alignment); }); }},
    {"page_number_on_first", [](SectionRef const& s) { return of_page_number(s, [](PageNumber const& n) { return n.on_first_page; }); }},
    {"page_number_arabic", [](SectionRef const& s) { return of_page_number(s, [](PageNumber const& n) { return n.arabic; }); }},
    {"page_number_start",
     [](SectionRef const& s) {
       auto const start = s.section.page_number.start;
       return start ? Val{std::int64_t{*start}} : Val{};
     }},
    {"page_number_size",
     [](SectionRef const& s) { return of_page_number(s, [](PageNumber const& n) { return std::int64_t{(n.format.size + 1) / 2}; }); }},
    {"page_number_italic", [](SectionRef const& s) { return of_page_number(s, [](PageNumber const& n) { return n.format.italic; }); }},
    {"page_number_font", [](SectionRef const& s) { return text(s.section.page_number.format.font); }},
};

struct ParagraphRef {
  Model const& model;
  ParagraphFacts const& facts;
  BlockLayout const& block;
};
Val name_of(std::optional<OutlineKind> kind) { return kind ? Val{to_string(*kind)} : Val{}; }
Val percent_of(std::uint8_t percent) { return Val{std::int64_t{percent}}; }
constexpr Getter<ParagraphRef> paragraph_getters[] = {
    {"component", [](ParagraphRef const& p) { return p.facts.component ? Val{to_string(*p.facts.component)} : Val{}; }},
    {"first_of_component", [](ParagraphRef const& p) { return Val{p.facts.first_of_component}; }},
    {"last_of_component", [](ParagraphRef const& p) { return Val{p.facts.last_of_component}; }},
    {"label_of", [](ParagraphRef const& p) { return name_of(p.facts.label_of); }},
    {"title_of", [](ParagraphRef const& p) { return name_of(p.facts.title_of); }},
    {"attached", [](ParagraphRef const& p) { return Val{p.facts.attached}; }},
    {"region", [](ParagraphRef const& p) { return Val{to_string(p.block.region)}; }},
    {"fonts",
     [](ParagraphRef const& p) {
       return Val{ListView{p.facts.fonts, {}}};
     }},
    {"sizes",
     [](ParagraphRef const& p) {
       return Val{ListView{p.facts.sizes, {}}};
     }},
    {"smallest", [](ParagraphRef const& p) { return p.facts.smallest == 0 ? Val{} : Val{std::int64_t{p.facts.smallest / 2}}; }},
    {"largest", [](ParagraphRef const& p) { return p.facts.largest == 0 ? Val{} : Val{std::int64_t{(p.facts.largest + 1) / 2}}; }},
    {"bold", [](ParagraphRef const& p) { return percent_of(p.facts.bold); }},
    {"italic", [](ParagraphRef const& p) { return percent_of(p.facts.italic); }},
    {"underlined", [](ParagraphRef const& p) { return percent_of(p.facts.underlined); }},
    {"marker_bold", [](ParagraphRef const& p) { return p.facts.label_of ? percent_of(p.facts.marker_bold) : Val{}; }},
    {"color", [](ParagraphRef const& p) { return text(p.facts.color); }},
    {"alignment", [](ParagraphRef const& p) { return Val{to_string(p.block.format.alignment)}; }},
    {"centered", [](ParagraphRef const& p) { return truth(p.facts.centered); }},
    {"wraps", [](ParagraphRef const& p) { return Val{p.facts.wraps}; }},
    {"indent", [](ParagraphRef const& p) { return p.facts.indent ? millimetres(*p.facts.indent) : Val{}; }},
    {"gap", [](ParagraphRef const& p) { return p.facts.gap ? Val{std::int64_t{(*p.facts.gap + 10) / 20}} : Val{}; }},
    {"space_above",
     [](ParagraphRef const& p) { return p.facts.space_above ? Val{(std::int64_t{*p.facts.space_above} + 10) / 20} : Val{}; }},
    {"level", [](ParagraphRef const& p) { return truth(p.facts.level); }},
    {"framed", [](ParagraphRef const& p) { return truth(p.facts.framed); }},
    {"own_pages", [](ParagraphRef const& p) { return truth(p.facts.own_pages); }},
    {"line_spacing", [](ParagraphRef const& p) { return Val{std::int64_t{p.facts.line_spacing}}; }},
    {"rule_line", [](ParagraphRef const& p) { return p.facts.rule_line ? Val{*p.facts.rule_line} : Val{}; }},
    {"rule_line_percent", [](ParagraphRef const& p) { return number(p.facts.rule_line_percent); }},
};

constexpr Getter<SuppressionNode> suppression_getters[] = {
    {"state", [](SuppressionNode const& s) { return Val{s.state}; }},
    {"problem", [](SuppressionNode const& s) { return text(s.problem); }},
    {"code", [](SuppressionNode const& s) { return text(s.code); }},
    {"nearest", [](SuppressionNode const& s) { return text(s.nearest); }},
    {"reason", [](SuppressionNode const& s) { return text(s.reason); }},
    {"until", [](SuppressionNode const& s) { return s.until ? Val{*s.until} : Val{}; }},
    {"origin", [](SuppressionNode const& s) { return Val{to_string(s.origin)}; }},
    {"whole_file", [](SuppressionNode const& s) { return Val{s.whole_file}; }},
};

// The text of a section: from its first block to that of the next.
Span section_span(Document const& document, std::size_t section) {
  auto const& sections = document.layout->sections;
  auto const begin_of = [&](std::size_t i) {
    return i < sections.size() && sections[i].first_block < document.blocks.size() ? document.blocks[sections[i].first_block].span.begin
                                                                                   : static_cast<std::uint32_t>(document.text.size());
  };
  return {begin_of(section), begin_of(section + 1)};
}

ComponentKind list_component(NodeKind item) { return item == NodeKind::recipient ? K::recipients : K::addressees; }

std::span<Span const> item_spans(Component const& component) {
  auto const* items = component.field("items");
  return items == nullptr ? std::span<Span const>{} : items->items;
}

std::optional<Span> present(Span span) { return span.empty() ? std::nullopt : std::optional(span); }

std::optional<Span> reference_part(Facts const& facts, InternalReference const& r, std::uint32_t part) {
  auto const label = [&](int node) { return node < 0 ? std::nullopt : present(facts.outline[static_cast<std::size_t>(node)].label_span); };
  switch (part) {
    case 0: return r.missing < 0 ? std::nullopt : std::optional(r.path[static_cast<std::size_t>(r.missing)].span);
    case 1: return label(r.last);
    default: return label(r.path.back().target);
  }
}

std::optional<Span> citation_part(Citation const& c, std::size_t part) {
  Span const spans[] = {c.type_span, c.identifier_span, c.symbol_span, c.date_span, c.issuer_span, c.title_span};  // NodeDef::parts
  return present(spans[part]);
}

std::optional<Span> component_part(Component const& component, std::string_view name) {
  auto const* field = component.field(name);
  if (field == nullptr || std::holds_alternative<std::monostate>(field->value)) return std::nullopt;
  if (!field->items.empty()) return present({field->items.front().begin, field->items.back().end});
  return present(field->span);
}

}  // namespace

bool ListView::contains(std::string_view item) const {
  return std::find(strings.begin(), strings.end(), item) != strings.end() || std::find(views.begin(), views.end(), item) != views.end();
}

Model::Model(Document const& document, Facts const& facts, Date date, Stage stage, Language language,
             std::span<SuppressionNode const> suppressions, Office const* office, Registry const* registry)
    : document_(&document),
      facts_(&facts),
      date_(date),
      stage_(stage),
      language_(language),
      suppressions_(suppressions),
      office_(office),
      registry_(registry) {
  std::vector<Node> found;
  found.reserve(2 * facts.components.size() + facts.citations.size() + facts.dates.size() + document.anomalies.size() +
                facts.outline.size() + suppressions.size() + 1);
  auto const add = [&](NodeKind kind, std::size_t index, std::size_t item = 0) {
    found.push_back({kind, static_cast<std::uint32_t>(index), static_cast<std::uint32_t>(item)});
    ++first_[static_cast<std::size_t>(kind) + 1];
  };
  add(NodeKind::document, 0);
  for (std::size_t i = 0; i < facts.components.size(); ++i) {
    auto const& component = facts.components[i];
    add(node_kind(component.kind), i);
    for (auto const kind : {NodeKind::recipient, NodeKind::addressee})
      if (component.kind == list_component(kind))
        for (std::size_t item = 0; item < item_spans(component).size(); ++item) add(kind, i, item);
  }
  for (std::size_t i = 0; i < facts.citations.size(); ++i) add(NodeKind::citation, i);
  for (std::size_t i = 0; i < facts.dates.size(); ++i) add(NodeKind::date, i);
  for (std::size_t i = 0; i < document.anomalies.size(); ++i) add(NodeKind::anomaly, i);
  for (std::size_t i = 0; i < suppressions.size(); ++i) add(NodeKind::suppression, i);
  if (document.layout)
    for (std::size_t i = 0; i < document.layout->sections.size(); ++i) add(NodeKind::section, i);
  for (std::size_t i = 0; i < facts.paragraphs.size(); ++i) add(NodeKind::paragraph, i);
  for (std::size_t i = 0; i < facts.references.size(); ++i) add(NodeKind::reference, i);
  depths_.reserve(facts.outline.size());
  for (std::size_t i = 0; i < facts.outline.size(); ++i) {
    add(NodeKind::outline, i);
    auto const parent = facts.outline[i].parent;
    depths_.push_back(parent >= 0 && static_cast<std::size_t>(parent) < i ? depths_[static_cast<std::size_t>(parent)] + 1 : 0);
  }
  std::partial_sum(first_.begin(), first_.end(), first_.begin());
  nodes_.resize(found.size());
  auto next = first_;
  for (auto const& node : found) nodes_[next[static_cast<std::size_t>(node.kind)]++] = node;
}

Office const& Model::office() const {
  static Office const unknown;
  return office_ == nullptr ? unknown : *office_;
}

Standing const& Model::standing(std::size_t citation) const {
  if (!standings_) standings_ = standings(facts_->citations, date_, registry_);
  return (*standings_)[citation];
}

std::optional<RegisteredBody> const& Model::misdated_issuer(std::size_t citation) const {
  misdated_.resize(facts_->citations.size());
  auto& body = misdated_[citation];
  if (!body) body = vanthu::misdated_issuer(facts_->citations[citation], registry_);
  return *body;
}

Component const* Model::first(ComponentKind kind) const {
  auto const all = nodes(node_kind(kind));
  return all.empty() ? nullptr : &facts_->components[all.front().index];
}

Span Model::span(Node node) const {
  switch (node.kind) {
    case NodeKind::citation: return facts_->citations[node.index].span;
    case NodeKind::date: return facts_->dates[node.index].span;
    case NodeKind::reference: return facts_->references[node.index].span;
    case NodeKind::anomaly: return document_->anomalies[node.index].span;
    case NodeKind::section: return section_span(*document_, node.index);
    case NodeKind::paragraph: return document_->blocks[facts_->paragraphs[node.index].block].span;
    case NodeKind::suppression: return suppressions_[node.index].place;
    case NodeKind::recipient:
    case NodeKind::addressee: return item_spans(facts_->components[node.index])[node.item];
    case NodeKind::document: return {0, static_cast<std::uint32_t>(document_->text.size())};
    case NodeKind::outline: {
      auto span = facts_->outline[node.index].span;
      auto const line = slice(document_->text, span).find('\n');
      if (line != std::string_view::npos) span.end = span.begin + static_cast<std::uint32_t>(line);
      return span;
    }
  }
  return facts_->components[node.index].span;
}

Val Model::field(Node node, std::uint32_t field) const {
  if (field == 0 && node.kind == NodeKind::suppression) return Val{std::string_view(suppressions_[node.index].text)};
  if (field == 0) return slice(document_->text, span(node));
  auto const i = field - 1;
  switch (node.kind) {
    case NodeKind::citation:
      if (i >= citation_fields) return standing_getters[i - citation_fields].get({*this, node.index});
      return citation_getters[i].get(facts_->citations[node.index]);
    case NodeKind::date: return date_getters[i].get({*facts_, facts_->dates[node.index]});
    case NodeKind::outline: return outline_getters[i].get({*this, facts_->outline[node.index], node.index});
    case NodeKind::reference: return reference_getters[i].get({*facts_, facts_->references[node.index]});
    case NodeKind::recipient:
    case NodeKind::addressee: return item_getters[i].get({document_->text, item_spans(facts_->components[node.index]), node.item});
    case NodeKind::document: return document_getters[i].get(*this);
    case NodeKind::anomaly: return anomaly_getters[i].get({*this, document_->anomalies[node.index]});
    case NodeKind::section: return section_getters[i].get({*this, document_->layout->sections[node.index], node.index});
    case NodeKind::paragraph: {
      auto const& paragraph = facts_->paragraphs[node.index];
      return paragraph_getters[i].get({*this, paragraph, document_->layout->blocks[paragraph.block]});
    }
    case NodeKind::suppression: return suppression_getters[i].get(suppressions_[node.index]);
  }
  auto const* found = facts_->components[node.index].field(node_def(node.kind).fields[i].name);
  return found == nullptr ? Val{} : val(found->value);
}

std::optional<Span> Model::place(Node node, Place place) const {
  auto const whole = span(node);
  switch (place.kind) {
    case PlaceKind::none: return std::nullopt;
    case PlaceKind::whole: return whole;
    case PlaceKind::start: return Span{whole.begin, whole.begin};
    case PlaceKind::end: return Span{whole.end, whole.end};
    case PlaceKind::component: {
      auto const* component = first(static_cast<ComponentKind>(place.index));
      return component == nullptr ? std::nullopt : std::optional(component->span);
    }
    case PlaceKind::part: break;
  }
  if (is_component(node.kind)) return component_part(facts_->components[node.index], node_def(node.kind).fields[place.index].name);
  if (node.kind == NodeKind::citation) return citation_part(facts_->citations[node.index], place.index);
  if (node.kind == NodeKind::reference) return reference_part(*facts_, facts_->references[node.index], place.index);
  auto const& division = facts_->outline[node.index];
  return present(place.index == 0 ? division.label_span : division.title_span);
}

std::optional<SourceRange> Model::outside_text(Node node) const {
  return node.kind == NodeKind::suppression ? suppressions_[node.index].outside_text : std::nullopt;
}

Span Model::place_of_missing(ComponentKind kind) const {
  for (auto before = static_cast<int>(kind) - 1; before >= 0; --before)
    if (auto const there = nodes(static_cast<NodeKind>(before)); !there.empty()) {
      auto const end = facts_->components[there.back().index].span.end;
      return {end, end};
    }
  if (facts_->components.empty()) return {};
  auto const begin = facts_->components.front().span.begin;
  return {begin, begin};
}

std::vector<std::string_view> model_fields(NodeKind kind) {
  auto const names = [](auto const& getters) {
    std::vector<std::string_view> out;
    for (auto const& getter : getters) out.push_back(getter.name);
    return out;
  };
  switch (kind) {
    case NodeKind::citation: {
      auto all = names(citation_getters);
      std::ranges::copy(names(standing_getters), std::back_inserter(all));
      return all;
    }
    case NodeKind::date: return names(date_getters);
    case NodeKind::outline: return names(outline_getters);
    case NodeKind::reference: return names(reference_getters);
    case NodeKind::recipient:
    case NodeKind::addressee: return names(item_getters);
    case NodeKind::document: return names(document_getters);
    case NodeKind::anomaly: return names(anomaly_getters);
    case NodeKind::section: return names(section_getters);
    case NodeKind::paragraph: return names(paragraph_getters);
    case NodeKind::suppression: return names(suppression_getters);
  }
  return {};
}

}  // namespace vanthu
