// Citations of one document: what a check that compares them looks at.
#pragma once
#include <vector>

#include "vanthu/facts.hpp"

namespace vanthu {

// Of these citations, which all have an identifier, those with the digits of another one, in their order: no others can be of one document.
std::vector<Citation const*> perhaps_cited_twice(std::vector<Citation const*> citations);

}  // namespace vanthu
