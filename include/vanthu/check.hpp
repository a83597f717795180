// The whole checker as one function: no files, no clock, no globals. Command line, language server and tests all call this.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "vanthu/date.hpp"
#include "vanthu/diagnostic.hpp"
#include "vanthu/document.hpp"
#include "vanthu/facts.hpp"
#include "vanthu/read.hpp"
#include "vanthu/suppression.hpp"

namespace vanthu {

class RuleSet;    // checker/engine/rule_set.hpp
struct Policy;    // checker/engine/policy.hpp
struct Registry;  // vanthu/registry.hpp

// What the drafter's own office is called. Parts that are empty are not known.
struct Office {
  std::string name, symbol, place;  // "Sở Nội vụ tỉnh Lạng Sơn", "SNV", "Lạng Sơn"
  std::vector<std::string> units;   // abbreviations of its departments: "VP", "TCBC"
};

struct CheckOptions {
  Language language = Language::vi;
  Stage stage = Stage::draft;
  std::optional<Date> date;         // overrides the document's own date
  Date today;                       // used where the document has no date at all; the caller knows the clock
  std::vector<std::string> select;  // codes or prefixes; empty = every rule that ships switched on
  std::vector<std::string> ignore;  // codes or prefixes; wins over select
  // Those from a sidecar and from the configuration that are meant for this document; comments come from the document itself.
  std::vector<Suppression> suppressions = {};
  Office office = {};                  // of the one who drafts
  Registry const* registry = nullptr;  // of legal documents; null: nothing is known of any
};

struct RuleCounts {
  int evaluated = 0;       // judged this document
  int not_evaluated = 0;   // needs something this input cannot give (layout)
  int not_applicable = 0;  // other type, family, stage or date; switched off
};

// Whether a rule judged the document, or why not.
enum class Ran : std::uint8_t {
  yes,
  not_chosen,      // left out by select, ignore or the stage: another run may choose it
  not_applicable,  // other type, family or date; ships switched off
  needs_more,      // needs something that this input cannot give
};

struct Checked {
  Document document;
  Facts facts;
  std::vector<Diagnostic> diagnostics;  // ascending by span.begin, then code; those suppressed too
  RuleCounts rules;
  std::vector<SuppressionUse> uses = {};  // of CheckOptions::suppressions, by index
  std::vector<Ran> ran = {};              // of the rules that it was judged by, by index
};

// Where a finding stands in the file.
inline SourceRange source_range(Document const& document, Diagnostic const& diagnostic) {
  return diagnostic.outside_text ? *diagnostic.outside_text : document.map.to_source(diagnostic.span);
}

std::variant<Checked, ReadError> check(std::string_view bytes, std::string_view name, RuleSet const& rules, CheckOptions const& options,
                                       ReadOptions const& reading = {});

// The same where rules and options depend on what the document is. `choose` is asked once, when it is recognized; null when there is no
// policy for it, which gives an error of the kind "configuration".
using ChoosePolicy = std::function<std::shared_ptr<Policy const>(Facts const& facts)>;
std::variant<Checked, ReadError> check(std::string_view bytes, std::string_view name, ChoosePolicy const& choose,
                                       ReadOptions const& reading = {});

}  // namespace vanthu
