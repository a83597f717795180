// The life of a server, documents and diagnostics, and what hostile clients send.
#include <gtest/gtest.h>

#include <random>

#include "lsp/client.hpp"
#include "lsp/letter.hpp"

namespace vanthu::test {
namespace {

using Sent = std::vector<std::string>;

constexpr std::string_view uri = "file:///nha/cong-van.md";
// "sử lý" is a misspelling.
std::string const text = letter("Các đơn vị sử lý hồ sơ 😀 và sử lý đơn.");

bool has(std::string const& body, std::string_view part) { return body.find(part) != std::string::npos; }

TEST(Server, LivesAsTheProtocolSays) {
  Client client;
  EXPECT_EQ(client.say(R"({"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{}})"),
            Sent{R"({"jsonrpc":"2.0","id":1,"error":{"code":-32002,"message":"not initialized"}})"});
  EXPECT_EQ(client.say(R"({"jsonrpc":"2.0","method":"textDocument/didOpen","params":{}})"), Sent{});
  auto const begun = client.say(R"({"jsonrpc":"2.0","id":"a","method":"initialize","params":{"capabilities":{}}})");
  ASSERT_EQ(begun.size(), 1U);
  EXPECT_TRUE(has(begun[0], R"("id":"a")") && has(begun[0], R"("positionEncoding":"utf-16")") && has(begun[0], R"("serverInfo")"))
      << begun[0];
  EXPECT_EQ(client.say(R"({"jsonrpc":"2.0","id":2,"method":"initialize","params":{}})"),
            Sent{R"({"jsonrpc":"2.0","id":2,"error":{"code":-32600,"message":"initialized already"}})"});
  EXPECT_EQ(client.say(R"({"jsonrpc":"2.0","id":3,"method":"textDocument/nothing"})"),
            Sent{R"({"jsonrpc":"2.0","id":3,"error":{"code":-32601,"message":"no such method: textDocument/nothing"}})"});
  EXPECT_EQ(client.say(R"({"jsonrpc":"2.0","method":"$/setTrace","params":{"value":"off"}})"), Sent{});
  EXPECT_EQ(client.say(R"({"jsonrpc":"2.0","id":4,"method":"shutdown"})"), Sent{R"({"jsonrpc":"2.0","id":4,"result":null})"});
  EXPECT_EQ(client.say(R"({"jsonrpc":"2.0","id":5,"method":"textDocument/hover","params":{}})"),
            Sent{R"({"jsonrpc":"2.0","id":5,"error":{"code":-32600,"message":"shut down"}})"});
  client.say(R"({"jsonrpc":"2.0","method":"exit"})");
  EXPECT_EQ(client.server().phase, lsp::Phase::ended);
  EXPECT_EQ(lsp::exit_status(client.server()), 0);
}

TEST(Server, ExitWithoutShutdownIsNoCleanEnd) {
  Client client;
  client.start();
  client.say(R"({"jsonrpc":"2.0","method":"exit"})");
  EXPECT_EQ(lsp::exit_status(client.server()), 1);
}

TEST(Server, CountsColumnsAsTheClientDoes) {
  struct Case {
    std::string_view wanted, encoding, second;  // where the second "sử lý" stands
  };
  for (auto const& [wanted, encoding, second] : {
           Case{R"([])", "utf-16", R"({"end":{"character":34,"line":14},"start":{"character":29,"line":14}})"},
           Case{R"(["utf-8","utf-16"])", "utf-8", R"({"end":{"character":51,"line":14},"start":{"character":43,"line":14}})"},
           Case{R"(["utf-7","utf-32"])", "utf-32", R"({"end":{"character":33,"line":14},"start":{"character":28,"line":14}})"},
       }) {
    Client client;
    client.start(R"({"general":{"positionEncodings":)" + std::string(wanted) + "}}");
    auto const told = client.open(uri, text);
    ASSERT_EQ(told.size(), 1U);
    EXPECT_TRUE(has(told[0], second)) << encoding << ": " << told[0];
  }
}

TEST(Server, TellsFindingsOfWhatIsWrittenNow) {
  Client client;
  client.files["/nha/cong-van.md"] = letter("Trên đĩa: sử lý, sử lý.");
  client.start();
  auto const opened = client.open(uri, letter("Các đơn vị sử lý hồ sơ."));
  ASSERT_EQ(opened.size(), 1U);
  EXPECT_TRUE(has(opened[0], R"("method":"textDocument/publishDiagnostics")") && has(opened[0], R"("version":1)") &&
              has(opened[0], R"("code":"CT101")") && has(opened[0], R"("source":"vanthu")"));
  // Two edits that come together are judged once.
  client.put(R"({"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///nha/cong-van.md","version":2},)"
             R"("contentChanges":[{"range":{"start":{"line":14,"character":11},"end":{"line":14,"character":12}},"text":"x"}]}})");
  client.put(R"({"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///nha/cong-van.md","version":3},)"
             R"("contentChanges":[{"range":{"start":{"line":14,"character":17},"end":{"line":14,"character":22}},"text":"đơn"}]}})");
  auto const changed = client.run();
  ASSERT_EQ(changed.size(), 1U);
  EXPECT_EQ(
      changed[0],
      R"({"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{"uri":"file:///nha/cong-van.md","version":3,"diagnostics":[]}})");
  EXPECT_EQ(client.server().documents.at(std::string(uri)).buffer.text(), letter("Các đơn vị xử lý đơn."));
  auto const closed =
      client.say(R"({"jsonrpc":"2.0","method":"textDocument/didClose","params":{"textDocument":{"uri":"file:///nha/cong-van.md"}}})");
  ASSERT_EQ(closed.size(), 1U);
  EXPECT_TRUE(has(closed[0], R"("diagnostics":[])"));
}

TEST(Server, IsAskedForDiagnosticsByClientsThatLikeTo) {
  Client client;
  client.start(R"({"textDocument":{"diagnostic":{}}})");
  EXPECT_EQ(client.open(uri, text), Sent{}) << "nothing is pushed to a client that pulls";
  auto const full = client.ask("textDocument/diagnostic", uri);
  EXPECT_TRUE(has(full, R"("kind":"full")") && has(full, "CT101")) << full;
  auto const at = full.find(R"("resultId":")") + 12;
  auto const id = full.substr(at, full.find('"', at) - at);
  auto const again = client.ask("textDocument/diagnostic", uri, R"("previousResultId":")" + id + "\"");
  EXPECT_EQ(again, R"({"jsonrpc":"2.0","id":7,"result":{"kind":"unchanged","resultId":")" + id + "\"}}");
}

