#include "fix/identity.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "text/spans.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

void add_field(std::vector<Span>& out, Component const& component, std::string_view name) {
  auto const* field = component.field(name);
  if (field == nullptr) return;
  if (!field->span.empty()) out.push_back(field->span);
  out.insert(out.end(), field->items.begin(), field->items.end());
}

// Ascending and merged.
void order(std::vector<Span>& spans) {
  std::erase_if(spans, [](Span s) { return s.empty(); });
  spans = merged(std::move(spans));
}

bool has_letter_or_digit(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (auto const c = next_code_point(text, at); is_letter(c) || is_digit(c)) return true;
  return false;
}

// An edit at the very border of a span adds to it only what could belong to it: letters and digits.
template <class Fits>
bool hit(std::vector<Span> const& spans, Edit const& edit, Fits forbidden_inside) {
  auto span = std::partition_point(spans.begin(), spans.end(), [&](Span s) { return s.end < edit.span.begin; });
  for (; span != spans.end() && span->begin <= edit.span.end; ++span) {
    auto const inside = edit.span.empty() ? span->begin < edit.span.begin && edit.span.begin < span->end : span->overlaps(edit.span);
    if (inside ? forbidden_inside(*span) : has_letter_or_digit(edit.text)) return true;
  }
  return false;
}

}  // namespace

Identity::Identity(Document const& document, Facts const& facts) : document_(document) {
  for (auto const& c : facts.components) {
    switch (c.kind) {
      case ComponentKind::signing_authority:
      case ComponentKind::signer_position:
      case ComponentKind::signer_name: exact_.push_back(c.span); break;
      case ComponentKind::number: add_field(exact_, c, "identifier"); break;
      case ComponentKind::place_date:
        for (auto const* name : {"day", "month", "year"}) add_field(exact_, c, name);
        add_field(names_, c, "place");
        break;
      case ComponentKind::issuer:
      case ComponentKind::governing_body:
      case ComponentKind::drafter_mark:
      case ComponentKind::archive_line: names_.push_back(c.span); break;
      case ComponentKind::addressees:
      case ComponentKind::recipients: add_field(names_, c, "items"); break;
      default: break;
    }
  }
  for (auto const& c : facts.citations) {
    exact_.push_back(c.identifier_span);
    exact_.push_back(c.date_span);
    names_.push_back(c.span);
    names_.push_back(c.issuer_span);
    names_.push_back(c.title_span);
  }
  order(exact_);
  order(names_);
}

bool Identity::changed_by(std::vector<Edit> const& edits) const {
  return std::any_of(edits.begin(), edits.end(), [&](Edit const& edit) {
    auto const old = slice(document_.text, edit.span);
    auto const letters = has_letter_or_digit(old) || has_letter_or_digit(edit.text);
    return hit(exact_, edit, [](Span) { return true; }) || hit(names_, edit, [&](Span) { return letters; });
  });
}

}  // namespace vanthu
