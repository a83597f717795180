// mixed-dashes: one text joins with " - " in some places and with " – " in others. One finding a document, at the rarer dash.
#include <algorithm>

#include "checks/check.hpp"
#include "checks/checks.hpp"

namespace vanthu {
namespace {

// Where the dash stands between two blanks.
std::vector<Span> places(std::string_view text, std::string_view dash) {
  std::vector<Span> out;
  for (auto at = text.find(dash); at != std::string_view::npos; at = text.find(dash, at + dash.size()))
    if (at > 0 && text[at - 1] == ' ' && text.substr(at + dash.size()).starts_with(' '))
      out.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + dash.size())});
  return out;
}

void run(CheckInput const& input, std::vector<Finding>& out) {
  std::string_view const text = input.document.text;
  auto dashes = places(text, "–");
  // The motto has a rule of its own.
  if (auto const* motto = input.facts.first(ComponentKind::motto)) std::erase_if(dashes, [&](Span s) { return motto->span.contains(s); });
  if (dashes.empty() || places(text, "-").size() < dashes.size()) return;
  Finding finding{.at = dashes[0], .arguments = {}, .related = {dashes.begin() + 1, dashes.end()}, .fix = {}};
  for (auto const dash : dashes) finding.fix.push_back({dash, "-"});
  out.push_back(std::move(finding));
}

}  // namespace

Check const mixed_dashes{"mixed-dashes", {}, {}, run};

}  // namespace vanthu
