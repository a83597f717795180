#include "lsp/uri.hpp"

#include <fmt/format.h>

#include <iterator>

#include "config/paths.hpp"

namespace vanthu::lsp {
namespace {

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool stays(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

}  // namespace

std::string path_of(std::string_view uri) {
  constexpr std::string_view scheme = "file://";
  if (!uri.starts_with(scheme)) return {};
  uri.remove_prefix(scheme.size());
  constexpr std::string_view host = "localhost/";
  if (uri.starts_with(host)) uri.remove_prefix(host.size() - 1);
  if (!uri.starts_with('/')) return {};
  uri = uri.substr(0, uri.find_first_of("?#"));
  std::string path;
  for (std::size_t at = 0; at < uri.size(); ++at) {
    if (uri[at] != '%') {
      path += uri[at];
      continue;
    }
    if (uri.size() - at < 3 || hex(uri[at + 1]) < 0 || hex(uri[at + 2]) < 0) return {};
    path += static_cast<char>(hex(uri[at + 1]) * 16 + hex(uri[at + 2]));
    at += 2;
  }
  if (path.find('\0') != std::string::npos) return {};
  return join_path("/", path);
}

std::string uri_of(std::string_view path) {
  std::string out = "file://";
  for (auto const c : path) {
    if (stays(c))
      out += c;
    else
      fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

}  // namespace vanthu::lsp
