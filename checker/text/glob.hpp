// Patterns for paths, with "/" between folders, in the manner of .gitignore. Letters are compared as code points: give both sides in one
// form (to_nfc() in unicode.hpp).
//   *  any letters inside one name      ?  one letter      [abc] [a-z] [!a-z]  one of these letters, none of these
//   **  as a whole name: any number of folders, also none      \*  the sign itself
#pragma once
#include <optional>
#include <string_view>

#include "vanthu/span.hpp"

namespace vanthu {

// What keeps a pattern from meaning anything.
enum class GlobFault : unsigned char { empty, absolute, upward, open_bracket, braces, lone_backslash };

struct GlobProblem {
  GlobFault fault;
  Span span;  // bytes of the pattern
};

// Nothing when a person can have meant it: it is relative, does not climb ("..") and closes its brackets.
std::optional<GlobProblem> glob_problem(std::string_view glob);

// True when the pattern fits the whole path. A bracket that does not close stands for itself.
bool glob_fits(std::string_view glob, std::string_view path);

// True when the pattern fits the path or a folder in which it stands. A pattern without "/" (but at its end) fits names at any depth; one
// with "/" starts where the path starts. "./" in front and "/" behind do not count.
bool glob_covers(std::string_view glob, std::string_view path);

}  // namespace vanthu
