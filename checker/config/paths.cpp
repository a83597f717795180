#include "config/paths.hpp"

namespace vanthu {

std::string_view parent_of(std::string_view path) {
  auto const slash = path.rfind('/');
  if (slash == std::string_view::npos || path.size() == 1) return {};
  return path.substr(0, slash == 0 ? 1 : slash);
}

std::string join_path(std::string_view folder, std::string_view path) {
  std::string out;
  out.reserve(folder.size() + path.size() + 1);
  auto const add = [&](std::string_view names) {
    while (!names.empty()) {
      auto const slash = names.find('/');
      auto const name = names.substr(0, slash);
      names = slash == std::string_view::npos ? std::string_view{} : names.substr(slash + 1);
      if (name == "..")
        out.resize(out.empty() ? 0 : out.rfind('/'));
      else if (!name.empty() && name != ".")
        out += '/', out += name;
    }
  };
  if (!path.starts_with('/')) add(folder);
  add(path);
  return out.empty() ? "/" : out;
}

std::string_view below(std::string_view folder, std::string_view path) {
  if (folder == "/") return path.starts_with('/') ? path.substr(1) : std::string_view{};
  if (!path.starts_with(folder) || path.size() <= folder.size() || path[folder.size()] != '/') return {};
  return path.substr(folder.size() + 1);
}

}  // namespace vanthu
