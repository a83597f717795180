// The JSON Schema of rule packs, made from the loader's own tables: what editors of TOML complete and check with.
#pragma once
#include <string>

namespace vanthu::report {

// Draft 7, which editors know best; indented, ended by '\n'. The same bytes in every run.
std::string pack_schema();

}  // namespace vanthu::report
