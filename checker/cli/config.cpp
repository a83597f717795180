// vanthu config show.
#include <fmt/format.h>

#include <filesystem>

#include "cli/commands.hpp"
#include "cli/houses.hpp"
#include "cli/output.hpp"
#include "engine/builtin.hpp"
#include "report/config_text.hpp"

namespace vanthu::cli {

int run_config(Options const& options, Surroundings const& surroundings) {
  auto const path = options.paths.size() > 1 ? options.paths[1] : std::string(".");
  Houses houses(options, builtin_rules(), surroundings.today);
  std::error_code ignored;
  auto const is_folder = path != "-" && std::filesystem::is_directory(path, ignored);
  auto const house = is_folder ? houses.in(path) : houses.of(path);
  if (auto const wrong = problems(*house, options); !wrong.empty()) {
    print_error(wrong);
    return 2;
  }
  auto const values = effective(*house, houses.absolute(path), is_folder);
  auto const shown = path == "-" ? options.stdin_filename : path;
  print(options.format == OutputFormat::json ? report::config_json(shown, values) : report::config_text(shown, values, options.language));
  return 0;
}

}  // namespace vanthu::cli
