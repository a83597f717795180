// Where blocks stand in tables, and how far below what stands above them: number and date of a header are to be level, lines of the
// header close to each other.
#pragma once
#include <cstdint>
#include <span>

#include "read/docx/walk.hpp"

namespace vanthu::docx {

// Sets table, row, top and space_above of the blocks of `layout`, which is there but for these and its lines. `starts`: for each block the
// paragraph it begins in. Heights are those of lines as Word sets them one below the other; what is drawn in a paragraph has none.
// Tables of more columns or rows than stand side by side in a document have no `top`. Linear in the document.
void set_places(Layout& layout, Document const& document, WalkedText const& walked, std::span<std::uint32_t const> starts,
                Formatting& formatting);

}  // namespace vanthu::docx
