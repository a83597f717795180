#include "fix/hunks.hpp"

#include <algorithm>
#include <cstdint>

#include "read/nfc.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

constexpr std::size_t largest_table = std::size_t{1} << 18;  // entries

using Characters = std::vector<std::string_view>;

Characters characters(std::string_view text) {
  Characters out;
  for (std::size_t begin = 0; begin < text.size();) {
    auto end = begin;
    next_code_point(text, end);
    for (auto next = end; end < text.size(); end = next)
      if (starts_character(next_code_point(text, next))) break;
    out.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return out;
}

// lengths[i * columns + j]: of the longest common subsequence of a from i and b from j on.
std::vector<std::uint16_t> common_lengths(Characters const& a, Characters const& b) {
  auto const columns = b.size() + 1;
  std::vector<std::uint16_t> out((a.size() + 1) * columns);
  for (auto i = a.size(); i-- > 0;)
    for (auto j = b.size(); j-- > 0;)
      out[i * columns + j] = a[i] == b[j] ? static_cast<std::uint16_t>(out[(i + 1) * columns + j + 1] + 1)
                                          : std::max(out[(i + 1) * columns + j], out[i * columns + j + 1]);
  return out;
}

}  // namespace

std::vector<Hunk> find_hunks(std::string_view old, std::string_view with) {
  auto a = characters(old), b = characters(with);
  std::uint32_t at = 0;  // in `old`, where a begins
  std::size_t same = 0;
  while (same < a.size() && same < b.size() && a[same] == b[same]) at += static_cast<std::uint32_t>(a[same++].size());
  a.erase(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(same));
  b.erase(b.begin(), b.begin() + static_cast<std::ptrdiff_t>(same));
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.pop_back();
    b.pop_back();
  }
  std::vector<Hunk> out;
  auto const columns = b.size() + 1;
  auto const small = (a.size() + 1) * columns <= largest_table;
  auto const lengths = small ? common_lengths(a, b) : std::vector<std::uint16_t>{};
  for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
    if (small && i < a.size() && j < b.size() && a[i] == b[j]) {
      at += static_cast<std::uint32_t>(a[i].size());
      ++i;
      ++j;
      continue;
    }
    if (out.empty() || out.back().old.end != at) out.push_back({{at, at}, {}});
    auto& hunk = out.back();
    if (j == b.size() || (i < a.size() && (!small || lengths[(i + 1) * columns + j] >= lengths[i * columns + j + 1])))
      hunk.old.end = at += static_cast<std::uint32_t>(a[i++].size());
    else
      hunk.with += b[j++];
  }
  return out;
}

}  // namespace vanthu
