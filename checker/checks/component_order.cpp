// component-order: a component stands before one that it should follow. Components that share a place in the layout (the two columns of the
// header, recipients beside the signature) may come in any order: extraction mixes them.
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
  Component const* highest = nullptr;
  std::uint32_t seen = 0;  // kinds that occurred: only the first instance of each is judged
  for (auto const& c : input.facts.components) {
    if (c.kind == ComponentKind::appendix) return;  // an attached text has a header of its own
    if (!counts(c, input.facts)) continue;
    auto const bit = 1U << static_cast<unsigned>(c.kind);
    if ((seen & bit) != 0) continue;
    seen |= bit;
    if (highest != nullptr && layout_rank(c.kind) < layout_rank(highest->kind)) {
      out.push_back({.at = highest->span, .arguments = {}, .related = {c.span}, .fix = {}});
      return;
    }
    if (highest == nullptr || layout_rank(c.kind) > layout_rank(highest->kind)) highest = &c;
  }
}

}  // namespace

Check const component_order{"component-order", {}, {}, run};

}  // namespace vanthu
