// The machine-readable format vanthu.layout/1 (docs/schema): what a format with a layout says of each block.
#pragma once
#include <string>
#include <string_view>

#include "vanthu/document.hpp"

namespace vanthu::report {

inline constexpr std::string_view layout_schema = "vanthu.layout/1";

// `layout` is null for formats without. `indented` spreads it over lines for people, else one line; no line end behind.
std::string layout_json(Document const& document, bool indented);

}  // namespace vanthu::report
