// Random edits of a text, for tests that go on for long.
#pragma once
#include <random>
#include <string>
#include <vector>

#include "vanthu/span.hpp"

namespace vanthu::test {

struct RandomEdit {
  SourceRange range;
  std::string text;
};

// Replaces up to `longest` characters somewhere by one of `pieces`; never cuts a character.
inline RandomEdit random_edit(std::string const& text, std::mt19937& random, std::vector<std::string> const& pieces,
                              std::uint32_t longest) {
  auto const below = [&](std::size_t n) { return static_cast<std::uint32_t>(random() % n); };
  auto const goes_on = [&](std::uint32_t at) { return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80; };
  auto begin = below(text.size() + 1);
  while (goes_on(begin)) ++begin;
  auto end = begin;
  for (auto count = below(longest + 1); count > 0 && end < text.size(); --count) {
    ++end;
    while (goes_on(end)) ++end;
  }
  return {{begin, end}, pieces[below(pieces.size())]};
}

}  // namespace vanthu::test
