// Paths as text: absolute, with "/" between names. Nothing here asks the machine.
#pragma once
#include <string>
#include <string_view>

namespace vanthu {

// "/a/b/c" → "/a/b"; "/a" → "/"; "/" → "".
std::string_view parent_of(std::string_view path);

// `path` as seen from `folder`, with "." and ".." worked out: ("/a/b", "../x.toml") → "/a/x.toml". An absolute `path` stays.
std::string join_path(std::string_view folder, std::string_view path);

// What remains of `path` below `folder`: ("/a", "/a/b/c") → "b/c". Empty when it does not stand there.
std::string_view below(std::string_view folder, std::string_view path);

}  // namespace vanthu
