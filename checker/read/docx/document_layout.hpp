// The layout of a Word document: how its blocks look, on which pages.
#pragma once
#include "read/docx/formatting.hpp"
#include "read/docx/package.hpp"
#include "read/docx/walk.hpp"
#include "vanthu/document.hpp"

namespace vanthu::docx {

// `document` is complete but for its layout. Linear.
Layout layout_of(Document const& document, WalkedText const& walked, Package const& package, Formatting& formatting);

}  // namespace vanthu::docx
