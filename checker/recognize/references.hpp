// References to divisions of the document itself.
#pragma once
#include "vanthu/document.hpp"
#include "vanthu/facts.hpp"

namespace vanthu {

// Fills facts.references; needs components and outline. Nothing of what stands inside quotation marks, which may quote another text.
void recognize_references(Document const& document, Facts& facts);

}  // namespace vanthu
