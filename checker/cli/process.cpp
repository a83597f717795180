#include "cli/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

extern char** environ;

namespace vanthu::cli {
namespace {

// Both ends closed when it goes.
struct Pipe {
  int ends[2] = {-1, -1};
  ~Pipe() {
    for (auto& end : ends) shut(end);
  }
  static void shut(int& end) {
    if (end >= 0) ::close(std::exchange(end, -1));
  }
};

// What both pipes bring, until both are closed.
void drain(Pipe& out, Pipe& err, ProcessResult& result) {
  std::array<std::pair<int*, std::string*>, 2> open = {{{&out.ends[0], &result.out}, {&err.ends[0], &result.err}}};
  std::array<char, 65536> buffer{};
  while (*open[0].first >= 0 || *open[1].first >= 0) {
    pollfd waiting[2] = {{*open[0].first, POLLIN, 0}, {*open[1].first, POLLIN, 0}};
    if (::poll(waiting, 2, -1) < 0 && errno != EINTR) return;
    for (std::size_t i = 0; i < 2; ++i) {
      if (waiting[i].fd < 0 || waiting[i].revents == 0) continue;
      auto const n = ::read(waiting[i].fd, buffer.data(), buffer.size());
      if (n > 0) open[i].second->append(buffer.data(), static_cast<std::size_t>(n));
      if (n == 0 || (n < 0 && errno != EINTR)) Pipe::shut(*open[i].first);
    }
  }
}

}  // namespace

ProcessResult run_process(std::vector<std::string> const& arguments) {
  ProcessResult result;
  Pipe out, err;
  if (::pipe2(out.ends, O_CLOEXEC) != 0 || ::pipe2(err.ends, O_CLOEXEC) != 0) return {-1, errno, {}, {}};
  std::vector<char*> argv;
  for (auto const& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, out.ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err.ends[1], STDERR_FILENO);
  pid_t child = 0;
  auto const error = ::posix_spawnp(&child, argv[0], &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) return {-1, error, {}, {}};
  Pipe::shut(out.ends[1]);
  Pipe::shut(err.ends[1]);
  drain(out, err, result);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return {-1, errno, {}, {}};
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return result;
}

}  // namespace vanthu::cli
