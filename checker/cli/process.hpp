// Another program, run and waited for.
#pragma once
#include <string>
#include <vector>

namespace vanthu::cli {

struct ProcessResult {
  int status = 0;        // its exit status, 128 + the number of the signal that ended it; -1: it could not be started
  int error = 0;         // errno where it could not
  std::string out, err;  // what it wrote
};

// The program is looked for as a shell does, but no shell sees the arguments. It reads nothing.
ProcessResult run_process(std::vector<std::string> const& arguments);

}  // namespace vanthu::cli
