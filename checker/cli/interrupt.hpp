// Signals that end a run: the first is remembered, so that the run ends in order; a second one ends the program at once.
#pragma once

namespace vanthu::cli {

// SIGINT, SIGTERM and SIGHUP (those that are not ignored already) are remembered from now on.
void catch_signals();

// The signal that ends this run, or 0. Asked by everything that waits or goes through many files.
int interruption();

// Ends the run as a signal would: for output that nobody takes any more (SIGPIPE).
void interrupt(int signal);

}  // namespace vanthu::cli
