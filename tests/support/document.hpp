// Documents for tests, read from a string, and places in them found by their text.
#pragma once
#include <stdexcept>
#include <string>
#include <string_view>

#include "text/unicode.hpp"
#include "vanthu/read.hpp"

namespace vanthu::test {

inline Document document(std::string const& source, std::string_view name = "a.txt") {
  auto result = read(source, name);
  if (auto const* error = std::get_if<ReadError>(&result)) throw std::runtime_error(error->message_en);
  return std::get<Document>(std::move(result));
}

// Where `part` first stands in the source, in Document::text.
inline SourceRange range_of(Document const& document, std::string_view part) {
  auto const at = document.source.find(part);
  if (at == std::string::npos) throw std::runtime_error("not in the source: " + std::string(part));
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + part.size())};
}
inline Span span_of(Document const& document, std::string_view part) {
  auto const at = document.text.find(part);
  if (at == std::string::npos) throw std::runtime_error("not in the text: " + std::string(part));
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + part.size())};
}

// UTF-8 → UTF-16, little end first. A byte order mark is the caller's to put in front.
inline std::string utf16le(std::string_view text) {
  std::string out;
  auto const unit = [&out](char32_t u) {
    out += static_cast<char>(u & 0xFF);
    out += static_cast<char>(u >> 8);
  };
  for (std::size_t at = 0; at < text.size();) {
    auto const c = next_code_point(text, at);
    if (c >= 0x10000) {
      unit(0xD800 + ((c - 0x10000) >> 10));
      unit(0xDC00 + ((c - 0x10000) & 0x3FF));
    } else {
      unit(c);
    }
  }
  return out;
}

}  // namespace vanthu::test
