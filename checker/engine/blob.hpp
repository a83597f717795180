// Rules as bytes: how shipped packs travel inside the program. The layout belongs to one build; it is no file format.
#pragma once
#include <string>
#include <string_view>

#include "engine/rule.hpp"

namespace vanthu {

std::string to_bytes(RuleData const& rules);

// `bytes` come from to_bytes() of the same build, and must outlive the result: its strings look into them.
RuleData from_bytes(std::string_view bytes);

}  // namespace vanthu
