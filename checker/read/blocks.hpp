// Lines → logical paragraphs: wrapped lines joined, columns side by side cut apart, page furniture left out.
#pragma once
#include "read/markup.hpp"

namespace vanthu {

struct Paragraphs {
  MappedText text;  // one block a line
  std::vector<Block> blocks;
};

Paragraphs build_paragraphs(Unmarked const& source);

}  // namespace vanthu
