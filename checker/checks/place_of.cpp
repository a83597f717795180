#include "checks/place_of.hpp"

namespace vanthu {

int layout_rank(ComponentKind kind) {
  using K = ComponentKind;
  switch (kind) {
    case K::governing_body:
    case K::issuer:
    case K::national_name:
    case K::motto:
    case K::number:
    case K::place_date: return 0;
    case K::type_name: return 1;
    case K::subject: return 2;
    case K::addressees: return 3;
    case K::legal_basis: return 4;
    case K::body: return 5;
    case K::closing_mark: return 6;
    case K::signing_authority:
    case K::signer_position:
    case K::signer_name:
    case K::recipients:
    case K::archive_line: return 7;
    case K::appendix: return 8;
    case K::urgency:
    case K::secrecy:
    case K::circulation:
    case K::drafter_mark:
    case K::contact:
    case K::copy_form: return -1;
  }
  return -1;
}

Span place_of(Facts const& facts, ComponentKind missing) {
  auto const rank = layout_rank(missing);
  Component const* before = nullptr;
  Component const* after = nullptr;
  for (auto const& c : facts.components) {
    auto const r = layout_rank(c.kind);
    if (r < 0) continue;
    if (r < rank && (before == nullptr || c.span.end > before->span.end)) before = &c;
    if (r == rank && c.kind != missing && rank == 7) before = &c;  // the archive line belongs below the recipients, the name below the position
    if (r >= rank && after == nullptr && c.kind != missing) after = &c;
  }
  if (rank == 0 && after != nullptr) return {after->span.begin, after->span.begin};
  if (before != nullptr) return {before->span.end, before->span.end};
  if (after != nullptr) return {after->span.begin, after->span.begin};
  return {};
}

}  // namespace vanthu
