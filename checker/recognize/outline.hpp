// The outline: labelled divisions of the text and of its appendices.
#pragma once
#include "recognize/components.hpp"

namespace vanthu {

void recognize_outline(Document const& document, Parts const& parts, Facts& facts);

}  // namespace vanthu
