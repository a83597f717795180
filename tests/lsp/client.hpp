// A client for tests: a server on a machine in memory, messages in, messages out, in one thread.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "config/paths.hpp"
#include "config/resolve.hpp"
#include "engine/builtin.hpp"
#include "engine/sidecar.hpp"
#include "lsp/inbox.hpp"
#include "lsp/server.hpp"
#include "support/registry.hpp"
#include "text/unicode.hpp"

namespace vanthu::test {

class Client {
 public:
  Client() : server_{machine(), [this](std::string const& body) { sent.push_back(body); }} {
    server_.cancelled = [this](lsp::Id const& id) { return inbox_.cancelled(id); };
    server_.answered = [this](lsp::Id const& id) { inbox_.answered(id); };
  }
  Client(Client const&) = delete;
  Client& operator=(Client const&) = delete;

  // By absolute path: what is on disk. A configuration in "vanthu.toml" of a folder.
  std::map<std::string, std::string> files;
  std::vector<std::string> sent;  // bodies, in order

  lsp::Server& server() { return server_; }

  // Bodies that have come when the server looks: cancellations among them are seen before the first is worked on.
  void put(std::string_view body) { inbox_.put(lsp::parse_message(body)); }
  // Works on what has come, and then on what waits, until nothing is left. Gives what was sent meanwhile.
  std::vector<std::string> run() {
    auto const before = sent.size();
    while (auto const message = inbox_.take(false)) lsp::handle(server_, *message);
    while (lsp::work(server_)) {
    }
    return {sent.begin() + static_cast<std::ptrdiff_t>(before), sent.end()};
  }
  std::vector<std::string> say(std::string_view body) {
    put(body);
    return run();
  }

  void start(std::string_view capabilities = "{}", std::string_view more = "") {
    say(R"({"jsonrpc":"2.0","id":0,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":)" +
        std::string(capabilities) + std::string(more) + "}}");
    say(R"({"jsonrpc":"2.0","method":"initialized","params":{}})");
    sent.clear();
  }
  std::vector<std::string> open(std::string_view uri, std::string_view text, std::string_view language = "plaintext") {
    return say(R"({"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":")" + std::string(uri) +
               R"(","languageId":")" + std::string(language) + R"(","version":1,"text":)" + quoted(text) + "}}}");
  }
  // The answer to a request about a document, with `more` among its parameters.
  std::string ask(std::string_view method, std::string_view uri, std::string const& more = "") {
    auto const answers = say(R"({"jsonrpc":"2.0","id":7,"method":")" + std::string(method) + R"(","params":{"textDocument":{"uri":")" +
                             std::string(uri) + "\"}" + (more.empty() ? "" : ",") + more + "}}");
    for (auto const& answer : answers)
      if (answer.find(R"("id":7,)") != std::string::npos) return answer;
    return {};
  }
  std::string ask_at(std::string_view method, std::string_view uri, unsigned line, unsigned character) {
    return ask(method, uri, R"("position":{"line":)" + std::to_string(line) + R"(,"character":)" + std::to_string(character) + "}");
  }

  static std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (auto const c : text) {
      if (c == '\n')
        out += "\\n";
      else if (c == '\r')
        out += "\\r";
      else if (c == '\t')
        out += "\\t";
      else if (c == '"' || c == '\\')
        (out += '\\') += c;
      else
        out += c;
    }
    return out + '"';
  }

 private:
  lsp::Machine machine() {
    lsp::Machine out;
    out.version = "test";
    out.load = [this](std::string const& path) -> std::variant<std::string, ReadError> {
      auto const found = files.find(path);
      if (found == files.end()) return ReadError{"unreadable", "không có tệp này", "no such file"};
      return found->second;
    };
    out.stamp = [this](std::string const& path) -> std::optional<std::uint64_t> {
      auto const found = files.find(path);
      if (found == files.end()) return std::nullopt;
      return std::hash<std::string>{}(found->second);
    };
    out.judgement = [this](std::string const& path) { return judgement(path); };
    out.documents = [this](std::string const& folder, auto const& each) {
      for (auto const& [path, text] : files)
        if (!below(folder, path).empty() && !path.ends_with(".toml") && !each(path)) return;
    };
    out.find = [](std::string const&, std::string_view words, std::size_t limit) { return shipped_catalogue().find(words, limit); };
    out.begin_anew = [this](auto const&) { resolver_.reset(); };
    out.today = [] { return Date{2024, 5, 16}; };
    return out;
  }

  lsp::Judgement judgement(std::string const& path) {
    if (resolver_ == nullptr) {
      ConfigMachine machine;
      machine.read = [this](std::string const& file) -> std::variant<std::monostate, std::string, ConfigMachine::Unreadable> {
        auto const found = files.find(file);
        if (found == files.end()) return {};
        return found->second;
      };
      machine.toml_files = [](std::string const&) { return std::vector<std::string>(); };
      machine.shown = [](std::string const& file) { return file; };
      CommandLine given;
      given.today = {2024, 5, 16};
      given.registry = shipped_registry();
      resolver_ = std::make_unique<ConfigResolver>(std::move(machine), builtin_rules(), given);
    }
    auto const house = path.empty() ? resolver_->unconfigured() : resolver_->in_folder(parent_of(path));
    lsp::Judgement out;
    for (auto const& error : house->config().errors)
      out.problems.push_back({error.file, error.line, error.column, error.length, error.message});
    out.usable = out.problems.empty();
    out.excluded = static_cast<bool>(excluded_by(house->config(), path));
    out.choose = [=](Facts const& facts) { return house->config().errors.empty() ? house->policy(path, facts.type) : nullptr; };
    return out;
  }

  std::unique_ptr<ConfigResolver> resolver_;
  lsp::Inbox inbox_;
  lsp::Server server_;
};

}  // namespace vanthu::test
