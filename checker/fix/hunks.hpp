// What really differs between a text and what is to stand there instead.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "vanthu/span.hpp"

namespace vanthu {

// A part of the old text and what replaces it; never both empty.
struct Hunk {
  Span old;
  std::string with;
};

// The least that must be replaced, by characters (a letter and the marks that stand on it are never parted): ascending, with at least one
// character that stays between two. Long texts that differ all over give one hunk.
std::vector<Hunk> find_hunks(std::string_view old, std::string_view with);

}  // namespace vanthu
