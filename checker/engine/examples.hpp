// The examples of rules are their first tests: only the rule runs; `bad` gives one finding whose fix gives `good`, `good` gives none.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/rule_set.hpp"
#include "vanthu/document.hpp"
#include "vanthu/registry.hpp"

namespace vanthu {

enum class ExampleFault : std::uint8_t {
  unreadable,        // the text cannot be read at all
  not_applicable,    // the rule does not judge a document of this type, family, stage and date
  no_finding,        // `bad` has none
  several_findings,  // `bad` has more than one
  found_in_good,
  fix_differs,  // what the fix of `bad` makes is not `good`
};
std::string_view to_string(ExampleFault fault);

// What is wrong with one text of an example.
struct ExampleProblem {
  ExampleFault fault = ExampleFault::no_finding;
  std::string_view text_key = "bad";  // or "good"
  std::uint32_t line = 0;             // where that text stands in ExampleResult::file, from 1
  Document document;                  // the text as it was read
  std::vector<Diagnostic> found;
  std::string fixed;   // fix_differs: what came out
  std::string wanted;  // fix_differs: `good` as it was read
  std::string type;    // not_applicable: what the document was taken for
  Family family = Family::administrative;
  Date date;
  std::optional<std::size_t> nodes;  // no_finding of a condition: how many nodes of its kind the text has
};

struct ExampleResult {
  std::string code;
  std::size_t number = 0;  // from 1, in the order of the pack
  std::string file;        // the pack, or the file that changed the rule
  std::vector<ExampleProblem> problems;

  bool passed() const { return problems.empty(); }
};

// Every example of every rule for which `wanted` holds, in the order of the rules; messages of findings in `language`. Rules that need what
// no reader gives are left out, and where `registry` is null those of rules that ask it find nothing.
std::vector<ExampleResult> run_examples(RuleSet const& rules, std::function<bool(Rule const&)> const& wanted,
                                        Language language = Language::vi, Registry const* registry = nullptr);

// The file in which an example of `rule` stands.
std::string_view file_of(RuleSet const& rules, Rule const& rule, Example const& example);

}  // namespace vanthu
