#include "lsp/navigate.hpp"

#include <algorithm>
#include <string>

#include "recognize/citation_mentions.hpp"
#include "text/unicode.hpp"

namespace vanthu::lsp {
namespace {

// Two citations with the same key are of one document. Empty: nothing to tell it by.
std::string key_of(Citation const& c) {
  if (c.identifier)
    return identifier_key(c.canonical ? *c.canonical : *c.identifier) + (c.number ? std::string() : c.type + to_string(c.date));
  return c.title.empty() ? std::string() : c.type + ": " + fold_ascii(c.title);
}

bool holds(Span span, std::uint32_t place) { return span.begin <= place && place <= span.end; }

// All citations of the document that is cited at `place`, in reading order.
std::vector<Span> mentions(Facts const& facts, std::uint32_t place) {
  auto const at = std::find_if(facts.citations.begin(), facts.citations.end(), [&](Citation const& c) { return holds(c.span, place); });
  if (at == facts.citations.end()) return {};
  auto const whole = [&](Citation const& c) -> Citation const& { return c.short_for ? facts.citations[*c.short_for] : c; };
  auto const key = key_of(whole(*at));
  std::vector<Span> out;
  for (auto const& c : facts.citations)
    if (&c == &*at || (!key.empty() && key_of(whole(c)) == key)) out.push_back(c.span);
  return out;
}

// Index into Facts::outline of the division that a reference leads to at `place`: in "khoản 3 Điều 5" the one that is pointed at; -1.
int target_at(InternalReference const& reference, std::uint32_t place) {
  for (auto const& step : reference.path)
    if (step.target >= 0 && holds(step.span, place)) return step.target;
  return holds(reference.span, place) ? reference.path.back().target : -1;
}

// The label of a division at `place`, or of the division that a reference there leads to; then all references to it.
std::vector<Span> division_and_references(Facts const& facts, std::uint32_t place) {
  auto target = -1;
  for (auto const& reference : facts.references)
    if (target < 0) target = target_at(reference, place);
  for (std::size_t i = 0; i < facts.outline.size(); ++i)
    if (target < 0 && holds(facts.outline[i].label_span, place)) target = static_cast<int>(i);
  if (target < 0) return {};
  std::vector<Span> out = {facts.outline[static_cast<std::size_t>(target)].label_span};
  for (auto const& reference : facts.references)
    if (reference.path.back().target == target) out.push_back(reference.span);
  return out;
}

// What is named at `place` first, then all that name it.
std::vector<Span> first_and_others(Facts const& facts, std::uint32_t place) {
  auto spans = division_and_references(facts, place);
  return spans.empty() ? mentions(facts, place) : spans;
}

std::vector<Location> locations(OpenDocument const& document, Checked const& checked, std::vector<Span> const& spans) {
  std::vector<Location> out;
  for (auto const span : spans) out.push_back({document.uri, document.buffer.range(checked.document.map.to_source(span))});
  return out;
}

}  // namespace

std::vector<Location> definition_of(OpenDocument const& document, Checked const& checked, TextPosition at) {
  auto const place = text_offset(checked.document.map, document.buffer.offset(at));
  auto spans = first_and_others(checked.facts, place);
  if (spans.size() > 1) spans.resize(1);
  return locations(document, checked, spans);
}

std::vector<Location> references_to(OpenDocument const& document, Checked const& checked, TextPosition at, bool with_first) {
  auto const place = text_offset(checked.document.map, document.buffer.offset(at));
  auto spans = first_and_others(checked.facts, place);
  if (!with_first && !spans.empty()) spans.erase(spans.begin());
  return locations(document, checked, spans);
}

}  // namespace vanthu::lsp
