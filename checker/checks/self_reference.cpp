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

bool quoted(std::string_view text, std::size_t at) {
  auto const line = text.rfind('\n', at);
  auto const before = text.substr(line == std::string_view::npos ? 0 : line, at - (line == std::string_view::npos ? 0 : line));
  return before.rfind("“") != std::string_view::npos &&
         (before.rfind("”") == std::string_view::npos || before.rfind("”") < before.rfind("“"));
}

void run(CheckInput const& input, std::vector<Finding>& out) {
  auto const* own = doc_type_by_slug(input.facts.type);
  if (own == nullptr) return;
  std::string_view const text = input.document.text;
  for (auto const& name : *input.options.get<std::vector<std::string>>("types")) {
    if (fold(name) == fold(own->name) || cited(input.facts, name)) continue;
    auto const phrase = name + " này";
    for (auto at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + phrase.size())) {
      if (quoted(text, at)) continue;
      auto const span = Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + phrase.size())};
      out.push_back({.at = span,
                     .arguments = {{"found", phrase}, {"type", std::string(own->name)}},
                     .related = {},
                     .fix = {{{span.begin, static_cast<std::uint32_t>(span.begin + name.size())}, std::string(own->name)}}});
    }
  }
}

constexpr OptionDef options[] = {{"types", OptionType::list, true, "type names that are judged"}};
constexpr ArgumentDef arguments[] = {
    {"found", "the words in the text"},
    {"type", "the document's own type"},
};

}  // namespace

Check const self_reference{"self-reference", options, arguments, run};

}  // namespace vanthu
