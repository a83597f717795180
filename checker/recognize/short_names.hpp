// Names that a document gives to those it cites: "Nghị định số 30/2020/NĐ-CP (sau đây gọi tắt là Nghị định 30)", and where it uses them.
#pragma once
#include <vector>

#include "vanthu/document.hpp"
#include "vanthu/facts.hpp"

namespace vanthu {

// Adds each mention by such a name to the citations, ascending as they are, and marks those among them that are one; the place where the
// name is given counts as well. Mentions and order of the citations must be set. A name is taken for a document only where it says its type
// and no other document of that type can be meant.
void add_short_mentions(Document const& document, std::vector<Citation>& citations);

}  // namespace vanthu
