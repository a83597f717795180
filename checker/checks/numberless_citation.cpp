// numberless-citation: a document is cited by type and date, without its number ("Nghị định ngày 05/3/2020 của Chính phủ").
#include <algorithm>

#include "checks/check.hpp"
#include "checks/checks.hpp"

namespace vanthu {
namespace {

void run(CheckInput const& input, std::vector<Finding>& out) {
  std::string_view const text = input.document.text;
  auto const& types = *input.options.get<std::vector<std::string>>("types");
  for (auto const& date : input.facts.dates) {
    if (!date.date.complete()) continue;
    auto before = text.substr(0, date.span.begin);
    if (!before.ends_with(' ')) continue;
    before.remove_suffix(1);
    auto const type = std::find_if(types.begin(), types.end(), [&](auto const& t) { return before.ends_with(t); });
    if (type == types.end()) continue;
    auto const span = Span{static_cast<std::uint32_t>(before.size() - type->size()), date.span.end};
    auto const& citations = input.facts.citations;
    if (std::any_of(citations.begin(), citations.end(), [&](Citation const& c) { return c.span.overlaps(span); })) continue;
    out.push_back({.at = span, .arguments = {{"type", *type}}, .related = {}, .fix = {}});
  }
}

constexpr OptionDef options[] = {{"types", OptionType::list, true, "type names that a number belongs to"}};
constexpr ArgumentDef arguments[] = {{"type", "the type named"}};

}  // namespace

Check const numberless_citation{"numberless-citation", options, arguments, run};

}  // namespace vanthu
