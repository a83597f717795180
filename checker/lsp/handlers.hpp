// What answers each method. Handlers of requests give the result as JSON, or nothing where the parameters are not usable.
#pragma once
#include <optional>
#include <string>

#include "lsp/server.hpp"

namespace vanthu::lsp {

// Null when no such document is open.
OpenDocument* find_document(Server& server, std::string const& uri);
// The answer to a request: `result` is JSON.
void answer(Server& server, Id const& id, std::string_view result);
void refuse(Server& server, Id const& id, int code, std::string_view why);
void notify(Server& server, std::string_view method, std::string_view params);
void ask(Server& server, std::string_view method, std::string_view params);
// In the log of the editor.
void log(Server& server, std::string_view text);

// sync.cpp
void did_open(Server& server, ParamsPtr const& params);
void did_change(Server& server, ParamsPtr const& params);
void did_save(Server& server, ParamsPtr const& params);
void did_close(Server& server, ParamsPtr const& params);
void did_change_folders(Server& server, ParamsPtr const& params);
void did_change_files(Server& server, ParamsPtr const& params);
// Configurations and registers are read anew, and everything is judged by them.
void begin_anew(Server& server);

// diagnose.cpp
std::optional<std::string> pull(Server& server, ParamsPtr const& params);
// Answered by work().
void pull_workspace(Server& server, Id const& id, ParamsPtr const& params);
// One piece of work; false when there is none.
bool diagnose(Server& server);
void publish_nothing(Server& server, std::string const& uri);

// answers.cpp
std::optional<std::string> code_action(Server& server, ParamsPtr const& params);
std::optional<std::string> execute_command(Server& server, ParamsPtr const& params);
std::optional<std::string> hover(Server& server, ParamsPtr const& params);
std::optional<std::string> document_symbol(Server& server, ParamsPtr const& params);
std::optional<std::string> definition(Server& server, ParamsPtr const& params);
std::optional<std::string> references(Server& server, ParamsPtr const& params);
std::optional<std::string> completion(Server& server, ParamsPtr const& params);
std::optional<std::string> folding_range(Server& server, ParamsPtr const& params);

}  // namespace vanthu::lsp
