// Paths → bytes: walks folders, leaves out what is excluded, reads files and standard input.
#pragma once
#include <string>
#include <variant>
#include <vector>

#include "cli/options.hpp"
#include "vanthu/read.hpp"

namespace vanthu::cli {

// The documents that the paths of `options` name (none: the current folder): a file as itself, a folder as its .txt, .md and .markdown
// files at any depth in the order of their paths, hidden ones left out. Each once. `notes` receives what the user may want to know (a
// folder without documents).
std::vector<std::string> gather(Options const& options, std::vector<std::string>& notes);

// True when `glob` (*, ?, […]; * also matches "/") fits the whole path, its end after a "/", or a folder in it.
bool excluded(std::string const& path, std::string const& glob);

// The bytes of a file, or of standard input for "-".
std::variant<std::string, ReadError> load(std::string const& path);

// How an input is called in what is printed: "-" goes by options.stdin_filename.
std::string shown_name(Options const& options, std::string const& path);

}  // namespace vanthu::cli
