// Signals that end a run.
#include "cli/interrupt.hpp"

#include <atomic>
#include <csignal>

namespace vanthu::cli {
namespace {

std::atomic<int> caught = 0;  // the one variable of the program: a signal handler is given nothing else
static_assert(std::atomic<int>::is_always_lock_free);

void on_signal(int signal) {
  if (caught.load() != 0) {
    std::signal(signal, SIG_DFL);
    std::raise(signal);  // comes when this returns
  }
  interrupt(signal);
}

}  // namespace

void interrupt(int signal) {
  int none = 0;
  caught.compare_exchange_strong(none, signal);
}

int interruption() { return caught.load(std::memory_order_relaxed); }

void catch_signals() {
  for (auto const signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before {};
    if (sigaction(signal, nullptr, &before) != 0 || before.sa_handler == SIG_IGN) continue;
    struct sigaction action {};
    action.sa_handler = on_signal;
    sigaction(signal, &action, nullptr);
  }
}

}  // namespace vanthu::cli
