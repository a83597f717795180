// Words of the language server for people, in both languages.
#pragma once
#include <string_view>

#include "vanthu/diagnostic.hpp"

namespace vanthu::lsp {

inline std::string_view say(Language language, std::string_view vi, std::string_view en) { return language == Language::vi ? vi : en; }

}  // namespace vanthu::lsp
