// Examples of rules that are not as they should be, for the author of the pack.
#pragma once
#include <string>

#include "engine/examples.hpp"
#include "report/text.hpp"

namespace vanthu::report {

// Each problem with the place of the text in its pack, what was expected, and the difference: findings with carets under them, or what the
// fix makes above what was to come out. Empty where there is none.
std::string example_text(ExampleResult const& result, TextStyle const& style);

}  // namespace vanthu::report
