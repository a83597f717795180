// Where paragraphs stand to each other and on which pages.
#pragma once
#include "vanthu/document.hpp"
#include "vanthu/facts.hpp"

namespace vanthu {

// Sets space_above, level, framed and own_pages of Facts::paragraphs, which are there but for these. Linear.
void recognize_places(Document const& document, Facts& facts);

}  // namespace vanthu
