// w:ind (ECMA-376 Part 1, 17.3.1.12).
#pragma once
#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string_view>

namespace vanthu::docx {

// Twips, or hundredths of a character or a line, whose size only the document knows.
struct Length {
  std::int32_t value = 0;
  bool hundredths = false;
};

struct Indents {
  std::optional<Length> left, right;
  std::optional<Length> first_line;  // beyond `left`; negative: hanging
};

// Of two attributes for one length, that in characters or lines goes first unless it is 0. Nothing where neither has a value.
std::optional<Length> length(std::string_view hundredths, std::string_view twips);

// `node`: w:ind; null: nothing. Left and right stand for start and end, as Word writes them.
Indents read_indents(pugi::xml_node node);

// What `upper` says wins, attribute by attribute.
void lay_over(Indents& lower, Indents const& upper);

}  // namespace vanthu::docx
