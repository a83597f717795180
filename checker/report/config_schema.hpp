// The JSON Schema of vanthu.toml, made from the table of its keys: what editors of TOML complete and check with.
#pragma once
#include <string>

namespace vanthu::report {

// Draft 7, which editors know best; indented, ended by '\n'. The same bytes in every run.
std::string config_schema_json();

}  // namespace vanthu::report
