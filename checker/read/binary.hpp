// Files that are no text: told by their first bytes, named in a sentence that helps.
#pragma once
#include <optional>
#include <string_view>

#include "vanthu/read.hpp"

namespace vanthu {

// The error that names what a file is. `can_be_saved`: the program that made it can write text.
ReadError not_text(std::string_view what_vi, std::string_view what_en, bool can_be_saved);

// What stands in a ZIP file that cannot be opened, by the names of its first members; nothing where it may be a Word document.
std::optional<ReadError> other_zip_by_names(std::string_view bytes);

// The error for a file whose first bytes are those of a known format; nothing for what may be text.
std::optional<ReadError> known_binary(std::string_view bytes);

// The error for bytes that are no text (they hold NUL).
ReadError binary_error(std::string_view bytes);

}  // namespace vanthu
