// component-order: a component stands before one that it should follow. Components that share a place in the layout (the two columns of the
// header, recipients beside the signature) may come in any order: extraction mixes them.
#include <algorithm>

#include "checks/check.hpp"
#include "checks/checks.hpp"

namespace vanthu {
namespace {

// Rank in the layout (Phụ lục I, phần I, mục IV): header 0 … signature 7; components side by side share one. -1: no fixed place.
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
    case K::closing_mark: return 5;
    case K::signing_authority:
    case K::signer_position:
    case K::signer_name:
    case K::recipients:
    case K::archive_line: return 6;
    default: return -1;
  }
}

bool counts(Component const& c, Facts const& facts) {
  if (layout_rank(c.kind) < 0) return false;
  // The V/v of a công văn stands under the number, in the header.
  return c.kind != ComponentKind::subject || facts.has(ComponentKind::type_name);
}

void run(CheckInput const& input, std::vector<Finding>& out) {
  std::vector<Component const*> seen;  // the first instance of each kind
  for (auto const& c : input.facts.components) {
    if (c.kind == ComponentKind::appendix) return;  // an attached text has a header of its own
    if (!counts(c, input.facts)) continue;
    if (std::any_of(seen.begin(), seen.end(), [&](auto const* s) { return s->kind == c.kind; })) continue;
    auto const above = [&](auto const* s) { return layout_rank(s->kind) > layout_rank(c.kind); };
    auto const higher = std::find_if(seen.begin(), seen.end(), above);
    if (higher == seen.end()) {
      seen.push_back(&c);
      continue;
    }
    // One that stands too early, or one that comes too late after several others.
    bool const late = std::count_if(seen.begin(), seen.end(), above) > 1;
    auto const* misplaced = late ? &c : *higher;
    auto const* other = late ? *higher : &c;
    out.push_back({.at = misplaced->span, .arguments = {}, .related = {other->span}, .fix = {}});
    return;
  }
}

}  // namespace

Check const component_order{"component-order", {}, {}, run};

}  // namespace vanthu
