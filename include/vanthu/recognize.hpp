// Document in, facts out.
#pragma once
#include <span>
#include <vector>

#include "vanthu/document.hpp"
#include "vanthu/facts.hpp"

namespace vanthu {

// Finds components, family, type, date, outline, citations and dates. Never fails; time linear in the text.
Facts recognize(Document const& document);

// Likewise for several documents, each step with all of them before the next: quicker for many small ones. In their order.
std::vector<Facts> recognize(std::span<Document const* const> documents);

}  // namespace vanthu
