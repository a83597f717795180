// The machine-readable format vanthu.fix/1 (docs/schema).
#pragma once
#include <string>
#include <string_view>

#include "report/fix_text.hpp"
#include "report/json.hpp"

namespace vanthu::report {

inline constexpr std::string_view fix_schema = "vanthu.fix/1";

// One object of `files`, on one line without its end. `with_schema` puts "schema" in front (ndjson). For inputs that failed: error_json().
std::string fix_json(std::string_view name, Fixed const& fixed, bool with_schema);

// What stands around the objects of `files`, which are separated by ",\n".
std::string fix_json_head();
std::string fix_json_tail(FixTotals const& totals);

}  // namespace vanthu::report
