// What clients are told: plain structs → JSON.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/protocol.hpp"

namespace vanthu::lsp {

struct Capabilities {
  std::string_view encoding;  // "utf-16"
  std::string_view version;   // of the program
  std::span<std::string_view const> commands, completion_characters, action_kinds;
};
std::string initialize_result(Capabilities const& capabilities);

// A document that edits are for. With a version they are `documentChanges`, else `changes`.
struct EditedDocument {
  std::string uri;
  std::optional<std::int64_t> version;
};

std::string findings_json(std::vector<Finding> const& findings);
// `findings` is JSON; no version: of a file that is not open.
std::string publish_params(std::string_view uri, std::optional<std::int64_t> version, std::string_view findings);
// One report of a pull: `findings` (JSON) or, where it is empty, "unchanged".
std::string report(std::string_view result_id, std::string_view findings);
// The same as an item of a workspace's.
std::string workspace_report(std::string_view uri, std::optional<std::int64_t> version, std::string_view result_id,
                             std::string_view findings);
std::string reports(std::vector<std::string> const& items);

std::string actions_json(std::vector<CodeAction> const& actions, EditedDocument const& document);
std::string hover_json(std::optional<Hover> const& hover);
std::string symbols_json(std::vector<Symbol> const& symbols);
// Without the tree: SymbolInformation.
std::string flat_symbols_json(std::vector<Symbol> const& symbols, std::string_view uri);
std::string locations_json(std::vector<Location> const& locations);
std::string foldings_json(std::vector<Folding> const& foldings);
std::string completions_json(std::vector<Completion> const& completions, bool complete);

// window/showMessage, window/logMessage: 1 error … 4 log.
std::string message_params(int type, std::string_view text);
// workspace/applyEdit
std::string apply_edit_params(std::string_view label, EditedDocument const& document, std::vector<TextEdit> const& edits);
// client/registerCapability for workspace/didChangeWatchedFiles
std::string watch_params(std::span<std::string_view const> globs);
// $/progress; `token` is JSON.
std::string progress_begin(std::string_view token, std::string_view title);
std::string progress_report(std::string_view token, std::string_view text, std::optional<unsigned> percent);
std::string progress_end(std::string_view token);
std::string partial_result(std::string_view token, std::vector<std::string> const& items);

// {"code", "markdown"}
std::string rule_json(std::string_view code, std::string_view markdown);

}  // namespace vanthu::lsp
