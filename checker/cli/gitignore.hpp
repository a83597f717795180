// .gitignore as git has it: lines → patterns, patterns → a judgment of one path. Bytes are compared, as git does.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::cli {

struct IgnorePattern {
  std::string glob;           // without "!", without the "/" in front or behind
  bool negated = false;       // "!": what fits is not ignored
  bool folders_only = false;  // "/" behind
  bool by_name = false;       // no "/" but behind: fits the last name of a path at any depth
};

// One pattern a line; blank lines and comments left out. A pattern that can fit nothing (an open bracket) stays and fits nothing.
std::vector<IgnorePattern> parse_gitignore(std::string_view text);

// Whether `path`, relative to the folder of the patterns' file, is ignored by the last pattern that fits; nothing where none fits. That a
// folder around it is ignored is the caller's to know.
std::optional<bool> ignored(std::vector<IgnorePattern> const& patterns, std::string_view path, bool is_folder);

}  // namespace vanthu::cli
