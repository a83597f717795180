// References to other documents, in their context.
#pragma once
#include "vanthu/document.hpp"
#include "vanthu/facts.hpp"

namespace vanthu {

// Fills facts.citations. Components, type and date of the document must be set: they tell the trích yếu, the legal bases and the
// document's own number, which is no citation. Time linear in the text.
void recognize_citations(Document const& document, Facts& facts);

}  // namespace vanthu
