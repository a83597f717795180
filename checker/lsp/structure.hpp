// The document as a tree: components, with the divisions of the text inside them; and what of it can be folded.
#pragma once
#include <vector>

#include "lsp/documents.hpp"
#include "lsp/protocol.hpp"

namespace vanthu::lsp {

// In reading order; each holds its children.
std::vector<Symbol> symbols(Checked const& checked, TextBuffer const& buffer, Language language);

// What takes more than one line: components, divisions, comments. One for each first line, the longest.
std::vector<Folding> foldings(Checked const& checked, TextBuffer const& buffer);

}  // namespace vanthu::lsp
