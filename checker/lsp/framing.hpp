// LSP 3.17, "Base Protocol": bytes of a stream ⇄ bodies of messages. "Content-Length: 52\r\n\r\n" and so many bytes.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace vanthu::lsp {

inline constexpr std::size_t largest_message = std::size_t{64} << 20;  // bytes
inline constexpr std::size_t longest_header = 4096;

class Frames {
 public:
  // The bytes of a body of more than largest_message are skipped.
  struct Broken {
    std::string_view why;  // English, for the one who wrote the client
  };
  using Frame = std::variant<std::string, Broken>;

  void add(std::string_view bytes);
  // The next body, or word of bytes that are no message: these are skipped up to the next header. Nothing until more bytes are added.
  std::optional<Frame> next();

 private:
  std::optional<Frame> skip_garbage(std::size_t from, std::string_view why);

  std::string buffer_;
  std::size_t at_ = 0;               // what stands before was taken
  std::uint64_t skip_ = 0;           // bytes to come of a body that is too large
  bool in_garbage_ = false;          // it was told
  std::optional<std::size_t> body_;  // its size, once its header was read
};

std::string framed(std::string_view body);

}  // namespace vanthu::lsp
