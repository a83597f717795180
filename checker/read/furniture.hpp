// What belongs to the page, not to the document: page numbers, running heads.
#pragma once
#include "read/markup.hpp"

namespace vanthu {

// Leaves page furniture out; the line after it has `page_break` set.
void drop_page_furniture(Unmarked& source);

}  // namespace vanthu
