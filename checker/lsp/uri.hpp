// file: URIs (RFC 8089) ⇄ paths.
#pragma once
#include <string>
#include <string_view>

namespace vanthu::lsp {

// The absolute path that a file: URI names, without "." and ".."; empty for any other URI, for one on another host, and for one that is
// malformed ("%" without two digits, a NUL).
std::string path_of(std::string_view uri);

// "/a/dự thảo.md" → "file:///a/d%E1%BB%B1%20th%E1%BA%A3o.md"
std::string uri_of(std::string_view path);

}  // namespace vanthu::lsp
