// What clients say: JSON → plain structs. Each gives nothing where something that must be there is absent or of another type; what is
// optional and wrong is taken as absent.
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "lsp/protocol.hpp"
#include "lsp/wire/message.hpp"

namespace vanthu::lsp {

using ParamsPtr = std::shared_ptr<Params const>;

struct Initialize {
  std::vector<std::string> encodings;  // of positions: "utf-8", those that are liked best first
  std::vector<std::string> folders;    // URIs
  bool pulls = false;                  // asks for diagnostics by itself
  bool refreshes = false;              // of those that it asked for
  bool watches = false;                // files, when it is told which
  bool versioned_edits = false;        // documentChanges
  bool tree_of_symbols = false;
  std::vector<std::string> commands;  // that it carries out itself: initializationOptions.commands
};
Initialize initialize_params(ParamsPtr const& params);

struct Opened {
  std::string uri, language, text;
  std::int64_t version = 0;
};
std::optional<Opened> opened_params(ParamsPtr const& params);

struct Change {
  std::optional<TextRange> range;  // nothing: the whole text
  std::string text;
};
struct Changed {
  std::string uri;
  std::int64_t version = 0;
  std::vector<Change> changes;
};
std::optional<Changed> changed_params(ParamsPtr const& params);

// textDocument.uri
std::optional<std::string> document_params(ParamsPtr const& params);

struct At {
  std::string uri;
  TextPosition position;
  bool with_declaration = true;  // references
};
std::optional<At> position_params(ParamsPtr const& params);

struct ActionsWanted {
  std::string uri;
  TextRange range;
  std::vector<std::string> only;  // kinds; empty: all
};
std::optional<ActionsWanted> actions_params(ParamsPtr const& params);

struct Pull {
  std::string uri, previous;
};
std::optional<Pull> pull_params(ParamsPtr const& params);

struct WorkspacePull {
  std::map<std::string, std::string> previous;  // result ids by URI
  std::string progress, partial;                // tokens as JSON; empty: none
};
std::optional<WorkspacePull> workspace_pull_params(ParamsPtr const& params);

struct Execute {
  std::string command;
  std::vector<std::string> arguments;  // those that are strings; others empty
};
std::optional<Execute> execute_params(ParamsPtr const& params);

struct FoldersChanged {
  std::vector<std::string> added, removed;
};
std::optional<FoldersChanged> folders_params(ParamsPtr const& params);

// changes[].uri
std::optional<std::vector<std::string>> watched_params(ParamsPtr const& params);

}  // namespace vanthu::lsp
