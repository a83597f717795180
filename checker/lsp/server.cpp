// The life of a server, and which handler answers which method.
#include "lsp/server.hpp"

#include <array>
#include <string_view>

#include "lsp/handlers.hpp"
#include "lsp/uri.hpp"
#include "lsp/wire/results.hpp"

namespace vanthu::lsp {
namespace {

struct Request {
  std::string_view method;
  std::optional<std::string> (*answer)(Server&, ParamsPtr const&);
};
constexpr Request requests[] = {
    {"textDocument/diagnostic", pull},
    {"textDocument/codeAction", code_action},
    {"textDocument/hover", hover},
    {"textDocument/documentSymbol", document_symbol},
    {"textDocument/definition", definition},
    {"textDocument/references", references},
    {"textDocument/completion", completion},
    {"textDocument/foldingRange", folding_range},
    {"workspace/executeCommand", execute_command},
};

struct Notification {
  std::string_view method;
  void (*take)(Server&, ParamsPtr const&);
};
constexpr Notification notifications[] = {
    {"textDocument/didOpen", did_open},
    {"textDocument/didChange", did_change},
    {"textDocument/didSave", did_save},
    {"textDocument/didClose", did_close},
    {"workspace/didChangeWorkspaceFolders", did_change_folders},
    {"workspace/didChangeWatchedFiles", did_change_files},
};

constexpr std::array<std::string_view, 3> commands = {"vanthu.fixAll", "vanthu.ignore", "vanthu.explain"};
constexpr std::array<std::string_view, 4> completion_characters = {" ", "/", "-", "."};
constexpr std::array<std::string_view, 2> action_kinds = {"quickfix", "source.fixAll.vanthu"};
constexpr std::array<std::string_view, 4> watched = {"**/vanthu.toml", "**/*.toml", "**/*.ndjson", "**/vanthu-registry.sqlite"};

struct Encoding {
  std::string_view name;
  ColumnUnit unit;
};
// The client names first what it likes best. Without a word of it: UTF-16.
Encoding encoding_for(std::vector<std::string> const& wanted) {
  constexpr Encoding known[] = {
      {"utf-8", ColumnUnit::utf8_bytes}, {"utf-16", ColumnUnit::utf16_units}, {"utf-32", ColumnUnit::code_points}};
  for (auto const& name : wanted)
    for (auto const& encoding : known)
      if (encoding.name == name) return encoding;
  return known[1];
}

std::string initialize(Server& server, ParamsPtr const& params) {
  server.client = initialize_params(params);
  auto const encoding = encoding_for(server.client.encodings);
  server.unit = encoding.unit;
  for (auto const& uri : server.client.folders)
    if (auto path = path_of(uri); !path.empty()) server.folders.push_back(std::move(path));
  server.machine.begin_anew(server.folders);
  server.phase = Phase::running;
  return initialize_result({encoding.name, server.machine.version, commands, completion_characters, action_kinds});
}

void take_request(Server& server, Message const& message) {
  auto const& id = *message.id;
  if (server.cancelled(id)) return refuse(server, id, request_cancelled, "cancelled");
  if (message.method == "initialize") {
    if (server.phase != Phase::fresh) return refuse(server, id, invalid_request, "initialized already");
    return answer(server, id, initialize(server, message.params));
  }
  if (server.phase == Phase::fresh) return refuse(server, id, not_initialized, "not initialized");
  if (server.phase != Phase::running) return refuse(server, id, invalid_request, "shut down");
  if (message.method == "shutdown") {
    for (auto const& job : server.jobs) refuse(server, job.id, request_cancelled, "shut down");
    server.jobs.clear();
    server.phase = Phase::shut_down;
    return answer(server, id, "null");
  }
  if (message.method == "workspace/diagnostic") return pull_workspace(server, id, message.params);
  for (auto const& request : requests)
    if (request.method == message.method) {
      auto const result = request.answer(server, message.params);
      return result ? answer(server, id, *result) : refuse(server, id, invalid_params, "parameters of another shape");
    }
  refuse(server, id, method_not_found, "no such method: " + message.method);
}

void take_notification(Server& server, Message const& message) {
  if (message.method == "exit") {
    server.clean_end = server.phase == Phase::shut_down;
    server.phase = Phase::ended;
    return;
  }
  if (server.phase != Phase::running) return;
  if (message.method == "initialized") {
    if (server.client.watches) ask(server, "client/registerCapability", watch_params(watched));
    return;
  }
  for (auto const& notification : notifications)
    if (notification.method == message.method) return notification.take(server, message.params);
}

}  // namespace

void handle(Server& server, Message const& message) {
  if (server.phase == Phase::ended) return;
  switch (message.kind) {
    case MessageKind::request: return take_request(server, message);
    case MessageKind::notification: return take_notification(server, message);
    case MessageKind::response: return;  // what was asked needs no answer
    case MessageKind::invalid: return server.send(error_response(message.id, message.error, message.why));
  }
}

bool work(Server& server) { return server.phase == Phase::running && diagnose(server); }

int exit_status(Server const& server) { return server.clean_end ? 0 : 1; }

OpenDocument* find_document(Server& server, std::string const& uri) {
  auto const found = server.documents.find(uri);
  return found == server.documents.end() ? nullptr : &found->second;
}

void answer(Server& server, Id const& id, std::string_view result) {
  server.send(response(id, result));
  server.answered(id);
}
void refuse(Server& server, Id const& id, int code, std::string_view why) {
  server.send(error_response(id, code, why));
  server.answered(id);
}
void notify(Server& server, std::string_view method, std::string_view params) { server.send(notification(method, params)); }
void ask(Server& server, std::string_view method, std::string_view params) { server.send(request(server.next_request++, method, params)); }
void log(Server& server, std::string_view text) { notify(server, "window/logMessage", message_params(2, text)); }

}  // namespace vanthu::lsp
