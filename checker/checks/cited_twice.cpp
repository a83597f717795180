#include "checks/cited_twice.hpp"

#include <algorithm>
#include <cstdint>

namespace vanthu {
namespace {

// As one number, of which the last digits are enough.
std::uint32_t digits(Citation const& c) {
  std::uint32_t out = 0;
  for (char const sign : c.canonical ? *c.canonical : *c.identifier)
    if (sign >= '0' && sign <= '9') out = out * 10 + static_cast<std::uint32_t>(sign - '0');
  return out;
}

}  // namespace

std::vector<Citation const*> perhaps_cited_twice(std::vector<Citation const*> citations) {
  std::vector<std::uint32_t> all;
  all.reserve(citations.size());
  for (auto const* c : citations) all.push_back(digits(*c));
  std::ranges::sort(all);
  std::erase_if(citations, [&](Citation const* c) { return std::ranges::equal_range(all, digits(*c)).size() < 2; });
  return citations;
}

}  // namespace vanthu
