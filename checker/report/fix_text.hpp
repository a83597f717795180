// What the fixer did, for people.
#pragma once
#include <string>
#include <string_view>

#include "vanthu/fix.hpp"

namespace vanthu::report {

// What fixes of several files came to.
struct FixTotals {
  int files = 0;    // read
  int changed = 0;  // of them
  int applied = 0;
  int refused = 0;
  int need_a_look = 0;
  int unreadable = 0;  // or not to be written
};

void add(FixTotals& totals, Fixed const& fixed);

// One line for the file and one for each fix that was refused; empty where there is nothing to say. `done`: the changes were made, not only
// shown.
std::string fix_text(std::string_view name, Fixed const& fixed, bool done, Language language);

// One line.
std::string fix_summary(FixTotals const& totals, bool done, Language language);

// "brings-finding": the name in JSON.
std::string_view to_string(Refusal refusal);

}  // namespace vanthu::report
