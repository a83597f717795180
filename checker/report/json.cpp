// JSON of contracts vanthu.check/1 and vanthu.parse/1. The only file that includes the JSON library.
#include "report/json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "engine/fingerprint.hpp"
#include "report/rule_text.hpp"
#include "vanthu/schema.hpp"

namespace vanthu::report {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(Json const& json, bool indented = false) {
  return json.dump(indented ? 2 : -1, ' ', false, Json::error_handler_t::replace);
}

Json place(Document const& document, std::uint32_t source_offset) {
  auto const at = document.position(source_offset);
  if (document.format == Format::docx)
    return {{"offset", nullptr}, {"line", nullptr}, {"column", nullptr}, {"paragraph", at.line}, {"character", at.column - 1}};
  return {{"offset", at.offset}, {"line", at.line}, {"column", at.column}};
}

Json place(Document const& document, SourceRange range) {
  return {{"start", place(document, range.begin)}, {"end", place(document, range.end)}};
}

Json place(Document const& document, Span span) { return place(document, document.map.to_source(span)); }

Json text_or_null(std::string_view text) { return text.empty() ? Json() : Json(text); }

template <class T>
Json value_or_null(std::optional<T> const& value) {
  return value ? Json(*value) : Json();
}

Json date_or_null(Date date) { return date == Date{} ? Json() : Json(to_string(date)); }

Json value_json(Value const& value) {
  struct Visitor {
    Json operator()(std::monostate) const { return nullptr; }
    Json operator()(Date date) const { return date_or_null(date); }
    Json operator()(bool b) const { return b; }
    Json operator()(std::int64_t n) const { return n; }
    Json operator()(std::string const& s) const { return s; }
    Json operator()(std::vector<std::string> const& list) const { return list; }
  };
  return std::visit(Visitor{}, value);
}

Json basis_json(Basis const& basis) {
  if (basis.source.empty()) return nullptr;
  return {{"source", basis.source}, {"clause", text_or_null(basis.clause)}, {"force", basis.force}};
}

Json fix_json(Document const& document, Fix const& fix) {
  auto edits = Json::array();
  for (auto const& edit : fix.edits) edits.push_back({{"span", place(document, edit.span)}, {"text", edit.text}});
  return {{"title", fix.title}, {"safety", to_string(fix.safety)}, {"edits", std::move(edits)}};
}

Json suppressed_json(std::optional<Suppressed> const& suppressed) {
  if (!suppressed) return nullptr;
  return {{"origin", to_string(suppressed->origin)}, {"reason", suppressed->reason}};
}

Json diagnostic_json(Document const& document, Diagnostic const& diagnostic) {
  auto related = Json::array();
  for (auto const& r : diagnostic.related) related.push_back({{"span", place(document, r.span)}, {"message", r.message}});
  auto fixes = Json::array();
  for (auto const& fix : diagnostic.fixes) fixes.push_back(fix_json(document, fix));
  return {{"code", diagnostic.code},
          {"name", diagnostic.name},
          {"severity", to_string(diagnostic.severity)},
          {"message", diagnostic.message},
          {"span", place(document, source_range(document, diagnostic))},
          {"basis", basis_json(diagnostic.basis)},
          {"related", std::move(related)},
          {"fixes", std::move(fixes)},
          {"fingerprint", fingerprint_text(diagnostic.fingerprint)},
          {"suppressed", suppressed_json(diagnostic.suppressed)}};
}

Json component_json(Document const& document, Component const& component) {
  auto fields = Json::object();
  for (auto const& def : component_fields(component.kind)) {
    auto const* field = component.field(def.name);
    fields[std::string(def.name)] = field ? value_json(field->value) : Json();
  }
  return {{"kind", to_string(component.kind)},
          {"text", slice(document.text, component.span)},
          {"span", place(document, component.span)},
          {"fields", std::move(fields)}};
}

std::string_view to_string(CitationFamily family) {
  switch (family) {
    case CitationFamily::state: return "state";
    case CitationFamily::law: return "law";
    case CitationFamily::party: return "party";
  }
  return {};
}

Json standing_json(Standing const& s) {
  Json out = {{"status", to_string(s.status)}};
  if (!s.candidate.empty()) out["candidate"] = s.candidate;
  if (!s.document) return out;
  auto const& d = *s.document;
  auto amended = Json::array();
  for (auto const& a : s.amended)
    amended.push_back({{"by", a.by}, {"issued", date_or_null(a.issued)}, {"effective", date_or_null(a.effective)}});
  out["type"] = d.type;
  out["number"] = d.number;
  out["issuer"] = text_or_null(d.issuer);
  out["date"] = date_or_null(d.issued);
  out["effective"] = date_or_null(d.effective);
  out["expired"] = date_or_null(d.expired);
  out["replaced_by"] = text_or_null(d.replaced_by);
  out["title"] = text_or_null(d.title);
  out["confidence"] = to_string(d.confidence);
  out["own"] = d.own;
  out["differs"] = s.differs;
  out["amended"] = std::move(amended);
  return out;
}

// `whole`: the citation that a short name was given to, else null.
Json citation_json(Document const& document, Citation const& c, Citation const* whole, Standing const& standing) {
  auto articles = Json::array();
  for (auto const& a : c.articles)
    articles.push_back({{"article", text_or_null(a.article)}, {"clause", text_or_null(a.clause)}, {"point", text_or_null(a.point)}});
  return {{"text", slice(document.text, c.span)},
          {"span", place(document, c.span)},
          {"family", to_string(c.family)},
          {"type", text_or_null(c.type)},
          {"type_text", text_or_null(c.type_text)},
          {"identifier", value_or_null(c.identifier)},
          {"canonical", value_or_null(c.canonical)},
          {"number", value_or_null(c.number)},
          {"year", value_or_null(c.year)},
          {"symbol", value_or_null(c.symbol)},
          {"date", date_or_null(c.date)},
          {"issuer", text_or_null(c.issuer)},
          {"title", text_or_null(c.title)},
          {"articles", std::move(articles)},
          {"mention", c.mention == Mention::first ? "first" : "later"},
          {"well_formed", c.well_formed},
          {"defects", c.defects},
          {"type_code", text_or_null(c.type_code)},
          {"body_code", text_or_null(c.body_code)},
          {"legislature", value_or_null(c.legislature)},
          {"issuer_named_before", c.issuer_named_before},
          {"issuer_shared", c.issuer_shared},
          {"title_implied", c.title_implied},
          {"first_in_body", c.first_in_body},
          {"in_subject", c.in_subject},
          {"in_legal_basis", c.in_legal_basis},
          {"nested", c.nested},
          {"quoted", c.quoted},
          {"historical", c.historical},
          {"has_so", c.has_so},
          {"blank", c.blank},
          {"short_for", whole == nullptr ? Json() : Json(slice(document.text, whole->span))},
          {"registry", standing_json(standing)}};
}

// The flat outline as a tree. Children come after their parent, so going backwards every node is complete before it is moved up.
Json outline_json(Document const& document, std::vector<OutlineNode> const& outline) {
  std::vector<Json> children(outline.size(), Json::array());  // of each node, last first
  auto roots = Json::array();
  for (auto i = outline.size(); i-- > 0;) {
    auto const& node = outline[i];
    std::reverse(children[i].begin(), children[i].end());
    Json json = {{"kind", to_string(node.kind)},
                 {"label", node.label},
                 {"title", text_or_null(node.title)},
                 {"span", place(document, node.span)},
                 {"children", std::move(children[i])}};
    auto& siblings = node.parent >= 0 ? children[static_cast<std::size_t>(node.parent)] : roots;
    siblings.push_back(std::move(json));
  }
  std::reverse(roots.begin(), roots.end());
  return roots;
}

Json reference_json(Document const& document, Facts const& facts, InternalReference const& reference) {
  auto path = Json::array();
  for (auto const& step : reference.path) {
    Json target;
    if (step.target >= 0) target = place(document, facts.outline[static_cast<std::size_t>(step.target)].span);
    path.push_back({{"kind", to_string(step.kind)},
                    {"label", text_or_null(step.label)},
                    {"span", place(document, step.span)},
                    {"target", std::move(target)}});
  }
  return {{"text", slice(document.text, reference.span)},
          {"span", place(document, reference.span)},
          {"type", text_or_null(reference.type)},
          {"path", std::move(path)},
          {"status", to_string(reference.status)}};
}

std::string_view to_string(BlockKind kind) {
  switch (kind) {
    case BlockKind::paragraph: return "paragraph";
    case BlockKind::heading: return "heading";
    case BlockKind::list_item: return "list-item";
    case BlockKind::table_cell: return "table-cell";
  }
  return {};
}

// --- Rules --------------------------------------------------------------------------------------------------------------------------

Json both(Localized<Template> const& words) {
  if (words.vi.empty()) return nullptr;
  return {{"vi", template_text(words.vi)}, {"en", template_text(words.en)}};
}

Json fires_json(Rule const& rule) {
  Json out = {{"form", rule.form == Form::condition ? "condition" : rule.form == Form::check ? "check" : "phrases"}};
  out["on"] = rule.form == Form::condition ? Json(node_def(rule.on).name) : Json();
  out["when"] = text_or_null(rule.when_text);
  out["expect"] = text_or_null(rule.expect_text);
  out["check"] = text_or_null(rule.check_name);
  out["options"] = Json::object();
  for (auto const& [name, value] : rule.options)
    out["options"][name] = std::visit(
        [](auto const& held) {
          if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::vector<std::pair<std::string, std::string>>>) {
            auto table = Json::object();
            for (auto const& [key, text] : held) table[key] = text;
            return table;
          } else {
            return Json(held);
          }
        },
        value);
  out["phrases"] = Json::array();
  for (auto const& phrase : rule.phrases)
    out["phrases"].push_back({{"wrong", phrase.wrong}, {"right", phrase.has_right ? Json(phrase.right) : Json()}});
  return out;
}

