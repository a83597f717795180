// vanthu lsp: a thread that reads, the thread of the server, and standard output.
#include "lsp/server.hpp"

#include <unistd.h>

#include <array>
#include <thread>

#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/load.hpp"
#include "cli/lsp_machine.hpp"
#include "cli/packs.hpp"
#include "lsp/framing.hpp"
#include "lsp/inbox.hpp"

namespace vanthu::cli {
namespace {

// While messages keep coming, findings of what changed are told at least after so many.
constexpr int patience = 64;

void read_messages(lsp::Inbox& inbox) {
  lsp::Frames frames;
  std::array<char, std::size_t{64} << 10> bytes;
  for (;;) {
    auto const n = read_some(STDIN_FILENO, true, bytes.data(), bytes.size());
    if (n <= 0) break;
    frames.add({bytes.data(), static_cast<std::size_t>(n)});
    while (auto const frame = frames.next()) {
      auto const* body = std::get_if<std::string>(&*frame);
      auto message = body != nullptr ? lsp::parse_message(*body) : lsp::no_message(std::get<lsp::Frames::Broken>(*frame).why);
      auto const last = message.method == "exit";
      inbox.put(std::move(message));
      if (last) return;
    }
  }
  inbox.close();
}

}  // namespace

int run_lsp(Options const& options, Date (*today)()) {
  auto const loaded = rules_with(options.packs, options.language);
  if (auto const* status = std::get_if<int>(&loaded)) return *status;
  lsp::Inbox inbox;
  lsp::Server server{lsp_machine(options, std::get<RuleSet>(loaded), today), [](std::string const& body) { print(lsp::framed(body)); }};
  server.cancelled = [&](lsp::Id const& id) { return inbox.cancelled(id); };
  server.answered = [&](lsp::Id const& id) { inbox.answered(id); };
  catch_signals();
  std::thread reader([&] { read_messages(inbox); });
  bool more = false;
  for (auto since = 0; server.phase != lsp::Phase::ended && output_error() == 0;) {
    auto const message = inbox.take(!more);
    if (message) lsp::handle(server, *message);
    if (!message && !more) break;  // nobody is there any more
    since = message ? since + 1 : 0;
    more = true;
    if (message && since < patience) continue;
    since = 0;
    more = lsp::work(server);
  }
  reader.join();
  return interruption() != 0 ? 128 + interruption() : lsp::exit_status(server);
}

}  // namespace vanthu::cli
