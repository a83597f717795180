// The language server: messages in, messages out, one at a time. No threads, no streams, no clock: vanthu lsp (checker/cli) and the tests
// bring them.
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "lsp/documents.hpp"
#include "lsp/machine.hpp"
#include "lsp/wire/message.hpp"
#include "lsp/wire/params.hpp"

namespace vanthu::lsp {

enum class Phase : std::uint8_t { fresh, running, shut_down, ended };

// A workspace/diagnostic that is being answered: a file at a time, so that edits need not wait for it.
struct WorkspaceJob {
  Id id;
  WorkspacePull wanted;
  std::optional<std::vector<std::string>> files;  // nothing: not listed yet
  std::size_t next = 0;
  std::vector<std::string> items;  // reports that were not sent yet
};

// What was said of a file on disk, so that it is read again only when it changed.
struct Remembered {
  std::uint64_t stamp = 0;
  std::string result_id;
};

struct Server {
  Machine machine;
  std::function<void(std::string body)> send;
  // Whether the client has taken back a request that is not answered yet.
  std::function<bool(Id const& id)> cancelled = [](Id const&) { return false; };
  // Told of each request when its answer is sent.
  std::function<void(Id const& id)> answered = [](Id const&) {};

  Phase phase = Phase::fresh;
  bool clean_end = false;  // the client had said before that it would end
  Initialize client = {};
  ColumnUnit unit = ColumnUnit::utf16_units;
  std::vector<std::string> folders = {};                  // absolute paths
  std::map<std::string, OpenDocument> documents = {};     // by URI
  std::map<std::string, std::string> told_of_files = {};  // what was published of configurations and sidecars: JSON by path
  bool files_may_differ = false;                          // from that
  std::vector<WorkspaceJob> jobs = {};
  std::map<std::string, Remembered> remembered = {};  // by path
  std::int64_t next_request = 1;
};

// One message. Answers and what else it leads to at once are sent before it returns.
void handle(Server& server, Message const& message);

// A piece of what can wait while there are messages: findings of documents that changed, jobs. False when there is nothing more.
bool work(Server& server);

// Of the program: 0 when the client ended it in order (shutdown, then exit), else 1.
int exit_status(Server const& server);

}  // namespace vanthu::lsp