Json applies_json(Rule const& rule) {
  auto families = Json::array();
  for (auto const family : {Family::administrative, Family::legislation, Family::party, Family::other})
    if ((rule.families >> static_cast<unsigned>(family) & 1U) != 0) families.push_back(to_string(family));
  auto needs = Json::array();
  if ((rule.needs & needs_layout) != 0) needs.push_back("layout");
  return {{"families", std::move(families)}, {"types", rule.types},
          {"not_types", rule.not_types},     {"stage", rule.stage ? Json(*rule.stage == Stage::draft ? "draft" : "issued") : Json()},
          {"from", date_or_null(rule.from)}, {"until", date_or_null(rule.until)},
          {"needs", std::move(needs)}};
}

Json rule_json(Rule const& rule) {
  Json out = {{"code", rule.code},
              {"name", rule.name},
              {"pack", rule.pack},
              {"severity", to_string(rule.severity)},
              {"severity_in_passing", to_string(std::min(rule.severity, rule.in_passing.severity))},
              {"enabled", rule.enabled},
              {"message", both(rule.message)},
              {"why", rule.why.vi.empty() ? Json() : Json{{"vi", rule.why.vi}, {"en", rule.why.en}}},
              {"basis", basis_json({std::string(rule.basis.source), std::string(rule.basis.clause), std::string(rule.basis.force)})},
              {"fires", fires_json(rule)},
              {"applies", applies_json(rule)}};
  bool const by_phrase = std::any_of(rule.phrases.begin(), rule.phrases.end(), [](Phrase const& p) { return p.has_right; });
  bool const fixes = rule.form == Form::check || by_phrase || rule.fix.action != FixAction::none;
  out["fix"] = fixes ? Json{{"safety", to_string(rule.fix.safety)}, {"with", text_or_null(template_text(rule.fix.with))}} : Json();
  out["examples"] = Json::array();
  for (auto const& example : rule.examples)
    out["examples"].push_back({{"bad", value_or_null(example.bad)}, {"good", value_or_null(example.good)}});
  out["changes"] = Json::array();
  for (auto const& change : rule.changes)
    out["changes"].push_back({{"file", change.file}, {"line", change.line}, {"reason", text_or_null(change.reason)}});
  return out;
}

}  // namespace

