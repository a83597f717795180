// vanthu schema.
#include "cli/commands.hpp"
#include "report/config_schema.hpp"
#include "report/pack_schema.hpp"

namespace vanthu::cli {

int run_schema(Options const& options) {
  print(options.paths.front() == "pack" ? report::pack_schema() : report::config_schema_json());
  return 0;
}

}  // namespace vanthu::cli
