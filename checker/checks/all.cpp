#include <array>

#include "checks/check.hpp"

namespace vanthu {

std::span<Check const* const> all_checks() { return {}; }

}  // namespace vanthu