std::string_view version() { return VANTHU_VERSION; }

std::string check_json(Checked const& checked, bool with_schema) {
  auto const& document = checked.document;
  auto diagnostics = Json::array();
  for (auto const& diagnostic : checked.diagnostics) diagnostics.push_back(diagnostic_json(document, diagnostic));
  Json out;
  if (with_schema) out["schema"] = check_schema;
  out["file"] = document.name;
  out["family"] = to_string(checked.facts.family);
  out["type"] = checked.facts.type;
  out["rules"] = {{"evaluated", checked.rules.evaluated},
                  {"not_evaluated", checked.rules.not_evaluated},
                  {"not_applicable", checked.rules.not_applicable}};
  out["diagnostics"] = std::move(diagnostics);
  return dump(out);
}

std::string error_json(std::string_view file, ReadError const& error, Language language, std::string_view schema) {
  Json out;
  if (!schema.empty()) out["schema"] = schema;
  out["file"] = file;
  out["error"] = {{"kind", error.kind}, {"message", language == Language::vi ? error.message_vi : error.message_en}};
  return dump(out);
}

std::string check_json_head() {
  return fmt::format("{{\"schema\": {}, \"version\": {}, \"files\": [", dump(Json(check_schema)), dump(Json(version())));
}

std::string json_string(std::string_view text) { return dump(Json(text)); }

