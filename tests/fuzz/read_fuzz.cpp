// Fuzz target: any bytes through the readers. The first byte chooses the format.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <variant>

#include "text/word_index.hpp"
#include "vanthu/read.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  if (size == 0) return 0;
  std::string_view const bytes(reinterpret_cast<char const*>(data) + 1, size - 1);
  auto const result = vanthu::read(bytes, data[0] % 2 == 0 ? "fuzz.txt" : "fuzz.md");
  auto const* document = std::get_if<vanthu::Document>(&result);
  if (document == nullptr) return 0;
  // Blocks fill the text line by line, each place of it leads into the file, and the words are those of the text.
  std::uint32_t at = 0;
  for (auto const& block : document->blocks) {
    if (block.span.begin != at || block.span.end < at || block.span.end >= document->text.size()) __builtin_trap();
    at = block.span.end + 1;
    auto const there = document->map.to_source(block.span);
    if (there.begin > there.end || there.end > bytes.size()) __builtin_trap();
    auto const place = document->position(there.begin);
    if (place.line == 0 || place.column == 0) __builtin_trap();
  }
  if (at != document->text.size()) __builtin_trap();
  auto const words = vanthu::index_words(document->text);
  if (words.size() != document->words.size()) __builtin_trap();
  return 0;
}
