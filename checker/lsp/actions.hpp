// What can be done about findings.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "lsp/documents.hpp"
#include "lsp/protocol.hpp"

namespace vanthu::lsp {

// The edits that a fix makes in the text of the document; nothing where it cannot be made (marks of Markdown stand in between …).
std::optional<std::vector<TextEdit>> edits_of(Fix const& fix, Checked const& checked, TextBuffer const& buffer);

// All safe fixes, as `vanthu fix` makes them, each proved by checking again.
std::vector<TextEdit> fix_all(OpenDocument const& document, Analysis const& analysis);

// A comment that lets a finding stay, put where it covers this finding and nothing is said of it by other rules; nothing where no place is
// right. Codes are those of rules.
std::optional<std::vector<TextEdit>> ignore(OpenDocument const& document, Analysis const& analysis, Diagnostic const& diagnostic,
                                            std::string_view reason, Machine const& machine);

// For all findings that touch `range`: fixes, to ignore it, to read the rule. `own_commands`: what the client carries out itself.
std::vector<CodeAction> actions(OpenDocument const& document, Analysis const& analysis, TextRange range,
                                std::vector<std::string> const& own_commands, Machine const& machine);

// True when `kind` is one of those asked for, or below one; all are where none is named.
bool is_wanted(std::vector<std::string> const& only, std::string_view kind);

inline constexpr std::string_view quick_fix = "quickfix", fix_all_kind = "source.fixAll.vanthu";

}  // namespace vanthu::lsp
