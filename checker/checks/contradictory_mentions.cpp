// contradictory-mentions: the same type and number is cited with two dates. Party numbers start anew each term, so there only dates
// in one year contradict each other.
#include <map>
#include <tuple>
#include <utility>

#include "checks/check.hpp"
#include "checks/checks.hpp"
#include "checks/cited_twice.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

std::string display(Date d) {
  auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return two(d.day) + "/" + two(d.month) + "/" + std::to_string(d.year);
}

bool contradict(Citation const& a, Citation const& b) {
  if (a.family == CitationFamily::party && a.date.year != b.date.year) return false;
  return a.date != b.date;
}

void run(CheckInput const& input, std::vector<Finding>& out) {
  std::vector<Citation const*> dated;
  for (auto const& c : input.facts.citations)
    if (c.identifier && !c.blank && c.date.complete() && c.number) dated.push_back(&c);
  std::map<std::tuple<std::string, std::string, std::string>, Citation const*> first;  // by type, number and issuer
  for (auto const* const each : perhaps_cited_twice(std::move(dated))) {
    auto const& c = *each;
    // Numbers of local bodies are reused from place to place: the issuer is part of the key, whatever marks a scan took from its letters.
    auto issuer = c.family == CitationFamily::state && !c.year ? fold_ascii(c.issuer) : std::string();
    auto const [at, fresh] = first.try_emplace({fold(c.type), fold(c.canonical ? *c.canonical : *c.identifier), std::move(issuer)}, &c);
    if (fresh || !contradict(*at->second, c)) continue;
    out.push_back(
        {.at = c.date_span.empty() ? c.span : c.date_span,
         .arguments = {{"type", c.type}, {"identifier", *c.identifier}, {"here", display(c.date)}, {"there", display(at->second->date)}},
         .related = {at->second->date_span.empty() ? at->second->span : at->second->date_span},
         .fix = {}});
  }
}

constexpr ArgumentDef arguments[] = {
    {"type", "type of the cited document"},
    {"identifier", "its number and symbol"},
    {"here", "the date here"},
    {"there", "the date at its first mention"},
};

}  // namespace

Check const contradictory_mentions{"contradictory-mentions", {}, arguments, run};

}  // namespace vanthu