TEST(Server, ChecksWholeFolders) {
  Client client;
  client.files = {{"/nha/a.md", letter("Các đơn vị sử lý hồ sơ.")},
                  {"/nha/b/Dự thảo.txt", "\xEF\xBB\xBF" + letter("sử lý").substr(0)},
                  {"/khac/c.md", letter("sử lý")}};
  client.start(R"({"window":{"workDoneProgress":true}})", R"(,"workspaceFolders":[{"uri":"file:///nha","name":"nha"}])");
  client.open("file:///nha/a.md", letter("Không có lỗi."));
  auto const ask = [&](std::string const& previous) {
    return client.say(R"({"jsonrpc":"2.0","id":1,"method":"workspace/diagnostic","params":{"previousResultIds":[)" + previous +
                      R"(],"workDoneToken":"t"}})");
  };
  auto const first = ask("");
  ASSERT_EQ(first.size(), 4U);
  EXPECT_TRUE(has(first[0], R"("kind":"begin")") && has(first[1], R"("message":"2/2")") && has(first[2], R"("kind":"end")"));
  EXPECT_TRUE(has(first[3], R"("uri":"file:///nha/a.md","version":1,"kind":"full")")) << first[3];
  EXPECT_TRUE(has(first[3], R"("uri":"file:///nha/b/D%E1%BB%B1%20th%E1%BA%A3o.txt","version":null,"kind":"full")")) << first[3];
  EXPECT_TRUE(has(first[3], R"("range":{"end":{"character":5,"line":14},"start":{"character":0,"line":14}})")) << first[3];
  EXPECT_FALSE(has(first[3], "khac"));
  auto const at = first[3].find(R"("resultId":")", first[3].find("nha/b")) + 12;
  auto const id = first[3].substr(at, 16);
  auto const second = ask(R"({"uri":"file:///nha/b/D%E1%BB%B1%20th%E1%BA%A3o.txt","value":")" + id + "\"}");
  EXPECT_TRUE(has(second.back(), R"("kind":"unchanged","resultId":")" + id)) << second.back();
  client.files["/nha/b/Dự thảo.txt"] = letter("đúng");
  EXPECT_FALSE(has(ask(R"({"uri":"file:///nha/b/D%E1%BB%B1%20th%E1%BA%A3o.txt","value":")" + id + "\"}").back(), "unchanged"));
}

TEST(Server, LeavesWhatIsCancelled) {
  Client client;
  client.files = {{"/nha/a.md", "sử lý"}};
  client.start("{}", R"(,"workspaceFolders":[{"uri":"file:///nha","name":"nha"}])");
  client.put(R"({"jsonrpc":"2.0","id":1,"method":"workspace/diagnostic","params":{"previousResultIds":[]}})");
  client.put(R"({"jsonrpc":"2.0","id":"x","method":"textDocument/hover","params":{}})");
  client.put(R"({"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":1}})");
  client.put(R"({"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":"x"}})");
  client.put(R"({"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":99}})");
  EXPECT_EQ(client.run(), (Sent{R"({"jsonrpc":"2.0","id":1,"error":{"code":-32800,"message":"cancelled"}})",
                                R"({"jsonrpc":"2.0","id":"x","error":{"code":-32800,"message":"cancelled"}})"}));
  // While it is worked on.
  client.put(R"({"jsonrpc":"2.0","id":2,"method":"workspace/diagnostic","params":{"previousResultIds":[]}})");
  client.put(R"({"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":2}})");
  EXPECT_EQ(client.run(), Sent{R"({"jsonrpc":"2.0","id":2,"error":{"code":-32800,"message":"cancelled"}})"});
}

TEST(Server, JudgesByTheConfigurationAsItIsNow) {
  Client client;
  client.start(R"({"workspace":{"didChangeWatchedFiles":{"dynamicRegistration":true}}})",
               R"(,"workspaceFolders":[{"uri":"file:///nha","name":"nha"}])");
  EXPECT_TRUE(has(client.open(uri, text).front(), "CT101"));
  auto const changed = [&](std::string_view toml) {
    client.files["/nha/vanthu.toml"] = toml;
    return client.say(
        R"({"jsonrpc":"2.0","method":"workspace/didChangeWatchedFiles","params":{"changes":[{"uri":"file:///nha/vanthu.toml","type":2}]}})");
  };
  auto const ignored = changed("[check]\nignore = [\"CT101\"]\n");
  EXPECT_FALSE(has(ignored.front(), "CT101")) << ignored.front();
  auto const wrong = changed("[check]\nđọc = 1\n");
  ASSERT_EQ(wrong.size(), 2U);
  EXPECT_TRUE(has(wrong[0], R"("diagnostics":[])")) << wrong[0];
  EXPECT_TRUE(has(wrong[1], R"("uri":"file:///nha/vanthu.toml")") && has(wrong[1], R"("line":1)")) << wrong[1];
  auto const mended = changed("[check]\n");
  ASSERT_EQ(mended.size(), 2U);
  EXPECT_TRUE(has(mended[0], "CT101"));
  EXPECT_TRUE(has(mended[1], R"("uri":"file:///nha/vanthu.toml","diagnostics":[])")) << mended[1];
}

TEST(Server, AsksToBeToldOfFiles) {
  Client client;
  client.say(
      R"({"jsonrpc":"2.0","id":0,"method":"initialize","params":{"capabilities":{"workspace":{"didChangeWatchedFiles":{"dynamicRegistration":true}}}}})");
  auto const asked = client.say(R"({"jsonrpc":"2.0","method":"initialized","params":{}})");
  ASSERT_EQ(asked.size(), 1U);
  EXPECT_TRUE(has(asked[0], "client/registerCapability") && has(asked[0], "**/vanthu.toml")) << asked[0];
  EXPECT_EQ(client.say(R"({"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"no"}})"), Sent{}) << "that it is refused is no concern";
}

struct Hostile {
  std::string_view name;
  std::string body;
  std::string answer;  // what is said, or a part of it; empty: nothing
};

TEST(Server, AnswersWhateverComes) {
  std::string const deep(300, '[');
  Hostile const cases[] = {
      {"no JSON", "{", R"("id":null,"error":{"code":-32700)"},
      {"bad UTF-8", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\xFF\"}", R"("id":null,"error":{"code":-32700)"},
      {"empty", "", "-32700"},
      {"a batch", "[]", "-32600"},
      {"a number", "1", "-32600"},
      {"nothing in it", "{}", "-32600"},
      {"no method", R"({"id":1})", R"("id":1,"error":{"code":-32600)"},
      {"a method that is none", R"({"id":1,"method":2})", R"("id":1,"error":{"code":-32600)"},
      {"an id that is none", R"({"id":{},"method":"shutdown"})", R"("id":null,"error":{"code":-32600)"},
      {"an id that is half", R"({"id":1.5,"method":"shutdown"})", R"("id":null,"error":{"code":-32600)"},
      {"too deep", deep, "-32600"},
      {"an answer nobody asked for", R"({"id":1,"result":null})", ""},
      {"an unknown notification", R"({"method":"x/y","params":[1]})", ""},
      {"an unknown request", R"({"id":1,"method":"$/x"})", "-32601"},
      {"no parameters", R"({"id":1,"method":"textDocument/hover"})", "-32602"},
      {"parameters of another type", R"({"id":1,"method":"textDocument/codeAction","params":[]})", "-32602"},
      {"a place that is none",
       R"({"id":1,"method":"textDocument/hover","params":{"textDocument":{"uri":"x"},"position":{"line":"1","character":0}}})", "-32602"},
      {"an unknown document",
       R"({"id":1,"method":"textDocument/hover","params":{"textDocument":{"uri":"x"},"position":{"line":1,"character":0}}})",
       R"("result":null)"},
      {"a change of one",
       R"({"method":"textDocument/didChange","params":{"textDocument":{"uri":"x","version":1},"contentChanges":[{"text":"a"}]}})",
       "window/logMessage"},
      {"the end of one", R"({"method":"textDocument/didClose","params":{"textDocument":{"uri":"x"}}})", ""},
      {"an unknown command", R"({"id":1,"method":"workspace/executeCommand","params":{"command":"rm"}})", "-32602"},
      {"a command without arguments",
       R"({"id":1,"method":"workspace/executeCommand","params":{"command":"vanthu.ignore","arguments":["file:///nha/cong-van.md"]}})",
       "-32602"},
      {"folders that are none",
       R"({"method":"workspace/didChangeWorkspaceFolders","params":{"event":{"added":[{"uri":1},2],"removed":0}}})", "publishDiagnostics"},
      {"a giant place",
       R"({"id":1,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///nha/cong-van.md"},"position":{"line":99999999999999,"character":18446744073709551615}}})",
       R"("result":)"},
      {"a place before the text",
       R"({"id":1,"method":"textDocument/definition","params":{"textDocument":{"uri":"file:///nha/cong-van.md"},"position":{"line":-5,"character":-1}}})",
       R"("result":[])"},
      {"a reversed range",
       R"({"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///nha/cong-van.md","version":2},"contentChanges":[{"range":{"start":{"line":9,"character":9},"end":{"line":0,"character":0}},"text":"mới"}]}})",
       R"("version":2)"},
      {"half of a pair",
       R"({"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///nha/cong-van.md","version":3},"contentChanges":[{"text":"a\ud83db\uDE00"}]}})",
       R"("version":3)"},
  };
  for (auto const& [name, body, answer] : cases) {
    Client client;
    client.start();
    client.open(uri, text);
    auto const sent = client.say(body);
    if (answer.empty()) {
      EXPECT_EQ(sent, Sent{}) << name;
    } else {
      ASSERT_EQ(sent.size(), 1U) << name;
      EXPECT_TRUE(has(sent[0], answer)) << name << ": " << sent[0];
    }
    EXPECT_FALSE(client.ask("textDocument/documentSymbol", uri).empty()) << name << ": it lives on";
  }
}

TEST(Server, ReadsHalfOfAPairAsOneUnit) {
  Client client;
  client.start();
  client.open(uri, "x");
  client.say(
      R"({"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///nha/cong-van.md","version":3},"contentChanges":[{"text":"\\ud83d a\ud83db"},)"
      R"({"range":{"start":{"line":0,"character":9},"end":{"line":0,"character":10}},"text":"c"}]}})");
  EXPECT_EQ(client.server().documents.at(std::string(uri)).buffer.text(), "\\ud83d a\uFFFDc");
}

TEST(Server, AnyOrderAndAnyCutOfMessagesLeavesItAlive) {
  std::vector<std::string> const bodies = {
      R"({"id":1,"method":"initialize","params":{"capabilities":{},"workspaceFolders":[{"uri":"file:///nha","name":""}]}})",
      R"({"method":"initialized","params":{}})",
      R"({"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///nha/a.md","languageId":"markdown","version":1,"text":"Các đơn vị sử lý."}}})",
      R"({"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///nha/a.md","version":2},"contentChanges":[{"text":"Điều 1. sử lý"}]}})",
      R"({"id":2,"method":"textDocument/codeAction","params":{"textDocument":{"uri":"file:///nha/a.md"},"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":99}},"context":{"diagnostics":[]}}})",
      R"({"id":3,"method":"workspace/diagnostic","params":{"previousResultIds":[]}})",
      R"({"method":"$/cancelRequest","params":{"id":3}})",
      R"({"id":4,"method":"textDocument/completion","params":{"textDocument":{"uri":"file:///nha/a.md"},"position":{"line":0,"character":3}}})",
      R"({"method":"textDocument/didClose","params":{"textDocument":{"uri":"file:///nha/a.md"}}})",
      R"({"id":5,"method":"shutdown"})",
  };
  std::mt19937 random(3);
  for (int round = 0; round < 300; ++round) {
    Client client;
    client.files = {{"/nha/b.md", "sử lý"}};
    for (int i = 0; i < 15; ++i) {
      auto body = bodies[random() % bodies.size()];
      if (random() % 4 == 0) body.resize(random() % body.size());
      if (random() % 4 == 0 && !body.empty()) body[random() % body.size()] = static_cast<char>(random() % 256);
      client.put(body);
      if (random() % 2 == 0) client.run();
    }
    client.run();
    EXPECT_NE(client.server().phase, lsp::Phase::ended);
    EXPECT_EQ(client.say(R"({"id":99,"method":"x"})").size(), 1U);
  }
}

}  // namespace
}  // namespace vanthu::test
