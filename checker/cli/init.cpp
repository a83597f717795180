// vanthu init.
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

#include "cli/commands.hpp"
#include "cli/houses.hpp"
#include "cli/output.hpp"
#include "cli/words.hpp"
#include "config/init.hpp"
#include "engine/builtin.hpp"

namespace vanthu::cli {
namespace {

bool write_all(int file, std::string_view text) {
  while (!text.empty()) {
    auto const n = ::write(file, text.data(), text.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(n));
  }
  return ::fsync(file) == 0 || errno == EINVAL;
}

// Gives `from` the name `to` unless that is taken: errno is EEXIST then.
bool rename_to_free_name(char const* from, char const* to) {
  if (::renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0) return true;
  if (errno != EINVAL && errno != ENOSYS) return false;
  if (::link(from, to) != 0) return false;
  ::unlink(from);
  return true;
}

// A new file, complete or not at all; nothing that is there is touched. 0, or errno.
int write_new(std::string const& path, std::string_view text) {
  auto const beside = fmt::format("{}.{}.tmp", path, ::getpid());
  auto const file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file < 0) return errno;
  auto const written = write_all(file, text);
  auto error = written ? 0 : errno;
  if (::close(file) != 0 && error == 0) error = errno;
  if (error == 0 && !rename_to_free_name(beside.c_str(), path.c_str())) error = errno;
  if (error != 0) ::unlink(beside.c_str());
  return error;
}

}  // namespace

int run_init(Options const& options, Surroundings const& surroundings) {
  std::string const path(config_name);
  Houses houses(options, builtin_rules(), surroundings.today);
  // What holds here so far goes on holding.
  auto const& files = houses.here()->config().files;
  auto const above = files.empty() ? std::string() : files.back()->source.name;
  auto const error = write_new(path, config_template(above));
  if (error == EEXIST) {
    print_error(fmt::format("vanthu: {}\n", say(options.language, "đã có vanthu.toml ở đây, không ghi đè",
                                                "there is a vanthu.toml here already; it is left as it is")));
    return 2;
  }
  if (error != 0) {
    print_error(fmt::format("vanthu: {}: {}: {}\n", path, say(options.language, "không ghi được", "cannot be written"),
                            std::generic_category().message(error)));
    return 2;
  }
  print_error(fmt::format("{}\n", say(options.language, "đã ghi vanthu.toml", "vanthu.toml is written")));
  return 0;
}

}  // namespace vanthu::cli
