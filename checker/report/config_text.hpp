// What holds for a path, for people (as TOML, with who says so behind each value) and for programs (vanthu.config/1).
#pragma once
#include <string>
#include <string_view>

#include "config/effective.hpp"

namespace vanthu::report {

inline constexpr std::string_view config_schema = "vanthu.config/1";

// `path`: as shown.
std::string config_text(std::string_view path, Effective const& effective, Language language);
std::string config_json(std::string_view path, Effective const& effective);

}  // namespace vanthu::report
