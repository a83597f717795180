// Diagnostics as editors take them.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "lsp/documents.hpp"
#include "lsp/protocol.hpp"

namespace vanthu::lsp {

// Those of one result, in its order, without the suppressed. `buffer` holds the bytes that were checked.
std::vector<Finding> findings(Checked const& checked, std::string const& uri, TextBuffer const& buffer);
// Of an analysis: where the text could not be read, one that says so; where the configuration is wrong, none.
std::vector<Finding> findings(Analysis const& analysis, std::string const& uri, TextBuffer const& buffer, Language language);

// One diagnostic.
Finding finding_of(Checked const& checked, Diagnostic const& diagnostic, std::string const& uri, TextBuffer const& buffer);

// Problems of one file by which documents are judged. `buffer`: its text.
std::vector<Finding> findings(std::vector<FileProblem> const& problems, std::string_view path, TextBuffer const& buffer);

}  // namespace vanthu::lsp
