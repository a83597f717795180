// Patterns for paths: two matchers of one shape, for the letters of a name and for the names of a path. Each remembers its last star only:
// whatever an earlier star could take, the last one can as well, so the work is bounded by the product of the lengths.
#include "text/glob.hpp"

#include <vector>

#include "text/unicode.hpp"

namespace vanthu {
namespace {

Span span(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

// Where a bracket that opens at `at` closes (its "]"); npos when it does not. "]" in the first place is a letter of the set.
std::size_t closing_bracket(std::string_view glob, std::size_t at) {
  auto i = at + 1;
  if (i < glob.size() && (glob[i] == '!' || glob[i] == '^')) ++i;
  if (i < glob.size() && glob[i] == ']') ++i;
  return glob.find(']', i);
}

// `set`: what stands between the brackets.
bool in_set(std::string_view set, char32_t c) {
  bool const negated = set.starts_with('!') || set.starts_with('^');
  std::size_t i = negated ? 1 : 0;
  bool found = false;
  while (i < set.size()) {
    auto const low = next_code_point(set, i);
    auto high = low;
    if (i + 1 < set.size() && set[i] == '-') {
      ++i;
      high = next_code_point(set, i);
    }
    found = found || (low <= c && c <= high);
  }
  return found != negated;
}

// One sign of the pattern against one letter; `g` moves behind the sign.
bool fits_letter(std::string_view glob, std::size_t& g, char32_t c) {
  if (glob[g] == '?') {
    ++g;
    return true;
  }
  if (glob[g] == '[') {
    if (auto const close = closing_bracket(glob, g); close != std::string_view::npos) {
      auto const set = glob.substr(g + 1, close - g - 1);
      g = close + 1;
      return in_set(set, c);
    }
  }
  if (glob[g] == '\\' && g + 1 < glob.size()) ++g;
  return next_code_point(glob, g) == c;
}

bool fits_name(std::string_view glob, std::string_view name) {
  constexpr auto none = std::string_view::npos;
  std::size_t g = 0, n = 0, star = none, retry = 0;
  while (n < name.size()) {
    if (g < glob.size() && glob[g] == '*') {
      star = ++g;
      retry = n;
      continue;
    }
    auto next = n;
    auto const c = next_code_point(name, next);
    if (g < glob.size() && fits_letter(glob, g, c)) {
      n = next;
      continue;
    }
    if (star == none) return false;
    g = star;
    next_code_point(name, retry);
    n = retry;
  }
  while (g < glob.size() && glob[g] == '*') ++g;
  return g == glob.size();
}

std::vector<std::string_view> names_of(std::string_view path) {
  std::vector<std::string_view> out;
  while (!path.empty()) {
    auto const slash = path.find('/');
    if (slash != 0) out.push_back(path.substr(0, slash));
    path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
  }
  return out;
}

// `covering`: the pattern may end before the path does.
bool fits_names(std::vector<std::string_view> const& glob, std::vector<std::string_view> const& path, bool covering) {
  constexpr auto none = static_cast<std::size_t>(-1);
  std::size_t g = 0, p = 0, star = none, retry = 0;
  while (p < path.size()) {
    if (g == glob.size() && covering && p > 0) return true;
    if (g < glob.size() && glob[g] == "**") {
      star = ++g;
      retry = p;
    } else if (g < glob.size() && fits_name(glob[g], path[p])) {
      ++g;
      ++p;
    } else if (star != none) {
      g = star;
      p = ++retry;
    } else {
      return false;
    }
  }
  return g == glob.size();  // "a/**" is what stands in a, not a itself
}

std::string_view without_dots(std::string_view path) {
  while (path.starts_with("./")) path.remove_prefix(2);
  return path;
}

}  // namespace

std::optional<GlobProblem> glob_problem(std::string_view glob) {
  if (names_of(without_dots(glob)).empty() && !glob.starts_with('/')) return GlobProblem{GlobFault::empty, span(0, glob.size())};
  if (glob.starts_with('/')) return GlobProblem{GlobFault::absolute, span(0, 1)};
  for (std::size_t i = 0; i < glob.size(); ++i) {
    bool const starts_name = i == 0 || glob[i - 1] == '/';
    if (starts_name && glob.substr(i).starts_with("..") && (i + 2 == glob.size() || glob[i + 2] == '/'))
      return GlobProblem{GlobFault::upward, span(i, i + 2)};
    if (glob[i] == '{') return GlobProblem{GlobFault::braces, span(i, i + 1)};
    if (glob[i] == '\\') {
      if (++i == glob.size()) return GlobProblem{GlobFault::lone_backslash, span(i - 1, i)};
    } else if (glob[i] == '[') {
      auto const close = closing_bracket(glob, i);
      if (close == std::string_view::npos) return GlobProblem{GlobFault::open_bracket, span(i, i + 1)};
      i = close;
    }
  }
  return std::nullopt;
}

bool glob_fits(std::string_view glob, std::string_view path) { return fits_names(names_of(glob), names_of(path), false); }

bool glob_covers(std::string_view glob, std::string_view path) {
  auto names = names_of(without_dots(glob));
  if (names.empty()) return false;
  if (names.size() == 1 && without_dots(glob).size() == glob.size() && !glob.starts_with('/')) names.insert(names.begin(), "**");
  return fits_names(names, names_of(without_dots(path)), true);
}

}  // namespace vanthu
