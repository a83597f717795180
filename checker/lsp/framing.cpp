#include "lsp/framing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace vanthu::lsp {
namespace {

constexpr std::string_view length_name = "content-length:";

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Where "Content-Length:" next stands, in any letter case; npos.
std::size_t find_name(std::string_view text, std::size_t from) {
  auto const at = std::search(text.begin() + static_cast<std::ptrdiff_t>(std::min(from, text.size())), text.end(), length_name.begin(),
                              length_name.end(), [](char a, char b) { return small(a) == b; });
  return at == text.end() ? std::string_view::npos : static_cast<std::size_t>(at - text.begin());
}

struct HeaderEnd {
  std::size_t size, behind;  // of the lines; where the body begins
};

// A client that ends lines with LF alone is understood too.
std::optional<HeaderEnd> header_end(std::string_view text) {
  for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    auto const rest = text.substr(at + 1, 2);
    if (rest.starts_with('\n')) return HeaderEnd{at, at + 2};
    if (rest == "\r\n") return HeaderEnd{at, at + 3};
  }
  return std::nullopt;
}

// The value of Content-Length; other headers do not matter.
std::optional<std::uint64_t> length_in(std::string_view header) {
  while (!header.empty()) {
    auto line = header.substr(0, header.find('\n'));
    header.remove_prefix(std::min(header.size(), line.size() + 1));
    if (find_name(line.substr(0, length_name.size()), 0) != 0) continue;
    line.remove_prefix(length_name.size());
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
    std::uint64_t value = 0;
    auto const [rest, error] = std::from_chars(line.data(), line.data() + line.size(), value);
    if (error != std::errc{} || rest != line.data() + line.size()) return std::nullopt;
    return value;
  }
  return std::nullopt;
}

}  // namespace

void Frames::add(std::string_view bytes) {
  auto const skipped = std::min<std::uint64_t>(skip_, bytes.size());
  skip_ -= skipped;
  bytes.remove_prefix(skipped);
  if (at_ > 0) buffer_.erase(0, at_);
  at_ = 0;
  buffer_ += bytes;
}

std::optional<Frames::Frame> Frames::next() {
  if (!body_) {
    std::string_view const waiting = std::string_view(buffer_).substr(at_);
    auto const end = header_end(waiting.substr(0, longest_header));
    if (!end) {
      if (waiting.size() < longest_header) return std::nullopt;
      return skip_garbage(1, "no header");
    }
    auto const length = length_in(waiting.substr(0, end->size));
    if (!length) return skip_garbage(1, "no Content-Length");
    in_garbage_ = false;
    if (*length > largest_message) {
      at_ += end->behind;
      auto const here = std::min<std::uint64_t>(*length, buffer_.size() - at_);
      at_ += here;
      skip_ = *length - here;
      return Broken{"the message is too large"};
    }
    at_ += end->behind;
    body_ = *length;
  }
  if (buffer_.size() - at_ < *body_) return std::nullopt;
  auto body = buffer_.substr(at_, *body_);
  at_ += *body_;
  body_.reset();
  return body;
}

// Goes on at the next header; its beginning may have come already. Garbage is told once, however it comes in pieces.
std::optional<Frames::Frame> Frames::skip_garbage(std::size_t from, std::string_view why) {
  auto const next = find_name(buffer_, at_ + from);
  at_ = next != std::string::npos ? next : std::max(at_ + from, buffer_.size() - std::min(buffer_.size(), length_name.size()));
  if (in_garbage_) return this->next();
  in_garbage_ = true;
  return Broken{why};
}

std::string framed(std::string_view body) { return fmt::format("Content-Length: {}\r\n\r\n{}", body.size(), body); }

}  // namespace vanthu::lsp
