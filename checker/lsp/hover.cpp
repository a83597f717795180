#include "lsp/hover.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "lsp/component_words.hpp"
#include "lsp/words.hpp"
#include "report/registry_text.hpp"
#include "report/rule_text.hpp"
#include "vanthu/registry.hpp"

namespace vanthu::lsp {
namespace {

// Text of a document as Markdown has it literally.
std::string literal(std::string_view text) {
  std::string out;
  for (auto const c : text) {
    if (std::string_view("\\`*_{}[]<>#|~").find(c) != std::string_view::npos) out += '\\';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
  return out;
}

std::string day(Date d) {
  auto const part = [](int n) { return n == 0 ? std::string("…") : fmt::format("{:02}", n); };
  return fmt::format("{}/{}/{}", part(d.day), part(d.month), d.year);
}

std::string about(Diagnostic const& d, Analysis const& analysis, Language language) {
  auto out = fmt::format("**{}** `{}`\n\n", literal(d.message), d.code);
  if (auto const* rule = analysis.policy ? analysis.policy->rules.find(d.code) : nullptr) out += report::rule_markdown(*rule, language);
  return out;
}

std::string about(Citation const& citation, Standing const& standing, Language language) {
  auto out = fmt::format("**{}** · {}\n\n", literal(fmt::format("{} {}", citation.type, citation.identifier.value_or(citation.title))),
                         report::status_word(standing.status, language));
  if (!standing.document) return out;
  auto const& d = *standing.document;
  auto const line = [&](std::string_view vi, std::string_view en, std::string const& value) {
    if (!value.empty()) out += fmt::format("- {}: {}\n", say(language, vi, en), literal(value));
  };
  auto const date = [](Date known) { return known.year == 0 ? std::string() : day(known); };
  line("trích yếu", "title", d.title);
  line("cơ quan ban hành", "issued by", d.issuer);
  line("ngày ban hành", "issued", date(d.issued));
  line("có hiệu lực từ", "in force from", date(d.effective));
  line("hết hiệu lực từ", "no longer in force since", date(d.expired));
  line("thay thế bằng", "replaced by", standing.successor);
  for (auto const& amendment : standing.amended) line("được sửa đổi bởi", "amended by", amendment.by);
  return out;
}

std::string about(Component const& component, Language language) {
  return fmt::format("**{}**: {}\n", name_of(component.kind, language), explanation_of(component.kind, language));
}

}  // namespace

std::optional<Hover> hover_at(OpenDocument const& document, Analysis const& analysis, TextPosition at, Machine const& machine) {
  constexpr std::size_t most = 3;  // findings
  auto const* checked = analysis.checked();
  if (checked == nullptr) return std::nullopt;
  auto const language = analysis.language(machine.language);
  auto const source = document.buffer.offset(at);
  auto const place = text_offset(checked->document.map, source);

  std::string text;
  std::optional<SourceRange> range;
  auto const add = [&](std::string const& more, SourceRange of) {
    if (!text.empty()) text += "\n---\n\n";
    text += more;
    if (!range) range = of;
  };
  std::size_t told = 0;
  for (auto const& d : checked->diagnostics) {
    auto const of = source_range(checked->document, d);
    if (d.suppressed || analysis.judgement.excluded || source < of.begin || source > of.end || told == most) continue;
    add(about(d, analysis, language), of);
    ++told;
  }
  auto const& map = checked->document.map;
  auto const holds = [&](Span span) { return span.begin <= place && place < span.end; };
  for (auto const& citation : checked->facts.citations) {
    if (!holds(citation.span) || !analysis.policy) continue;
    auto const& options = analysis.policy->options;
    auto const date = options.date.value_or(checked->facts.date.year != 0 ? checked->facts.date : options.today);
    auto const& whole = citation.short_for ? checked->facts.citations[*citation.short_for] : citation;
    auto standing = standings({whole}, date, options.registry);
    if (options.registry != nullptr) add_amendments(standing, date, *options.registry);
    add(about(whole, standing.front(), language), map.to_source(citation.span));
  }
  Component const* inner = nullptr;
  for (auto const& component : checked->facts.components)
    if (holds(component.span) && (inner == nullptr || component.span.size() < inner->span.size())) inner = &component;
  if (inner != nullptr && (inner->kind != ComponentKind::body || text.empty())) add(about(*inner, language), map.to_source(inner->span));
  if (!range) return std::nullopt;
  return Hover{std::move(text), document.buffer.range(*range)};
}

}  // namespace vanthu::lsp
