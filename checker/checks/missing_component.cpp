// missing-component: a component that the document's type asks for is not there. The finding is an empty span where it belongs.
#include "checks/check.hpp"
#include "checks/checks.hpp"
#include "checks/place_of.hpp"

namespace vanthu {
namespace {

void run(CheckInput const& input, std::vector<Finding>& out) {
  auto const kind = component_kind(*input.options.get<std::string>("component"));
  if (!kind || input.facts.has(*kind) || input.facts.body_only) return;
  // A header that was lost as a whole is one finding of its own, not three of these.
  if (input.facts.header_lost && layout_rank(*kind) == 0) return;
  for (auto const& other : input.options.value_or<std::vector<std::string>>("unless", {}))
    if (auto const k = component_kind(other); k && input.facts.has(*k)) return;
  for (auto const& needed : input.options.value_or<std::vector<std::string>>("beside", {}))
    if (auto const k = component_kind(needed); k && !input.facts.has(*k)) return;
  out.push_back({.at = place_of(input.facts, *kind), .arguments = {}, .related = {}, .fix = {}});
}

constexpr OptionDef options[] = {
    {"component", OptionType::string, true, "component kind that is looked for"},
    {"unless", OptionType::list, false, "component kinds of which one is enough instead"},
    {"beside", OptionType::list, false, "component kinds that must all be there for the absence to count"},
};

}  // namespace

Check const missing_component{"missing-component", options, {}, run};

}  // namespace vanthu
