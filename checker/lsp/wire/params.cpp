#include "lsp/wire/params.hpp"

#include <algorithm>
#include <limits>

#include "lsp/wire/json.hpp"

namespace vanthu::lsp {
namespace {

Json const nothing;

Json const& get(Json const& json, std::string_view key) {
  if (!json.is_object()) return nothing;
  auto const found = json.find(key);
  return found == json.end() ? nothing : *found;
}
template <class... Keys>
Json const& get(Json const& json, std::string_view key, Keys... keys) {
  return get(get(json, key), keys...);
}
Json const& root(ParamsPtr const& params) { return params ? params->value : nothing; }

std::string string(Json const& json) { return json.is_string() ? json.get<std::string>() : std::string(); }
bool flag(Json const& json) { return json.is_boolean() && json.get<bool>(); }

std::vector<std::string> strings(Json const& json) {
  std::vector<std::string> out;
  if (json.is_array())
    for (auto const& item : json)
      if (item.is_string()) out.push_back(item.get<std::string>());
  return out;
}

std::int64_t integer(Json const& json) {
  if (json.is_number_unsigned())
    return static_cast<std::int64_t>(
        std::min(json.get<std::uint64_t>(), static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())));
  return json.is_number_integer() ? json.get<std::int64_t>() : 0;
}

// What is too large for a place is the end of the text, what is negative its start.
std::optional<std::uint32_t> coordinate(Json const& json) {
  if (!json.is_number_integer()) return std::nullopt;
  return static_cast<std::uint32_t>(std::clamp<std::int64_t>(integer(json), 0, std::numeric_limits<std::uint32_t>::max()));
}

std::optional<TextPosition> position(Json const& json) {
  auto const line = coordinate(get(json, "line")), character = coordinate(get(json, "character"));
  if (!line || !character) return std::nullopt;
  return TextPosition{*line, *character};
}

std::optional<TextRange> range(Json const& json) {
  auto const start = position(get(json, "start")), end = position(get(json, "end"));
  if (!start || !end) return std::nullopt;
  return TextRange{*start, *end};
}

std::vector<std::string> uris(Json const& list) {
  std::vector<std::string> out;
  if (list.is_array())
    for (auto const& item : list)
      if (get(item, "uri").is_string()) out.push_back(get(item, "uri").get<std::string>());
  return out;
}

std::string token(Json const& json) { return json.is_string() || json.is_number_integer() ? dump(json) : std::string(); }

}  // namespace

Initialize initialize_params(ParamsPtr const& params) {
  auto const& json = root(params);
  auto const& can = get(json, "capabilities");
  auto const& document = get(can, "textDocument");
  auto const& workspace = get(can, "workspace");
  Initialize out;
  out.encodings = strings(get(can, "general", "positionEncodings"));
  out.folders = uris(get(json, "workspaceFolders"));
  if (!get(json, "workspaceFolders").is_array()) {
    if (get(json, "rootUri").is_string()) out.folders.push_back(string(get(json, "rootUri")));
  }
  out.pulls = get(document, "diagnostic").is_object();
  out.refreshes = flag(get(workspace, "diagnostics", "refreshSupport"));
  out.watches = flag(get(workspace, "didChangeWatchedFiles", "dynamicRegistration"));
  out.versioned_edits = flag(get(workspace, "workspaceEdit", "documentChanges"));
  out.tree_of_symbols = flag(get(document, "documentSymbol", "hierarchicalDocumentSymbolSupport"));
  out.commands = strings(get(json, "initializationOptions", "commands"));
  return out;
}

std::optional<Opened> opened_params(ParamsPtr const& params) {
  auto const& document = get(root(params), "textDocument");
  if (!get(document, "uri").is_string() || !get(document, "text").is_string()) return std::nullopt;
  return Opened{string(get(document, "uri")), string(get(document, "languageId")), string(get(document, "text")),
                integer(get(document, "version"))};
}

std::optional<Changed> changed_params(ParamsPtr const& params) {
  auto const& json = root(params);
  auto const& uri = get(json, "textDocument", "uri");
  auto const& changes = get(json, "contentChanges");
  if (!uri.is_string() || !changes.is_array()) return std::nullopt;
  Changed out{string(uri), integer(get(json, "textDocument", "version")), {}};
  for (auto const& change : changes) {
    if (!get(change, "text").is_string()) return std::nullopt;
    auto const& given = get(change, "range");
    auto where = range(given);
    if (!given.is_null() && !where) return std::nullopt;
    out.changes.push_back({where, string(get(change, "text"))});
  }
  return out;
}

std::optional<std::string> document_params(ParamsPtr const& params) {
  auto const& uri = get(root(params), "textDocument", "uri");
  return uri.is_string() ? std::optional(string(uri)) : std::nullopt;
}

std::optional<At> position_params(ParamsPtr const& params) {
  auto const uri = document_params(params);
  auto const at = position(get(root(params), "position"));
  if (!uri || !at) return std::nullopt;
  auto const& wanted = get(root(params), "context", "includeDeclaration");
  return At{*uri, *at, !wanted.is_boolean() || wanted.get<bool>()};
}

std::optional<ActionsWanted> actions_params(ParamsPtr const& params) {
  auto const uri = document_params(params);
  auto const where = range(get(root(params), "range"));
  if (!uri || !where) return std::nullopt;
  auto const& context = get(root(params), "context");
  return ActionsWanted{*uri, *where, strings(get(context, "only"))};
}

std::optional<Pull> pull_params(ParamsPtr const& params) {
  auto const uri = document_params(params);
  if (!uri) return std::nullopt;
  return Pull{*uri, string(get(root(params), "previousResultId"))};
}

std::optional<WorkspacePull> workspace_pull_params(ParamsPtr const& params) {
  auto const& json = root(params);
  if (!json.is_object()) return std::nullopt;
  WorkspacePull out;
  auto const& previous = get(json, "previousResultIds");
  if (previous.is_array())
    for (auto const& item : previous) out.previous.emplace(string(get(item, "uri")), string(get(item, "value")));
  out.progress = token(get(json, "workDoneToken"));
  out.partial = token(get(json, "partialResultToken"));
  return out;
}

std::optional<Execute> execute_params(ParamsPtr const& params) {
  auto const& command = get(root(params), "command");
  if (!command.is_string()) return std::nullopt;
  Execute out{string(command), {}};
  auto const& arguments = get(root(params), "arguments");
  if (arguments.is_array())
    for (auto const& argument : arguments) out.arguments.push_back(string(argument));
  return out;
}

std::optional<FoldersChanged> folders_params(ParamsPtr const& params) {
  auto const& event = get(root(params), "event");
  if (!event.is_object()) return std::nullopt;
  return FoldersChanged{uris(get(event, "added")), uris(get(event, "removed"))};
}

std::optional<std::vector<std::string>> watched_params(ParamsPtr const& params) {
  auto const& changes = get(root(params), "changes");
  if (!changes.is_array()) return std::nullopt;
  return uris(changes);
}

}  // namespace vanthu::lsp
