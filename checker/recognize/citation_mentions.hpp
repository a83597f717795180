// Which citations of a document mean the same other document.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "vanthu/facts.hpp"

namespace vanthu {

// "12-CT/TW", "12CT/TW" and "12 - CT/TW" have one key; leading zeros do not count, letters that a scan puts for digits do not either.
std::string identifier_key(std::string_view identifier);

// Sets mention and first_in_body of every citation. Numbers are one document when their years agree as far as known (Party: the whole
// date, since numbers run per term); laws when their names do. A bare mention that differs from an earlier one by a slip in its symbol is a
// later mention too; beside a faultless one it gets the defects that its lack of a date had hidden (missing-year, slash-for-hyphen).
void set_mentions(std::vector<Citation>& citations);

}  // namespace vanthu
