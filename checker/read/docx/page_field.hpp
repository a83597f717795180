// The field that shows the number of the page, in a header or footer.
#pragma once
#include <optional>
#include <pugixml.hpp>
#include <string_view>

#include "vanthu/layout.hpp"

namespace vanthu::docx {

struct PageField {
  pugi::xml_node paragraph;  // the w:p it stands in
  pugi::xml_node run;        // the w:r that it is shown in; null where the file has none
  bool arabic = true;        // by its own switch; the section may say otherwise
  bool nested = false;       // inside another field, which may leave it out: { IF { PAGE } > 1 … }
};

// The first PAGE field below `root` (w:hdr, w:ftr, null): simple, complex or w:pgNum, also inside text boxes, frames and content controls.
std::optional<PageField> page_field(pugi::xml_node root);

// "PAGE \* roman" in any letter case and with any switches.
bool is_page_instruction(std::string_view instruction);

// Where it stands across the page, by its paragraph's own alignment, tabs before it, a frame, the box or the cell it is in. A place that
// only its measures tell is taken for the middle where it is within a twentieth of the page's width, else for left or right of it;
// `text_width`: between the margins.
Alignment alignment_of(PageField const& field, Alignment own, std::int32_t text_width);

}  // namespace vanthu::docx
