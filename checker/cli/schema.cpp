// vanthu schema.
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "report/config_schema.hpp"

namespace vanthu::cli {

int run_schema(Options const&) {
  print(report::config_schema_json());
  return 0;
}

}  // namespace vanthu::cli
