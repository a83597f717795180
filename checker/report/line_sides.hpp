// What stands beside a place in its line, measured in columns of a terminal. Work is bounded by the columns asked for.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "vanthu/document.hpp"

namespace vanthu::report {

// What stands in one place on the screen: a letter and the marks combined with it.
struct Cell {
  std::uint32_t begin = 0, end = 0;  // byte offsets in the source
  std::uint32_t width = 0;
};

// What stands on one side of a place, as far as it was looked at.
struct Side {
  std::size_t reached = 0;  // in the source
  std::size_t columns = 0;
  bool plain = true;        // only letters one column wide, shown as they are stored
  std::vector<Cell> cells;  // where it is not plain: from the place outwards

  void add(std::size_t begin, std::size_t end, std::size_t width) {
    cells.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), static_cast<std::uint32_t>(width)});
    columns += width;
  }
};

// From `at` to the end of the line, or until `limit` columns are passed.
Side side_after(Document const& document, std::size_t at, std::size_t limit);
// From `at` back to the start of the line, or until `limit` columns are passed; of a line full of marks a part of it.
Side side_before(Document const& document, std::size_t line_start, std::size_t at, std::size_t limit);

struct Part {
  std::size_t edge = 0;  // in the source, away from the place
  std::size_t columns = 0;
};

// What takes at most `most` columns beside the place `at`, from which `side` starts.
Part part_after(std::string const& source, Side const& side, std::size_t at, std::size_t most);
Part part_before(std::string const& source, Side const& side, std::size_t at, std::size_t most);

// Of the letters of `after`, which starts at `at`, those that begin before `end`.
std::size_t columns_up_to(std::string const& source, Side const& after, std::size_t at, std::size_t end);

// Source bytes [from, to) of a side as they are shown, at the end of `out`.
void append_shown(std::string& out, Document const& document, Side const& side, std::size_t from, std::size_t to);

// `at`; where it lies inside the end of a line, before that.
std::size_t end_of_letters(Document const& document, std::size_t line_start, std::size_t at);

// What is shown for a letter: "↵" for a line broken inside a paragraph of a DOCX, U+FFFD for what has no shape, itself for others.
char32_t shape_of(char32_t c);

}  // namespace vanthu::report
