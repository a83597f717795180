// What tests of the recognizers share: text in, short dumps out.
#pragma once
#include <string>
#include <string_view>
#include <variant>

#include "vanthu/read.hpp"
#include "vanthu/recognize.hpp"

namespace vanthu {

struct Recognized {
  Document document;
  Facts facts;
};

inline Recognized recognized(std::string_view text, std::string_view name = "a.txt") {
  auto result = read(text, name);
  Recognized r;
  if (auto* document = std::get_if<Document>(&result)) {
    r.document = std::move(*document);
    r.facts = recognize(r.document);
  }
  return r;
}

// A line end inside a component is shown as " / ".
inline std::string text_of(Recognized const& r, Span span) {
  std::string out;
  for (char const c : slice(r.document.text, span)) out += c == '\n' ? std::string(" / ") : std::string(1, c);
  return out;
}

// One line a component: "kind: text".
inline std::string components(Recognized const& r) {
  std::string out;
  for (auto const& c : r.facts.components) out += std::string(to_string(c.kind)) + ": " + text_of(r, c.span) + "\n";
  return out;
}

// Those of one kind, parted by " | ".
inline std::string components(Recognized const& r, ComponentKind kind) {
  std::string out;
  for (auto const& c : r.facts.components)
    if (c.kind == kind) out += (out.empty() ? "" : " | ") + text_of(r, c.span);
  return out;
}

// A field of the first component of a kind: "-" when absent; lists parted by ", ".
inline std::string field(Recognized const& r, ComponentKind kind, std::string_view name) {
  auto const* c = r.facts.first(kind);
  auto const* f = c ? c->field(name) : nullptr;
  if (!f) return "-";
  if (auto const* v = std::get_if<bool>(&f->value)) return *v ? "true" : "false";
  if (auto const* v = std::get_if<std::int64_t>(&f->value)) return std::to_string(*v);
  if (auto const* v = std::get_if<std::string>(&f->value)) return *v;
  if (auto const* v = std::get_if<Date>(&f->value)) return to_string(*v);
  std::string out;
  if (auto const* v = std::get_if<std::vector<std::string>>(&f->value))
    for (auto const& item : *v) out += (out.empty() ? "" : ", ") + item;
  return out;
}

}  // namespace vanthu
