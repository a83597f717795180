// The register that ships: made from data/*.csv when the program is built, and a part of the program. Its pages are read from the program's
// file when they are first looked at; a start that asks nothing pays nothing.
#pragma once
#include <string_view>

namespace vanthu::registry {

std::string_view builtin();

}  // namespace vanthu::registry
