// What holds for the result of check() on any bytes.
#pragma once
#include <string>
#include <vector>

#include "vanthu/check.hpp"

namespace vanthu::test {

// What does not hold, one line each, English; empty: all is well. Takes time linear in the document.
std::vector<std::string> broken_invariants(Checked const& checked);

}  // namespace vanthu::test
