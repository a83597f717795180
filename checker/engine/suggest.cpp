// The nearest known name.
#include "engine/suggest.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/say.hpp"

namespace vanthu {
namespace {

constexpr std::size_t listed = 16;  // a longer list helps nobody

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), row(b.size() + 1), next(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    next[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      next[j] = std::min({row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) next[j] = std::min(next[j], before[j - 2] + 1);
    }
    before.swap(row);
    row.swap(next);
  }
  return row[b.size()];
}

std::string_view nearest(std::string_view name, std::vector<std::string_view> const& known) {
  if (name.size() > 100) return {};
  std::string_view best;
  auto best_distance = std::string_view::npos;
  for (auto const candidate : known) {
    auto const distance = edit_distance(name, candidate);
    if (distance < best_distance && distance <= std::max<std::size_t>(1, std::max(name.size(), candidate.size()) / 3)) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

std::string suggestion(std::string_view name, std::vector<std::string_view> const& known, Language language) {
  Say const say{language};
  if (auto const best = nearest(name, known); !best.empty()) return say("có phải là \"{}\"?", "did you mean \"{}\"?", best);
  if (known.empty() || known.size() > listed) return {};
  if (known.size() == 1) return say("dùng \"{}\"", "\"{}\" fits", known.front());
  auto const list = fmt::format("\"{}\"", fmt::join(known, "\", \""));
  return say("dùng một trong {}", "one of {} fits", list);
}

}  // namespace vanthu
