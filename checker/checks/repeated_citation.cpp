// repeated-citation: later mentions repeat the date (and issuer) although type and number are enough. One finding a document, the others
// related.
#include "checks/check.hpp"
#include "checks/checks.hpp"

namespace vanthu {
namespace {

void run(CheckInput const& input, std::vector<Finding>& out) {
  Finding finding{.at = {}, .arguments = {}, .related = {}, .fix = {}};
  for (auto const& c : input.facts.citations) {
    if (c.family == CitationFamily::law || c.mention != Mention::later || c.first_in_body || c.nested || c.in_subject || c.quoted) continue;
    if (c.date == Date{} || !c.identifier) continue;
    if (finding.arguments.empty()) {
      finding.at = c.span;
      finding.arguments = {{"short", c.type + " số " + *c.identifier}};
    } else {
      finding.related.push_back(c.span);
    }
  }
  if (!finding.arguments.empty()) out.push_back(std::move(finding));
}

constexpr ArgumentDef arguments[] = {{"short", "the short form: type and number"}};

}  // namespace

Check const repeated_citation{"repeated-citation", {}, arguments, run};

}  // namespace vanthu
