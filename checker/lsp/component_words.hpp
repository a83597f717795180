// What a component of a document is called, and what it is, for people.
#pragma once
#include <string_view>

#include "vanthu/diagnostic.hpp"
#include "vanthu/facts.hpp"

namespace vanthu::lsp {

// "Quốc hiệu"
std::string_view name_of(ComponentKind kind, Language language);
// One clause on what it is and where the decree speaks of it.
std::string_view explanation_of(ComponentKind kind, Language language);
// "Điều", "khoản"
std::string_view name_of(OutlineKind kind, Language language);

}  // namespace vanthu::lsp
