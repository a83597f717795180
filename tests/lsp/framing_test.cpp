// Messages in a stream of bytes, whole and in pieces, among garbage.
#include "lsp/framing.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace vanthu::lsp {
namespace {

// "a|!no header|b": bodies, and what is said of bytes that are none.
std::string frames(std::string_view bytes, std::size_t piece) {
  Frames reader;
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    reader.add(bytes.substr(at, piece));
    while (auto const frame = reader.next()) {
      if (!out.empty()) out += '|';
      auto const* body = std::get_if<std::string>(&*frame);
      out += body != nullptr ? *body : "!" + std::string(std::get<Frames::Broken>(*frame).why);
    }
  }
  return out;
}

struct Case {
  std::string bytes, frames;
};

TEST(Framing, FindsBodies) {
  std::string const garbage(5000, 'x');
  Case const cases[] = {
      {framed("{}"), "{}"},
      {framed("a") + framed("bc"), "a|bc"},
      {framed(""), ""},
      {"content-length: 1\r\nContent-Type: x; charset=utf-8\r\n\r\na", "a"},
      {"Content-Type: x\r\nCONTENT-LENGTH:  2 \r\n\r\nab", "ab"},
      {"Content-Length: 2\n\nab" + framed("c"), "ab|c"},
      {"Content-Length: two\r\n\r\nab" + framed("c"), "!no Content-Length|c"},
      {"Content-Length: -2\r\n\r\nab" + framed("c"), "!no Content-Length|c"},
      {"Content-Length: 99999999999999999999999\r\n\r\nab" + framed("c"), "!no Content-Length|c"},
      {"Accept: x\r\n\r\nab" + framed("c"), "!no Content-Length|c"},
      {"hello" + framed("c"), "!no Content-Length|c"},
      {garbage + framed("c"), "!no header|c"},
      {framed("a") + garbage + framed("c") + garbage + framed("d"), "a|!no header|c|!no header|d"},
      {"Content-Length: 5\r\n\r\nabc", ""},
  };
  for (auto const& [bytes, expected] : cases) {
    EXPECT_EQ(frames(bytes, bytes.size()), expected) << bytes.substr(0, 60);
    EXPECT_EQ(frames(bytes, 4096), expected) << bytes.substr(0, 60);
  }
  for (auto const& [bytes, expected] : cases) EXPECT_EQ(frames(bytes, 1), expected) << bytes.substr(0, 60);
}

TEST(Framing, SkipsAMessageThatIsTooLargeWithoutKeepingIt) {
  Frames reader;
  reader.add("Content-Length: 100000000\r\n\r\n");
  auto const broken = reader.next();
  ASSERT_TRUE(broken && std::holds_alternative<Frames::Broken>(*broken));
  std::string const chunk(10'000'000, 'x');
  for (int i = 0; i < 10; ++i) {
    reader.add(chunk);
    EXPECT_FALSE(reader.next());
  }
  reader.add(framed("next"));
  auto const next = reader.next();
  ASSERT_TRUE(next);
  EXPECT_EQ(std::get<std::string>(*next), "next");
}

TEST(Framing, CountsBytes) { EXPECT_EQ(framed("Điều"), "Content-Length: 7\r\n\r\nĐiều"); }

}  // namespace
}  // namespace vanthu::lsp
