// Documents, folders and files as the client has them.
#include <algorithm>
#include <utility>

#include "lsp/handlers.hpp"
#include "lsp/uri.hpp"
#include "lsp/wire/results.hpp"

namespace vanthu::lsp {

void did_open(Server& server, ParamsPtr const& params) {
  auto opened = opened_params(params);
  if (!opened) return log(server, "textDocument/didOpen: parameters of another shape");
  auto path = path_of(opened->uri);
  auto name = name_of(opened->uri, path, opened->language);
  if (!server.client.watches) begin_anew(server);
  server.documents.insert_or_assign(opened->uri, OpenDocument{opened->uri, std::move(path), std::move(name), opened->version,
                                                              TextBuffer(std::move(opened->text), server.unit), nullptr});
}

void did_change(Server& server, ParamsPtr const& params) {
  auto const changed = changed_params(params);
  auto* document = changed ? find_document(server, changed->uri) : nullptr;
  if (document == nullptr) return log(server, "textDocument/didChange: of no open document");
  for (auto const& change : changed->changes) {
    if (change.range)
      document->buffer.replace(*change.range, change.text);
    else
      document->buffer.set(change.text);
  }
  document->version = changed->version;
  document->analysis = nullptr;
  document->told = false;
}

void did_save(Server& server, ParamsPtr const&) {
  // Who watches no files may have saved a configuration.
  if (!server.client.watches) begin_anew(server);
}

void did_close(Server& server, ParamsPtr const& params) {
  auto const uri = document_params(params);
  if (!uri || server.documents.erase(*uri) == 0) return;
  publish_nothing(server, *uri);
  server.files_may_differ = true;
}

void did_change_folders(Server& server, ParamsPtr const& params) {
  auto const changed = folders_params(params);
  if (!changed) return;
  for (auto const& uri : changed->removed) std::erase(server.folders, path_of(uri));
  for (auto const& uri : changed->added)
    if (auto path = path_of(uri); !path.empty() && std::find(server.folders.begin(), server.folders.end(), path) == server.folders.end())
      server.folders.push_back(std::move(path));
  begin_anew(server);
}

void did_change_files(Server& server, ParamsPtr const& params) {
  auto const changed = watched_params(params);
  if (!changed || changed->empty()) return;
  begin_anew(server);
  if (server.client.pulls && server.client.refreshes) ask(server, "workspace/diagnostic/refresh", "null");
}

void begin_anew(Server& server) {
  server.machine.begin_anew(server.folders);
  server.remembered.clear();
  server.files_may_differ = true;
  for (auto& [uri, document] : server.documents) {
    document.analysis = nullptr;
    document.told = false;
  }
}

}  // namespace vanthu::lsp
