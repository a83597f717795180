#include "cli/rewrite.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <system_error>

#include "cli/words.hpp"

namespace vanthu::cli {
namespace {

std::string failure(Language language, int error) {
  auto const reason = std::generic_category().message(error);
  switch (error) {
    case EACCES:
    case EPERM: return std::string(say(language, "không được phép ghi", "permission denied"));
    case ENOENT:
    case ENOTDIR: return std::string(say(language, "không có thư mục này", "no such folder"));
    case EISDIR: return std::string(say(language, "đây là thư mục", "is a folder"));
    case EROFS: return std::string(say(language, "ổ đĩa chỉ cho đọc", "the disk is read-only"));
    case ENOSPC:
    case EDQUOT: return std::string(say(language, "ổ đĩa đã đầy", "the disk is full"));
    default: return fmt::format("{}: {}", say(language, "không ghi được", "cannot be written"), reason);
  }
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    auto const n = ::write(file, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

// Where a chain of links ends; the path itself when that is no link.
std::string target_of(std::string const& path) {
  std::unique_ptr<char, void (*)(void*)> const real(::realpath(path.c_str(), nullptr), std::free);
  return real ? real.get() : path;
}

bool same(struct stat const& a, struct stat const& b) {
  return a.st_dev == b.st_dev && a.st_ino == b.st_ino && a.st_size == b.st_size && a.st_mtim.tv_sec == b.st_mtim.tv_sec &&
         a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

// For one thread: there is no other way to ask than to set it.
mode_t mask_of_new_files() {
  auto const mask = ::umask(0);
  ::umask(mask);
  return mask;
}

// A new file in the folder of `target`: its descriptor and name. -1 and errno where there can be none.
std::pair<int, std::string> open_beside(std::string const& target) {
  auto const folder = std::filesystem::path(target).parent_path();
  auto beside = ((folder.empty() ? std::filesystem::path(".") : folder) / ".vanthu-XXXXXX").string();
  auto const file = ::mkostemp(beside.data(), O_CLOEXEC);
  return {file, std::move(beside)};
}

// Mode and owner that a file at `target` has or gets, and its bytes on the disk. 0 or errno.
int settle(int file, std::string const& target) {
  auto const like = look_at(target);
  if (like && (like->st_uid != ::geteuid() || like->st_gid != ::getegid()))
    static_cast<void>(::fchown(file, like->st_uid, like->st_gid) == 0);  // only root may
  return ::fchmod(file, like ? like->st_mode & 07777 : 0666 & ~mask_of_new_files()) == 0 && ::fsync(file) == 0 ? 0 : errno;
}

}  // namespace

std::string changed_meanwhile(Language language) {
  return std::string(
      say(language, "tệp vừa được sửa ở nơi khác, không ghi đè; hãy chạy lại", "changed meanwhile, not overwritten; run again"));
}

std::optional<struct stat> look_at(std::string const& path) {
  struct stat out {};
  if (::stat(path.c_str(), &out) != 0) return std::nullopt;
  return out;
}

std::optional<std::string> rewrite(std::string const& path, std::string_view bytes, struct stat const& seen, Language language) {
  if (!S_ISREG(seen.st_mode))
    return std::string(say(language, "không phải tệp thường nên không ghi lại", "not a regular file, left alone"));
  auto const target = target_of(path);
  if ((seen.st_mode & 0222) == 0 || ::access(target.c_str(), W_OK) != 0)
    return std::string(say(language, "tệp chỉ cho đọc, không ghi", "read-only, left alone"));
  auto opened = OutputFile::open(target, language);
  if (auto* why = std::get_if<std::string>(&opened)) return std::move(*why);
  auto& file = std::get<OutputFile>(opened);
  file.write(bytes);
  auto const now = look_at(target);
  if (!now || !same(*now, seen)) return changed_meanwhile(language);
  return file.close(language);
}

std::variant<OutputFile, std::string> OutputFile::open(std::string const& path, Language language) {
  auto const there = look_at(path);
  if (there && S_ISDIR(there->st_mode)) return failure(language, EISDIR);
  if (there && !S_ISREG(there->st_mode)) {
    auto const file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (file < 0) return failure(language, errno);
    return OutputFile(file, {}, {});
  }
  auto target = target_of(path);
  auto [file, beside] = open_beside(target);
  if (file < 0) return failure(language, errno);
  return OutputFile(file, std::move(beside), std::move(target));
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : file_(std::exchange(other.file_, -1)), error_(other.error_), beside_(std::move(other.beside_)), target_(std::move(other.target_)) {}

OutputFile::~OutputFile() {
  if (file_ < 0) return;
  ::close(file_);
  if (!beside_.empty()) ::unlink(beside_.c_str());
}

void OutputFile::write(std::string_view bytes) {
  if (error_ == 0 && !write_all(file_, bytes)) error_ = errno;
}

std::optional<std::string> OutputFile::close(Language language) {
  if (error_ == 0 && !beside_.empty()) error_ = settle(file_, target_);
  if (::close(std::exchange(file_, -1)) != 0 && error_ == 0) error_ = errno;
  if (error_ == 0 && !beside_.empty() && ::rename(beside_.c_str(), target_.c_str()) != 0) error_ = errno;
  if (error_ == 0) return std::nullopt;
  if (!beside_.empty()) ::unlink(beside_.c_str());
  return failure(language, error_);
}

std::optional<std::string> write_output(std::string const& path, std::string_view bytes, Language language) {
  auto opened = OutputFile::open(path, language);
  if (auto* why = std::get_if<std::string>(&opened)) return std::move(*why);
  auto& file = std::get<OutputFile>(opened);
  file.write(bytes);
  return file.close(language);
}

}  // namespace vanthu::cli
