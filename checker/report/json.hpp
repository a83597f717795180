// The machine-readable formats vanthu.check/1, vanthu.parse/1 and vanthu.rules/1 (docs/schema). Keys stand in a fixed order: two runs give
// the same bytes.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/rule.hpp"
#include "report/renderer.hpp"
#include "report/text.hpp"
#include "vanthu/check.hpp"
#include "vanthu/registry.hpp"

namespace vanthu::report {

// The program's version, "0.1.0".
std::string_view version();

// One object of `files`, on one line without its end. `with_schema` puts "schema" in front (ndjson).
std::string check_json(Checked const& checked, bool with_schema);
// The same for an input that could not be read; `schema` is put in front unless empty.
std::string error_json(std::string_view file, ReadError const& error, Language language, std::string_view schema);

inline constexpr std::string_view check_schema = "vanthu.check/1";
inline constexpr std::string_view parse_schema = "vanthu.parse/1";
inline constexpr std::string_view rules_schema = "vanthu.rules/1";

// Whether a run ended before all its inputs were read, and how many these are.
struct Interruption {
  bool interrupted = false;
  std::size_t not_checked = 0;
};

// What stands around the objects of `files`, which are separated by ",\n": everything before the first and everything after the last.
// The baseline and the statistics only where there are any.
std::string check_json_head();
std::string check_json_tail(Totals const& totals, Interruption interruption, std::optional<BaselineTally> const& baseline = {},
                            Statistics const* statistics = nullptr);

// `text` as a JSON string, quotes included.
std::string json_string(std::string_view text);

// What recognize() found in one document, and how its citations stand to the register (one for each; none: nothing is known of any).
// `indented` spreads it over lines for people, else one line; no line end behind.
std::string parse_json(Document const& document, Facts const& facts, Stage stage, bool indented, std::span<Standing const> standings = {});

// The catalogue, indented: everything that a tool may want to know of each rule, ascending by code.
std::string rules_json(std::span<Rule const> rules);

}  // namespace vanthu::report
