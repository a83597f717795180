// Frames around text: stamps of urgency and directions on circulation stand in one.
#pragma once
#include <optional>

#include "read/docx/walk.hpp"

namespace vanthu::docx {

// Whether lines are drawn around a paragraph: borders of its own or of its letters, of its cell, of the box it stands in. Nothing where
// it is not sure, as beside a shape without text. Linear in the XML of the paragraph.
std::optional<bool> framed(WalkedParagraph const& paragraph, WalkedText const& walked);

}  // namespace vanthu::docx
