// How each paragraph of a document with a layout looks, and which component it belongs to. Facts, never judgments.
#pragma once
#include "vanthu/document.hpp"
#include "vanthu/facts.hpp"

namespace vanthu {

// Fills Facts::paragraphs; nothing to do where the document has no layout. Components and outline are there already.
void recognize_paragraphs(Document const& document, Facts& facts);

}  // namespace vanthu
