// Which lines belong to one paragraph.
#pragma once
#include <cstdint>
#include <vector>

#include "read/columns.hpp"

namespace vanthu {

// How the lines of a file are laid out, measured on lines that evidently go on: one that ends without punctuation before one that
// starts in lower case.
struct Wrapping {
  bool wrapped = false;               // paragraphs are broken into lines of like width
  bool narrow = true;                 // no line is longer than a page is wide
  std::uint32_t right = 0;            // width of full lines in print, indent included
  std::uint32_t first_right = 0;      // the same of first lines of paragraphs: narrower where their indents were lost
  bool first_right_measured = false;  // not only assumed
  std::uint32_t left = 0;             // column where lines inside a paragraph start
  std::uint32_t gap = 0;              // blank lines between two lines of one paragraph: 0, or 1 where a converter put one after every line
  bool first_lines_indented = false;
  bool blank_between = false;  // paragraphs are told apart by blank lines
};

// `text` is what the spans of the cells point into. Measures the cells' widths in print where the wrapping goes by them.
Wrapping measure_wrapping(std::string_view text, std::vector<Cell>& cells);

enum class Joint : std::uint8_t {
  none,
  blank,  // one paragraph, a blank between the two lines
  tight,  // one paragraph, nothing between: "17/CT-" + "TTg"
};

// What the block that a line belongs to is known to be.
struct BlockContext {
  bool subject = false;     // trích yếu
  bool recipients = false;  // behind "Nơi nhận"
  std::uint32_t lines = 1;  // already in the block
};

// Does `next` go on where `last`, the block's last line so far, ends? `text` is what the spans of both point into.
Joint joint_between(std::string_view text, Cell const& last, Cell const& next, Wrapping const& wrapping, BlockContext const& context);

}  // namespace vanthu
