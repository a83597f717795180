// The vanthu program: what only the outermost ring knows, and the choice of the command.
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <system_error>

#include "cli/commands.hpp"

namespace vanthu::cli {
namespace {

std::string environment(char const* name) {
  auto const* value = std::getenv(name);
  return value ? value : "";
}

Date today() {
  auto const now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

std::size_t terminal_width() {
  if (auto const columns = std::strtol(environment("COLUMNS").c_str(), nullptr, 10); columns > 0 && columns < 10'000)
    return static_cast<std::size_t>(columns);
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 100;
}

bool wants_color() { return isatty(STDOUT_FILENO) != 0 && environment("NO_COLOR").empty() && environment("TERM") != "dumb"; }

bool can_redraw() { return isatty(STDERR_FILENO) != 0 && environment("TERM") != "dumb"; }

Surroundings surroundings() { return {today(), wants_color(), terminal_width(), can_redraw()}; }

int run(Options const& options) {
  switch (options.command) {
    case Command::check: return run_check(options, surroundings());
    case Command::baseline: return run_baseline(options, surroundings());
    case Command::fix: return run_fix(options, surroundings());
    case Command::parse: return run_parse(options, surroundings());
    case Command::citations: return run_citations(options, surroundings());
    case Command::registry: return run_registry(options);
    case Command::config: return run_config(options, surroundings());
    case Command::lsp: return run_lsp(options, today);
    case Command::init: return run_init(options, surroundings());
    case Command::rules: return run_rules(options);
    case Command::explain: return run_explain(options);
    case Command::schema: return run_schema(options);
    case Command::test_rules: return run_test_rules(options);
  }
  return 2;
}

}  // namespace
}  // namespace vanthu::cli

int main(int argc, char** argv) {
  using namespace vanthu::cli;
  std::signal(SIGPIPE, SIG_IGN);  // print() meets it as an error
  auto const parsed = parse_options({argv + 1, argv + argc}, environment);
  auto status = 0;
  if (auto const* exit = std::get_if<Exit>(&parsed)) {
    print(exit->out);
    print_error(exit->err);
    status = exit->status;
  } else {
    status = run(std::get<Options>(parsed));
  }
  if (output_error() == EPIPE) return 128 + SIGPIPE;
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // which have something to say at the end
  if (output_error() == 0) std::_Exit(status);                       // all is written, and the system takes memory back at once
#endif
  if (output_error() == 0) return status;
  print_error(fmt::format("vanthu: {}\n", std::generic_category().message(output_error())));
  return 2;
}
