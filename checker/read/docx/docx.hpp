// A Word document → Document.
#pragma once
#include <string_view>
#include <variant>

#include "vanthu/read.hpp"

namespace vanthu::docx {

// `bytes`: a ZIP file. Errors: those of open_package(), and "empty".
std::variant<Document, ReadError> read_docx(std::string_view bytes, std::string_view name, ReadOptions const& options);

}  // namespace vanthu::docx
