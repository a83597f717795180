// A command over many inputs: the same gathering, threads, order, progress and end for all of them.
#pragma once
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "report/text.hpp"

namespace vanthu::cli {

// What one input came to; made in a worker thread, so that only writing is left.
struct Piece {
  std::string out, err;                   // for standard output and standard error
  report::Totals totals;                  // what it adds to those of the run
  std::string not_read;                   // its name, where a signal cut its reading short: then nothing else
  std::vector<std::string> outputs = {};  // for InputWork::arrived

  std::size_t size() const {
    auto bytes = sizeof(Piece) + out.size() + err.size();
    for (auto const& output : outputs) bytes += output.size();
    return bytes;
  }
};

// What stands between the `out` of two inputs.
struct Framing {
  std::string_view before_first, between;
};

struct Ending {
  report::Totals totals;
  int signal = 0;               // that ended the run early, or 0
  std::size_t not_checked = 0;  // inputs that were not read because of it
  bool list_unread = false;     // and more that a list would have named
};

// What a command makes of an input.
struct InputWork {
  // All are called in several threads at once. One of the first two is there: with `read_all` small inputs are taken together.
  std::function<Piece(std::string const& path, std::string_view bytes)> read = {};
  std::function<std::vector<Piece>(std::span<Loaded const> inputs)> read_all = {};                       // a piece for each
  std::function<std::string(std::string const& name, ReadError const& error)> unreadable = {};           // → Piece::out
  std::function<std::vector<std::string>(std::string const& name, ReadError const& error)> unread = {};  // → Piece::outputs
  // Unless empty, called for each piece in the order of the inputs, one call at a time, before it is printed.
  std::function<void(Piece& piece)> arrived = {};
  // Where the bytes of an input come from; empty: load_into().
  std::function<std::optional<ReadError>(std::string& bytes, std::string const& path)> load = {};
};

// Goes through all inputs in options.jobs threads and prints their pieces in order. One that cannot be read is told on standard error and
// counted. When a signal ends the run (or nobody takes the output any more), what was begun is finished, `left` is called with the name
// of every other input, in order, and standard error says how many those are.
Ending run_inputs(Inputs& inputs, Options const& options, Surroundings const& surroundings, Framing framing, InputWork const& work,
                  std::function<void(std::string const& name)> const& left);

// The piece of an input that cannot be read, also for a reader that says so later.
Piece unreadable_piece(std::string const& name, ReadError const& error, Options const& options, InputWork const& work);

// How an input that a signal kept from being read appears among the entries of lines of JSON.
ReadError not_checked();

// A list of files that cannot be opened is told on standard error; false then: nothing is to be done.
bool can_begin(Inputs const& inputs, Options const& options);

// The exit status of a run: that of the signal which ended it, 3 where an input could not be read, else `status`.
int exit_status(Ending const& ending, int status);

}  // namespace vanthu::cli
