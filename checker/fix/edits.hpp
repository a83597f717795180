// Changes of bytes, applied and told together.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "vanthu/fix.hpp"

namespace vanthu {

// `bytes` with the edits (ascending, apart) made.
std::string applied(std::string_view bytes, std::vector<SourceEdit> const& edits);

// What several rounds of edits come to, seen from the first file.
class EditLog {
 public:
  explicit EditLog(std::uint32_t size) : parts_{{{0, size}, true, {}}} {}

  // Of the file as it is after all rounds so far.
  void add(std::vector<SourceEdit> const& edits);
  // Of the first file: ascending, apart.
  std::vector<SourceEdit> edits() const;
  // Where the byte at `offset` of the file as it is now stood in the first one; for bytes that were not there the place of the edit.
  std::uint32_t original_of(std::uint32_t offset) const;

 private:
  struct Part {
    SourceRange original;
    bool kept;
    std::string bytes;  // in place of the original, unless kept
    std::uint32_t size() const { return kept ? original.end - original.begin : static_cast<std::uint32_t>(bytes.size()); }
  };
  static void push(std::vector<Part>& parts, Part part);

  std::vector<Part> parts_;  // the whole file
};

}  // namespace vanthu
