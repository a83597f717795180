// Fuzz target: any bytes as the stream that an editor writes, through framing, messages and the server on a machine without files. Bodies
// may come without headers, one a line, so that what is inside them is reached soon.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "engine/builtin.hpp"
#include "engine/policy.hpp"
#include "lsp/framing.hpp"
#include "lsp/server.hpp"

namespace {

vanthu::lsp::Machine machine() {
  static auto const policy = [] {
    vanthu::CheckOptions options;
    options.today = {2024, 5, 16};
    return std::make_shared<vanthu::Policy const>(vanthu::Policy{vanthu::builtin_rules(), options});
  }();
  vanthu::lsp::Machine out;
  out.load = [](std::string const&) -> std::variant<std::string, vanthu::ReadError> { return vanthu::ReadError{}; };
  out.stamp = [](std::string const&) { return std::nullopt; };
  out.judgement = [](std::string const&) {
    vanthu::lsp::Judgement judgement;
    judgement.choose = [](vanthu::Facts const&) { return policy; };
    return judgement;
  };
  out.documents = [](std::string const&, auto const&) {};
  out.find = [](std::string const&, std::string_view, std::size_t) {
    vanthu::RegisteredDocument document;
    document.type = "Nghị định";
    document.number = "30/2020/NĐ-CP";
    document.issuer = "Chính phủ";
    document.issued = {2020, 3, 5};
    document.title = "Về công tác văn thư";
    return std::vector{document};
  };
  out.begin_anew = [](auto const&) {};
  out.today = [] { return vanthu::Date{2024, 5, 16}; };
  return out;
}

constexpr std::string_view initialize =
    R"({"id":0,"method":"initialize","params":{"capabilities":{"textDocument":{"documentSymbol":{"hierarchicalDocumentSymbolSupport":true}}}}})";
constexpr std::string_view open =
    R"({"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///a.md","languageId":"markdown","version":1,"text":"Căn cứ Nghị định số 30/2020/NĐ-CP;\n\nĐiều 1. sử lý\n1. Theo Điều 1.\n"}}})";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  if (size == 0) return 0;
  std::string_view bytes(reinterpret_cast<char const*>(data) + 1, size - 1);
  vanthu::lsp::Server server{machine(), [](std::string const&) {}};
  auto const take = [&](std::string_view body) {
    vanthu::lsp::handle(server, vanthu::lsp::parse_message(body));
    for (auto i = 0; i < 100 && vanthu::lsp::work(server); ++i) {
    }
  };
  if (data[0] % 4 == 0) {  // as it comes
    vanthu::lsp::Frames frames;
    for (std::size_t at = 0; at < bytes.size(); at += 64) {
      frames.add(bytes.substr(at, 64));
      while (auto const frame = frames.next())
        if (auto const* body = std::get_if<std::string>(&*frame)) take(*body);
    }
    return 0;
  }
  take(initialize);
  take(open);
  while (!bytes.empty()) {
    auto const line = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
    take(line);
  }
  return 0;
}