std::string check_json_tail(Totals const& totals, Interruption interruption, std::optional<BaselineTally> const& baseline,
                            Statistics const* statistics) {
  Json summary = {{"files", totals.files + totals.unreadable},
                  {"errors", totals.errors},
                  {"warnings", totals.warnings},
                  {"infos", totals.infos},
                  {"unreadable", totals.unreadable},
                  {"suppressed", totals.suppressed},
                  {"interrupted", interruption.interrupted},
                  {"not_checked", interruption.not_checked}};
  if (baseline) summary["baseline"] = {{"remaining", baseline->remaining}, {"gone", baseline->gone}};
  auto const counted = statistics ? fmt::format(", \"statistics\": {}", statistics_json(*statistics)) : std::string();
  return fmt::format("], \"summary\": {}{}}}\n", dump(summary), counted);
}

std::string parse_json(Document const& document, Facts const& facts, Stage stage, bool indented, std::span<Standing const> standings) {
  auto blocks = Json::array();
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    auto const& block = document.blocks[i];
    blocks.push_back({{"kind", to_string(block.kind)},
                      {"level", block.kind == BlockKind::heading ? Json(block.level) : Json()},
                      {"span", place(document, block.span)}});
    // The file itself shows no text to those who only have its bytes.
    if (document.format == Format::docx) blocks.back()["text"] = slice(document.text, block.span);
    if (document.layout) blocks.back()["region"] = to_string(document.layout->blocks[i].region);
  }
  auto components = Json::array();
  for (auto const& component : facts.components) components.push_back(component_json(document, component));
  auto citations = Json::array();
  for (std::size_t i = 0; i < facts.citations.size(); ++i) {
    auto const& c = facts.citations[i];
    auto const* whole = c.short_for ? &facts.citations[*c.short_for] : nullptr;
    citations.push_back(citation_json(document, c, whole, i < standings.size() ? standings[i] : Standing{}));
  }
  auto references = Json::array();
  for (auto const& reference : facts.references) references.push_back(reference_json(document, facts, reference));
  return dump({{"schema", parse_schema},
               {"file", document.name},
               {"format", to_string(document.format)},
               {"encoding", to_string(document.encoding)},
               {"family", to_string(facts.family)},
               {"type", facts.type},
               {"date", date_or_null(facts.date)},
               {"stage", stage == Stage::draft ? "draft" : "issued"},
               {"components", std::move(components)},
               {"citations", std::move(citations)},
               {"outline", outline_json(document, facts.outline)},
               {"references", std::move(references)},
               {"blocks", std::move(blocks)},
               {"problems", Json::array()}},
              indented);
}

std::string rules_json(std::span<Rule const> rules) {
  auto list = Json::array();
  for (auto const& rule : rules) list.push_back(rule_json(rule));
  return dump({{"schema", rules_schema}, {"version", version()}, {"rules", std::move(list)}}, true);
}

}  // namespace vanthu::report
