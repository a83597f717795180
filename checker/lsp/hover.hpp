// What stands at a place: findings with their rules, the citation with what the register knows of it, the component.
#pragma once
#include <optional>

#include "lsp/documents.hpp"
#include "lsp/protocol.hpp"

namespace vanthu::lsp {

std::optional<Hover> hover_at(OpenDocument const& document, Analysis const& analysis, TextPosition at, Machine const& machine);

}  // namespace vanthu::lsp
