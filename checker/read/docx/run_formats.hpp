// The formats of a document's characters, each once.
#pragma once
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "read/docx/formatting.hpp"
#include "read/docx/run_properties.hpp"

namespace vanthu::docx {

class RunFormats {
 public:
  explicit RunFormats(FontNames const& fonts) : fonts_(&fonts) {}

  // What letters with these properties look like: of complex scripts where w:cs or w:rtl say so; Times New Roman in 10 pt where nothing
  // is said, as Word has it.
  RunFormat of(RunProperties const& run);

  std::vector<CharacterFormat> const& all() const { return formats_; }

 private:
  std::uint32_t number(RunProperties const& run, FontGroup group);

  FontNames const* fonts_;
  std::vector<CharacterFormat> formats_;
  std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
};

}  // namespace vanthu::docx
