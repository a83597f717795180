// Standard output and standard error.
#pragma once
#include <string_view>

namespace vanthu::cli {

void print(std::string_view text);        // standard output, at once; after a failure nothing more
void print_error(std::string_view text);  // standard error, at once

// errno of the failure of print(), or 0. EPIPE (nobody reads on) also ends the run: interruption() is then SIGPIPE.
int output_error();

}  // namespace vanthu::cli
