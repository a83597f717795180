// The commands. Each prints, and returns its exit status.
#pragma once
#include <string>

#include "cli/options.hpp"
#include "cli/output.hpp"

namespace vanthu::cli {

// What a command takes from the machine it runs on.
struct Surroundings {
  Date today;
  bool color = false;       // where --color is auto: standard output is a terminal that wants colours
  std::size_t width = 100;  // columns of the terminal
  bool progress = false;    // standard error is a terminal on which a line can be drawn anew
};

int run_check(Options const& options, Surroundings const& surroundings);
int run_baseline(Options const& options, Surroundings const& surroundings);
int run_fix(Options const& options, Surroundings const& surroundings);
int run_parse(Options const& options, Surroundings const& surroundings);
int run_citations(Options const& options, Surroundings const& surroundings);
int run_registry(Options const& options);
int run_rules(Options const& options);
int run_explain(Options const& options);
int run_config(Options const& options, Surroundings const& surroundings);
int run_lsp(Options const& options, Date (*today)());  // runs for days
int run_init(Options const& options, Surroundings const& surroundings);
int run_schema(Options const& options);
int run_test_rules(Options const& options);

}  // namespace vanthu::cli
