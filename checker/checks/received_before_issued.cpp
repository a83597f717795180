// received-before-issued: "Ngày 12/8/2024, Sở … nhận được Công văn số 03 ngày 30/7/2025": received before it was issued.
#include <algorithm>

#include "checks/check.hpp"
#include "checks/checks.hpp"

namespace vanthu {
namespace {

constexpr std::string_view verb = "nhận được";
constexpr std::uint32_t short_way = static_cast<std::uint32_t>(verb.size()) + 40;
constexpr std::uint32_t reach = 300;  // bytes before the citation in which the verb and its date stand

void run(CheckInput const& input, std::vector<Finding>& out) {
  std::string_view const text = input.document.text;
  auto const& dates = input.facts.dates;
  for (auto const& c : input.facts.citations) {
    if (!c.date.complete()) continue;
    // Only a short way lies between the verb and its object.
    auto const near = c.span.begin - std::min<std::uint32_t>(c.span.begin, short_way);
    if (text.substr(near, c.span.begin - near).find(verb) == std::string_view::npos) continue;
    auto const from = c.span.begin > reach ? c.span.begin - reach : 0;
    auto sentence = text.substr(from, c.span.begin - from);
    if (auto const cut = sentence.find_last_of("\n;"); cut != std::string_view::npos) sentence.remove_prefix(cut + 1);
    if (auto const cut = sentence.rfind(". "); cut != std::string_view::npos) sentence.remove_prefix(cut + 2);
    auto const at = sentence.rfind(verb);
    if (at == std::string_view::npos || sentence.size() - at > short_way) continue;
    auto const begin = static_cast<std::uint32_t>(c.span.begin - sentence.size());
    auto const end = static_cast<std::uint32_t>(begin + at);
    auto const received =
        std::find_if(dates.begin(), dates.end(), [&](auto const& d) { return d.span.begin >= begin && d.span.end <= end; });
    if (received == dates.end() || !certainly_after(c.date, received->date)) continue;
    out.push_back({.at = received->span, .arguments = {}, .related = {c.date_span.empty() ? c.span : c.date_span}, .fix = {}});
  }
}

}  // namespace

Check const received_before_issued{"received-before-issued", {}, {}, run};

}  // namespace vanthu
