// mixed-dashes: one text joins with " - " in some places and with " – " in others. One finding a document, at the rarer dash.
#include <algorithm>

#include "checks/check.hpp"
#include "checks/checks.hpp"

namespace vanthu {
namespace {

std::vector<Span> places(std::string_view text, std::string_view joint) {
  std::vector<Span> out;
  for (auto at = text.find(joint); at != std::string_view::npos; at = text.find(joint, at + joint.size()))
    out.push_back({static_cast<std::uint32_t>(at + 1), static_cast<std::uint32_t>(at + joint.size() - 1)});
  return out;
}

void run(CheckInput const& input, std::vector<Finding>& out) {
  std::string_view const text = input.document.text;
  auto const hyphens = places(text, " - ");
  auto dashes = places(text, " – ");
  // The motto has a rule of its own.
  if (auto const* motto = input.facts.first(ComponentKind::motto)) std::erase_if(dashes, [&](Span s) { return motto->span.contains(s); });
  if (dashes.empty() || hyphens.size() < dashes.size()) return;
  Finding finding{.at = dashes[0], .arguments = {}, .related = {dashes.begin() + 1, dashes.end()}, .fix = {}};
  for (auto const dash : dashes) finding.fix.push_back({dash, "-"});
  out.push_back(std::move(finding));
}

}  // namespace

Check const mixed_dashes{"mixed-dashes", {}, {}, run};

}  // namespace vanthu
