// "Did you mean …": the known name nearest to one that is not known.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "vanthu/diagnostic.hpp"

namespace vanthu {

// Number of insertions, deletions, replacements and swaps of neighbours that turn one into the other, in bytes.
std::size_t edit_distance(std::string_view a, std::string_view b);

// The nearest of `known`, when it is near enough to be a slip (a third of the longer one's length at most); else "".
std::string_view nearest(std::string_view name, std::vector<std::string_view> const& known);

// `did you mean "symbol"?`, or, when nothing is near and the list is short, `one of "a", "b" fits`; else "".
std::string suggestion(std::string_view name, std::vector<std::string_view> const& known, Language language = Language::en);

}  // namespace vanthu
