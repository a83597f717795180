// component-order: a component stands before one that it should follow. Components that share a place in the layout (the two columns of the
// header, recipients beside the signature) may come in any order: extraction mixes them.
#include "checks/check.hpp"
#include "checks/checks.hpp"
#include "checks/place_of.hpp"

namespace vanthu {
namespace {

bool counts(Component const& c, Facts const& facts) {
  if (c.kind == ComponentKind::body || c.kind == ComponentKind::appendix || layout_rank(c.kind) < 0) return false;
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
      out.push_back({.at = highest->span,
                     .arguments = {{"component", std::string(to_string(highest->kind))}, {"before", std::string(to_string(c.kind))}},
                     .related = {c.span},
                     .fix = {}});
      return;
    }
    if (highest == nullptr || layout_rank(c.kind) > layout_rank(highest->kind)) highest = &c;
  }
}

constexpr ArgumentDef arguments[] = {
    {"component", "kind of the component that stands too early"},
    {"before", "kind of the component that it stands before"},
};

}  // namespace

Check const component_order{"component-order", {}, arguments, run};

}  // namespace vanthu
