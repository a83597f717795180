// self-reference: "Công văn này" in a chỉ thị. Not judged where the document cites another one of that type, which "này" may mean.
#include <algorithm>

#include "checks/check.hpp"
#include "checks/checks.hpp"
#include "text/unicode.hpp"
#include "vanthu/doctype.hpp"

namespace vanthu {
namespace {

bool cited(Facts const& facts, std::string_view type) {
  return std::any_of(facts.citations.begin(), facts.citations.end(), [&](Citation const& c) { return fold(c.type) == fold(type); });
}

// Inside quotation marks that were opened not long before, in the same block.
bool quoted(std::string_view text, std::size_t at) {
  constexpr std::size_t near_by = 1000;
  auto before = text.substr(at - std::min(at, near_by), std::min(at, near_by));
  before = before.substr(before.rfind('\n') + 1);
  return before.rfind("“") != std::string_view::npos &&
         (before.rfind("”") == std::string_view::npos || before.rfind("”") < before.rfind("“"));
}

std::vector<std::string> phrases(Options const&) { return {"này"}; }

void run(CheckInput const& input, std::vector<Finding>& out) {
  auto const* own = doc_type_by_slug(input.facts.type);
  if (own == nullptr) return;
  std::string_view const text = input.document.text;
  for (auto const& word : input.found) {
    auto const before = text.substr(0, word.span.begin);
    for (auto const& name : *input.options.get<std::vector<std::string>>("types")) {
      if (!before.ends_with(' ') || !before.substr(0, before.size() - 1).ends_with(name)) continue;
      auto const begin = static_cast<std::uint32_t>(before.size() - 1 - name.size());
      if (fold(name) == fold(own->name) || cited(input.facts, name) || quoted(text, begin)) continue;
      out.push_back({.at = {begin, word.span.end},
                     .arguments = {{"found", name + " này"}, {"type", std::string(own->name)}},
                     .related = {},
                     .fix = {{{begin, static_cast<std::uint32_t>(begin + name.size())}, std::string(own->name)}}});
    }
  }
}

constexpr OptionDef options[] = {{"types", OptionType::list, true, "type names that are judged"}};
constexpr ArgumentDef arguments[] = {
    {"found", "the words in the text"},
    {"type", "the document's own type"},
};

}  // namespace

Check const self_reference{"self-reference", options, arguments, run, phrases};

}  // namespace vanthu
