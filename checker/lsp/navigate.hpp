// From a mention to what it names: the first mention of a citation, the division that an internal reference names; and back.
#pragma once
#include <vector>

#include "lsp/documents.hpp"
#include "lsp/protocol.hpp"

namespace vanthu::lsp {

// Empty where nothing at this place leads anywhere.
std::vector<Location> definition_of(OpenDocument const& document, Checked const& checked, TextPosition at);

// All mentions of what is mentioned or stands at this place, in reading order.
std::vector<Location> references_to(OpenDocument const& document, Checked const& checked, TextPosition at, bool with_first);

}  // namespace vanthu::lsp
