// basis-order: a căn cứ of higher rank stands behind one of lower rank. The first căn cứ is left alone: it may give the competence.
#include <algorithm>

#include "checks/check.hpp"
#include "checks/checks.hpp"

namespace vanthu {
namespace {

// "Nghị quyết QH" names those of one body, "Luật" all of that type.
bool listed(std::vector<std::string> const& names, Citation const& c) {
  return std::ranges::any_of(names, [&](std::string const& name) { return name == c.type || name == c.type + " " + c.body_code; });
}

void run(CheckInput const& input, std::vector<Finding>& out) {
  auto const& higher = *input.options.get<std::vector<std::string>>("higher");
  auto const& lower = *input.options.get<std::vector<std::string>>("lower");
  auto const& citations = input.facts.citations;
  Citation const* low = nullptr;
  bool first = true;
  for (auto const& component : input.facts.components) {
    if (component.kind != ComponentKind::legal_basis) continue;
    auto const cited = std::ranges::lower_bound(citations, component.span.begin, {}, [](Citation const& c) { return c.span.begin; });
    if (cited == citations.end() || !component.span.contains(cited->span)) continue;
    if (low != nullptr && listed(higher, *cited)) {
      out.push_back({.at = cited->span, .arguments = {{"higher", cited->type}, {"lower", low->type}}, .related = {low->span}, .fix = {}});
      return;
    }
    if (!first && listed(lower, *cited)) low = &*cited;
    first = false;
  }
}

constexpr OptionDef options[] = {
    {"higher", OptionType::list, true, "types, or type and body code, that stand before those of `lower`"},
    {"lower", OptionType::list, true, "types, or type and body code, that stand behind"},
};
constexpr ArgumentDef arguments[] = {
    {"higher", "type of the document of higher rank"},
    {"lower", "type of the one of lower rank before it"},
};

}  // namespace

Check const basis_order{"basis-order", options, arguments, run};

}  // namespace vanthu
