// .gitignore as git has it.
#include "cli/gitignore.hpp"

#include <algorithm>
#include <cstring>

namespace vanthu::cli {
namespace {

constexpr auto none = std::string_view::npos;

bool in_class(std::string_view name, unsigned char c) {
  bool const lower = c >= 'a' && c <= 'z', upper = c >= 'A' && c <= 'Z', digit = c >= '0' && c <= '9';
  bool const print = c >= 0x20 && c < 0x7F;
  if (name == "alnum") return lower || upper || digit;
  if (name == "alpha") return lower || upper;
  if (name == "blank") return c == ' ' || c == '\t';
  if (name == "cntrl") return c < 0x20 || c == 0x7F;
  if (name == "digit") return digit;
  if (name == "graph") return print && c != ' ';
  if (name == "lower") return lower;
  if (name == "print") return print;
  if (name == "punct") return print && c != ' ' && !lower && !upper && !digit;
  if (name == "space") return c == ' ' || (c >= '\t' && c <= '\r');
  if (name == "upper") return upper;
  if (name == "xdigit") return digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  return false;
}

constexpr std::string_view classes[] = {"alnum", "alpha", "blank", "cntrl", "digit", "graph",
                                        "lower", "print", "punct", "space", "upper", "xdigit"};

// A bracket expression from `g`, just behind its "[", to behind its "]". Nothing when it does not close or names an unknown class: such a
// pattern fits nothing.
std::optional<bool> in_bracket(std::string_view glob, std::size_t& g, unsigned char c) {
  bool const negated = g < glob.size() && (glob[g] == '!' || glob[g] == '^');
  if (negated) ++g;
  bool found = false;
  int low = -1;  // what a "-" may build on
  for (bool first = true;; first = false) {
    if (g >= glob.size()) return std::nullopt;
    if (glob[g] == ']' && !first) break;
    if (glob[g] == '[' && g + 1 < glob.size() && glob[g + 1] == ':') {
      auto const close = glob.find(']', g + 2);
      if (close == none) return std::nullopt;
      if (close > g + 2 && glob[close - 1] == ':') {
        auto const name = glob.substr(g + 2, close - g - 3);
        if (std::find(std::begin(classes), std::end(classes), name) == std::end(classes)) return std::nullopt;
        found = found || in_class(name, c);
        g = close + 1;
        low = -1;
        continue;
      }
    }
    bool const range = glob[g] == '-' && low >= 0 && g + 1 < glob.size() && glob[g + 1] != ']';
    if (range) ++g;
    if (glob[g] == '\\' && ++g >= glob.size()) return std::nullopt;
    auto const sign = static_cast<unsigned char>(glob[g++]);
    found = found || (range ? low <= c && c <= sign : sign == c);
    low = range ? -1 : sign;
  }
  ++g;
  return found != negated && c != '/';
}

// One sign of the pattern, which is no star, against one byte; `g` moves behind the sign.
bool fits_byte(std::string_view glob, std::size_t& g, char c) {
  switch (glob[g]) {
    case '?': return ++g, c != '/';
    case '[': return in_bracket(glob, ++g, static_cast<unsigned char>(c)).value_or(false);
    case '\\': return ++g < glob.size() && glob[g++] == c;
    default: return glob[g++] == c;
  }
}

// "*" stops at "/"; "**" as a whole name stands for any folders. Only the last of each is gone back to: what an earlier one could take
// the last one can as well, so the work is bounded by the product of the lengths.
bool fits(std::string_view glob, std::string_view path) {
  std::size_t g = 0, p = 0, star = none, star_path = 0, folders = none, folders_path = 0;
  while (p < path.size()) {
    if (g < glob.size() && glob[g] == '*') {
      auto const end = std::min(glob.find_first_not_of('*', g), glob.size());
      bool const whole_name = end - g > 1 && (g == 0 || glob[g - 1] == '/') && (end == glob.size() || glob[end] == '/');
      if (whole_name && end == glob.size()) return true;
      g = whole_name ? end + 1 : end;
      (whole_name ? folders : star) = g;
      (whole_name ? folders_path : star_path) = p;
      if (whole_name) star = none;
      continue;
    }
    if (auto next = g; g < glob.size() && fits_byte(glob, next, path[p])) {
      g = next;
      ++p;
    } else if (star != none && path[star_path] != '/') {
      g = star;
      p = ++star_path;
    } else if (auto const slash = folders == none ? none : path.find('/', folders_path); slash != none) {
      g = folders;
      p = folders_path = slash + 1;
      star = none;
    } else {
      return false;
    }
  }
  return glob.find_first_not_of('*', g) == none;
}

// What stands before the first sign is compared as it is and does not count for whether "**" is a whole name: so does git.
bool fits_behind_letters(std::string_view glob, std::string_view path) {
  auto const letters = std::min(glob.find_first_of("*?[\\"), glob.size());
  return path.starts_with(glob.substr(0, letters)) && fits(glob.substr(letters), path.substr(letters));
}

// Blanks at the end do not count, unless a backslash stands in front.
std::string_view without_blanks_behind(std::string_view line) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == ' ') continue;
    if (line[i] == '\\') ++i;
    end = std::min(i + 1, line.size());
  }
  return line.substr(0, end);
}

}  // namespace

std::vector<IgnorePattern> parse_gitignore(std::string_view text) {
  std::vector<IgnorePattern> out;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty()) {
    auto const end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.starts_with('#')) continue;
    line = without_blanks_behind(line);
    IgnorePattern pattern;
    if ((pattern.negated = line.starts_with('!'))) line.remove_prefix(1);
    if ((pattern.folders_only = line.ends_with('/'))) line.remove_suffix(1);
    pattern.by_name = line.find('/') == none;
    if (line.starts_with('/')) line.remove_prefix(1);
    if (line.empty()) continue;
    pattern.glob = line;
    out.push_back(std::move(pattern));
  }
  return out;
}

std::optional<bool> ignored(std::vector<IgnorePattern> const& patterns, std::string_view path, bool is_folder) {
  auto const name = path.substr(path.rfind('/') + 1);
  for (auto pattern = patterns.rbegin(); pattern != patterns.rend(); ++pattern)
    if ((is_folder || !pattern->folders_only) && fits_behind_letters(pattern->glob, pattern->by_name ? name : path))
      return !pattern->negated;
  return std::nullopt;
}

}  // namespace vanthu::cli
