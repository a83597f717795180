// Files that are no text: told by their first bytes, named in a sentence that helps.
#pragma once
#include <optional>
#include <string_view>

#include "vanthu/read.hpp"

namespace vanthu {

// The error for a file whose first bytes are those of a known format; nothing for what may be text.
std::optional<ReadError> known_binary(std::string_view bytes);

// The error for bytes that are no text (they hold NUL).
ReadError binary_error(std::string_view bytes);

}  // namespace vanthu
