// Document in, facts out.
#pragma once
#include "vanthu/document.hpp"
#include "vanthu/facts.hpp"

namespace vanthu {

// Finds components, family, type, date, outline, citations and dates. Never fails; time linear in the text.
Facts recognize(Document const& document);

}  // namespace vanthu
