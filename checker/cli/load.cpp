// Files → bytes.
#include "cli/load.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "cli/interrupt.hpp"

namespace vanthu::cli {
namespace {

constexpr std::size_t largest_input = std::size_t{256} << 20;
constexpr std::size_t chunk = std::size_t{64} << 10;
constexpr int patience = 100;  // milliseconds between looks at the interruption

ReadError problem(std::string vi, std::string en) { return {"unreadable", std::move(vi), std::move(en)}; }

std::optional<ReadError> drain(int file, std::string& out) {
  struct stat about {};
  bool const regular = fstat(file, &about) == 0 && S_ISREG(about.st_mode);
  // One byte more than the file has, so that its end is met without growing.
  auto const room = regular && about.st_size > 0 ? std::min(static_cast<std::size_t>(about.st_size), largest_input) + 1 : chunk;
  if (out.size() < room) out.resize(room);
  std::size_t size = 0;
  for (;;) {
    if (out.size() == size) out.resize(size + chunk);
    auto const n = read_some(file, !regular, out.data() + size, out.size() - size);
    if (n < 0) {
      if (errno == EINTR) return ReadError{std::string(interrupted_kind), "chưa đọc hết thì bị ngắt", "interrupted before its end"};
      return unreadable(errno);
    }
    if (n == 0) break;
    size += static_cast<std::size_t>(n);
    // One byte more was asked for and not given: the file ends here. Of files of the system nobody knows the size: it is told as 0.
    if (regular && size == static_cast<std::size_t>(about.st_size) && size < out.size()) break;
    if (size > largest_input) return problem("lớn hơn 256 MiB", "larger than 256 MiB");
  }
  out.resize(size);
  return std::nullopt;
}

}  // namespace

ssize_t read_some(int file, bool may_wait, char* into, std::size_t room) {
  for (;;) {
    if (may_wait) {
      pollfd waiting{file, POLLIN, 0};
      auto const ready = ::poll(&waiting, 1, interruption() != 0 ? 0 : patience);
      if (ready == 0 && interruption() != 0) return errno = EINTR, -1;
      if (ready == 0 || (ready < 0 && errno == EINTR)) continue;
    }
    auto const n = ::read(file, into, room);
    if (n >= 0 || (errno != EINTR && errno != EAGAIN)) return n;
  }
}

ReadError unreadable(int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR: return problem("không có tệp này", "no such file");
    case EACCES:
    case EPERM: return problem("không được phép đọc", "permission denied");
    case EISDIR: return problem("đây là thư mục", "is a folder");
    default: break;
  }
  auto const reason = std::generic_category().message(error);
  return problem(fmt::format("không đọc được: {}", reason), reason);
}

std::optional<ReadError> load_into(std::string& bytes, std::string const& path) {
  if (path == "-") return drain(STDIN_FILENO, bytes);
  auto const file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);  // a FIFO without a writer is waited for in read_some()
  if (file < 0) return unreadable(errno);
  auto error = drain(file, bytes);
  ::close(file);
  return error;
}

std::variant<std::string, ReadError> load(std::string const& path) {
  std::string bytes;
  if (auto error = load_into(bytes, path)) return std::move(*error);
  return bytes;
}

}  // namespace vanthu::cli
