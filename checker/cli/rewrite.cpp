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

// Writes beside `target` and renames. `like`: whose mode and owner the file gets; `unchanged`: asked right before the rename.
template <class Unchanged>
std::optional<std::string> put(std::string const& target, std::string_view bytes, struct stat const* like, Language language,
                               Unchanged unchanged) {
  auto const folder = std::filesystem::path(target).parent_path();
  auto beside = ((folder.empty() ? std::filesystem::path(".") : folder) / ".vanthu-XXXXXX").string();
  auto const file = ::mkostemp(beside.data(), O_CLOEXEC);
  if (file < 0) return failure(language, errno);
  auto ok = write_all(file, bytes);
  if (ok && like != nullptr && (like->st_uid != ::geteuid() || like->st_gid != ::getegid()))
    static_cast<void>(::fchown(file, like->st_uid, like->st_gid) == 0);  // only root may
  ok = ok && ::fchmod(file, like != nullptr ? like->st_mode & 07777 : 0666 & ~mask_of_new_files()) == 0 && ::fsync(file) == 0;
  auto error = ok ? 0 : errno;
  if (::close(file) != 0 && error == 0) error = errno;
  std::optional<std::string> wrong;
  if (error == 0) wrong = unchanged();
  if (error == 0 && !wrong && ::rename(beside.c_str(), target.c_str()) != 0) error = errno;
  if (error == 0 && !wrong) return std::nullopt;
  ::unlink(beside.c_str());
  return wrong ? wrong : failure(language, error);
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
  return put(target, bytes, &seen, language, [&]() -> std::optional<std::string> {
    auto const now = look_at(target);
    if (now && same(*now, seen)) return std::nullopt;
    return changed_meanwhile(language);
  });
}

std::optional<std::string> write_output(std::string const& path, std::string_view bytes, Language language) {
  auto const there = look_at(path);
  if (there && S_ISDIR(there->st_mode)) return failure(language, EISDIR);
  if (!there || S_ISREG(there->st_mode))
    return put(target_of(path), bytes, there ? &*there : nullptr, language, [] { return std::optional<std::string>(); });
  auto const file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (file < 0) return failure(language, errno);
  auto const ok = write_all(file, bytes);
  auto const error = ok ? 0 : errno;
  ::close(file);
  return ok ? std::nullopt : std::optional(failure(language, error));
}

}  // namespace vanthu::cli
