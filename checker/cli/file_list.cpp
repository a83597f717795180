// A list of paths, taken one by one.
#include "cli/file_list.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "cli/load.hpp"

namespace vanthu::cli {

namespace {
constexpr std::size_t longest_path = std::size_t{1} << 20;
}

FileList::FileList(std::string const& path, bool nul_ends)
    : file_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)), nul_ends_(nul_ends) {
  if (file_ < 0) error_ = unreadable(errno);
}

FileList::~FileList() {
  if (file_ > STDIN_FILENO) ::close(file_);
}

std::optional<std::string> FileList::next() {
  for (;;) {
    auto const sign = nul_ends_ ? '\0' : '\n';
    auto end = bytes_.find(sign, at_);
    if (end == std::string::npos) {
      if (fill()) continue;
      if (at_ == bytes_.size()) return std::nullopt;
      end = bytes_.size();
    }
    auto path = bytes_.substr(at_, end - at_);
    at_ = std::min(end + 1, bytes_.size());
    if (!nul_ends_ && path.ends_with('\r')) path.pop_back();
    if (!path.empty()) return path;
  }
}

// Reads on; false when nothing comes any more.
bool FileList::fill() {
  if (ended_ || error_) return false;
  bytes_.erase(0, at_);
  at_ = 0;
  std::array<char, 1 << 16> chunk;
  auto const n = bytes_.size() > longest_path ? (errno = ENAMETOOLONG, -1) : read_some(file_, true, chunk.data(), chunk.size());
  if (n <= 0) {
    ended_ = true;
    cut_short_ = n < 0 && errno == EINTR;
    if (n < 0 && !cut_short_) error_ = unreadable(errno);
    if (n < 0) bytes_.clear();  // half a path
    return false;
  }
  bytes_.append(chunk.data(), static_cast<std::size_t>(n));
  if (!begun_) {
    if (bytes_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    nul_ends_ = nul_ends_ || bytes_.find('\0') != std::string::npos;
  }
  begun_ = true;
  return true;
}

}  // namespace vanthu::cli
