// Standard output and standard error.
#include "cli/output.hpp"

#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "cli/interrupt.hpp"

namespace vanthu::cli {
namespace {

int failure = 0;  // of standard output, which there is one of

// 0 or errno.
int write_all(int file, std::string_view text) {
  while (!text.empty()) {
    auto const n = ::write(file, text.data(), text.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(n));
  }
  return 0;
}

}  // namespace

void print(std::string_view text) {
  if (failure != 0) return;
  failure = write_all(STDOUT_FILENO, text);
  if (failure != 0) interrupt(SIGPIPE);
}

void print_error(std::string_view text) { write_all(STDERR_FILENO, text); }

int output_error() { return failure; }

}  // namespace vanthu::cli
