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
  auto const key = key_of(*at);
  std::vector<Span> out;
  for (auto const& c : facts.citations)
    if (&c == &*at || (!key.empty() && key_of(c) == key)) out.push_back(c.span);
  return out;
}

std::vector<Location> locations(OpenDocument const& document, Checked const& checked, std::vector<Span> const& spans) {
  std::vector<Location> out;
  for (auto const span : spans) out.push_back({document.uri, document.buffer.range(checked.document.map.to_source(span))});
  return out;
}

}  // namespace

std::vector<Location> definition_of(OpenDocument const& document, Checked const& checked, TextPosition at) {
  auto const place = text_offset(checked.document.map, document.buffer.offset(at));
  auto spans = mentions(checked.facts, place);
  if (spans.size() > 1) spans.resize(1);
  return locations(document, checked, spans);
}

std::vector<Location> references_to(OpenDocument const& document, Checked const& checked, TextPosition at, bool with_first) {
  auto const place = text_offset(checked.document.map, document.buffer.offset(at));
  auto spans = mentions(checked.facts, place);
  if (!with_first && !spans.empty()) spans.erase(spans.begin());
  return locations(document, checked, spans);
}

}  // namespace vanthu::lsp
