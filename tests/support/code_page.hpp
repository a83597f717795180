// Texts stored in encodings from before Unicode.
#pragma once
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>

#include "text/code_pages.hpp"
#include "text/unicode.hpp"

namespace vanthu::test {

inline std::string composed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  icu::Normalizer2::getNFCInstance(status)->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink,
                                                          nullptr, status);
  return out;
}

// What the bytes stand for, in NFC.
inline std::string decoded(CodePage page, std::string_view bytes) {
  std::string out;
  for (auto const byte : bytes) {
    auto const [first, second] = decode_byte(page, static_cast<unsigned char>(byte));
    append_utf8(out, first);
    if (second != 0) append_utf8(out, second);
  }
  return composed(out);
}

// Every character that the code page can store, with its bytes: one, or a letter and a mark (which nobody typed in TCVN3).
inline std::map<std::string, std::string> encoder(CodePage page) {
  std::map<std::string, std::string> out;
  for (auto byte = 1; byte < 256; ++byte)
    out.try_emplace(decoded(page, std::string(1, static_cast<char>(byte))), 1, static_cast<char>(byte));
  if (page == CodePage::tcvn3) return out;
  for (auto letter = 0x41; letter < 256; ++letter)
    for (auto i = 0; i < 256; ++i) {
      auto const mark = i ^ ((letter & 0x20) != 0 ? 0xE0 : 0xC0);  // VNI: a small mark for a small letter, where there is one
      if (mark < 0x80) continue;
      std::string const bytes{static_cast<char>(letter), static_cast<char>(mark)};
      auto const character = decoded(page, bytes);
      if (code_points(character) == 1) out.try_emplace(character, bytes);
    }
  return out;
}

// `text` (NFC) as that encoding stores it. TCVN3 has small letters only for vowels with tones.
inline std::string stored_in(CodePage page, std::string_view text) {
  auto const bytes_of = encoder(page);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    auto const begin = at;
    auto const c = next_code_point(text, at);
    auto found = bytes_of.find(std::string(text.substr(begin, at - begin)));
    if (found == bytes_of.end()) found = bytes_of.find(to_lower(text.substr(begin, at - begin)));
    if (found == bytes_of.end()) throw std::runtime_error("cannot be stored: U+" + std::to_string(static_cast<unsigned>(c)));
    out += found->second;
  }
  return out;
}

// The bytes taken for those of Latin-1, as UTF-8.
inline std::string misread(std::string_view bytes) {
  std::string out;
  for (auto const byte : bytes) append_utf8(out, static_cast<unsigned char>(byte));
  return out;
}

}  // namespace vanthu::test
