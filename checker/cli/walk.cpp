// A folder as a stream of documents.
#include "cli/walk.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "cli/load.hpp"
#include "engine/sidecar.hpp"

namespace vanthu::cli {
namespace {

namespace fs = std::filesystem;

enum class Kind : unsigned char { folder, file, other };

// A link is what it leads to, but never a folder. One that leads nowhere counts as a file: that it cannot be read is then told.
Kind kind_of(int folder, dirent const& entry) {
  if (entry.d_type == DT_DIR) return Kind::folder;
  if (entry.d_type == DT_REG) return Kind::file;
  if (entry.d_type != DT_LNK && entry.d_type != DT_UNKNOWN) return Kind::other;
  struct stat about {};
  if (fstatat(folder, entry.d_name, &about, AT_SYMLINK_NOFOLLOW) != 0) return Kind::file;
  if (S_ISDIR(about.st_mode)) return Kind::folder;
  if (S_ISLNK(about.st_mode) && fstatat(folder, entry.d_name, &about, 0) != 0) return Kind::file;
  return S_ISREG(about.st_mode) ? Kind::file : Kind::other;
}

bool is_regular_file(std::string const& path) {
  struct stat about {};
  return lstat(path.c_str(), &about) == 0 && S_ISREG(about.st_mode);  // git follows no links here either
}

}  // namespace

bool is_document(std::string_view name) {
  if (name.starts_with("~$")) return false;
  auto const dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return false;
  std::string extension(name.substr(dot));
  for (auto& c : extension)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return extension == ".docx" || extension == ".txt" || extension == ".md" || extension == ".markdown";
}

Walk::Walk(std::string const& folder, bool gitignore, std::function<bool(std::string const&)> left_out)
    : gitignore_(gitignore), left_out_(std::move(left_out)) {
  std::string tracked;
  if (gitignore_) {
    std::error_code error;
    auto const whole = fs::canonical(folder, error);
    auto top = whole;
    while (!error && !fs::exists(top / ".git", error) && top.has_relative_path()) top = top.parent_path();
    if (!error && top != whole && fs::exists(top / ".git", error)) {
      tracked = whole.lexically_relative(top).string() + "/";
      auto const above = top.string() + (top.has_relative_path() ? "/" : "");
      read_patterns(above + ".git/info/exclude", 0);
      for (std::size_t end = 0; end < tracked.size(); end = tracked.find('/', end) + 1)
        read_patterns(above + tracked.substr(0, end) + ".gitignore", end);
    }
  }
  auto path = folder == "." || folder == "./" ? std::string{} : folder;
  if (!path.empty() && !path.ends_with('/')) path += '/';
  pending_ = enter(std::move(path), std::move(tracked));
}

std::optional<Found> Walk::next() {
  if (pending_) return std::exchange(pending_, std::nullopt);
  while (!open_.empty()) {
    auto& folder = open_.back();
    if (folder.next == folder.at.size()) {
      patterns_.resize(folder.patterns);
      first_pattern_ = folder.first_pattern;
      open_.pop_back();
      continue;
    }
    std::string_view name = folder.names.c_str() + folder.at[folder.next++];
    bool const is_folder = name.ends_with('/');
    if (is_folder) name.remove_suffix(1);
    auto path = folder.path + std::string(name);
    auto tracked = folder.tracked + std::string(name);
    if (left_out_(path) || is_ignored(tracked, is_folder)) continue;
    if (!is_folder) return Found{std::move(path), std::nullopt, folder.sidecars};
    if (auto error = enter(path + '/', tracked + '/')) return error;
  }
  return std::nullopt;
}

// Lists a folder and takes up its patterns. A folder that is a repository of its own begins anew.
std::optional<Found> Walk::enter(std::string path, std::string tracked) {
  auto const name = path.empty() ? std::string(".") : path.substr(0, std::max<std::size_t>(path.size() - 1, 1));
  auto* const listing = ::opendir(path.empty() ? "." : path.c_str());
  if (!listing) return Found{name, unreadable(errno)};
  Folder folder;
  bool repository = false, patterns = false;
  errno = 0;
  while (auto const* entry = ::readdir(listing)) {
    std::string_view const entry_name = entry->d_name;
    if (entry_name.starts_with('.')) {
      repository = repository || entry_name == ".git";
      patterns = patterns || entry_name == ".gitignore";
    } else if (entry_name.ends_with(sidecar_suffix)) {
      folder.sidecars = true;
    } else if (auto const kind = kind_of(::dirfd(listing), *entry);
               kind == Kind::folder || (kind == Kind::file && is_document(entry_name))) {
      folder.at.push_back(static_cast<std::uint32_t>(folder.names.size()));
      folder.names.append(entry_name).append(kind == Kind::folder ? "/" : "").push_back('\0');
    }
    errno = 0;
  }
  auto const error = errno;
  folder.sidecars = folder.sidecars || error != 0;  // perhaps among what was not told
  ::closedir(listing);
  std::sort(folder.at.begin(), folder.at.end(), [&](auto a, auto b) { return std::strcmp(&folder.names[a], &folder.names[b]) < 0; });

  folder.patterns = patterns_.size();
  folder.first_pattern = first_pattern_;
  if (gitignore_ && repository) {
    tracked.clear();
    first_pattern_ = patterns_.size();
    read_patterns(path + ".git/info/exclude", 0);
  }
  if (gitignore_ && patterns) read_patterns(path + ".gitignore", tracked.size());
  folder.path = std::move(path);
  folder.tracked = std::move(tracked);
  open_.push_back(std::move(folder));
  if (error != 0) return Found{name, unreadable(error)};
  return std::nullopt;
}

void Walk::read_patterns(std::string const& file, std::size_t base) {
  if (!is_regular_file(file)) return;
  auto const bytes = load(file);
  auto const* text = std::get_if<std::string>(&bytes);
  if (!text) return;
  if (auto list = parse_gitignore(*text); !list.empty()) patterns_.push_back({std::move(list), base});
}

// The nearest .gitignore that has something to say decides.
bool Walk::is_ignored(std::string const& tracked, bool is_folder) const {
  for (auto i = patterns_.size(); i > first_pattern_; --i) {
    auto const& [list, base] = patterns_[i - 1];
    if (auto const judged = ignored(list, std::string_view(tracked).substr(base), is_folder)) return *judged;
  }
  return false;
}

}  // namespace vanthu::cli
