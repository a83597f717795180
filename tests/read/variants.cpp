#include "variants.hpp"

#include <gtest/gtest.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "text/unicode.hpp"

namespace vanthu::testing {
namespace {

std::string normalized(std::string_view text, bool compose) {
  UErrorCode status = U_ZERO_ERROR;
  auto const* normalizer = compose ? icu::Normalizer2::getNFCInstance(status) : icu::Normalizer2::getNFDInstance(status);
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  normalizer->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink, nullptr, status);
  return result;
}

std::string with_line_ends(std::string_view text, std::string_view end) {
  std::string result;
  for (auto c : text) c == '\n' ? result += end : result += c;
  return result;
}

}  // namespace

std::string decomposed(std::string_view text) { return normalized(text, false); }

std::string utf16(std::string_view text, bool little, bool bom) {
  auto const units = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  std::string result;
  auto const put = [&](char16_t unit) {
    auto const high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
    result += little ? low : high;
    result += little ? high : low;
  };
  if (bom) put(0xFEFF);
  for (int32_t i = 0; i < units.length(); ++i) put(units[i]);
  return result;
}

std::vector<Variant> variants(std::string_view text) {
  std::string const plain(text);
  return {{"NFC, LF", plain},
          {"NFD", decomposed(text)},
          {"BOM", "\xEF\xBB\xBF" + plain},
          {"CRLF", with_line_ends(text, "\r\n")},
          {"CR", with_line_ends(text, "\r")},
          {"UTF-16LE with BOM", utf16(text, true, true)},
          {"UTF-16BE with BOM", utf16(text, false, true)},
          {"UTF-16LE", utf16(text, true, false)},
          {"NFD, BOM, CRLF", "\xEF\xBB\xBF" + with_line_ends(decomposed(text), "\r\n")}};
}

Document read_text(std::string_view bytes, std::string_view name) {
  auto result = read(bytes, name);
  if (auto const* error = std::get_if<ReadError>(&result)) {
    ADD_FAILURE() << error->kind << ": " << error->message_en;
    return {};
  }
  return std::get<Document>(std::move(result));
}

std::string error_kind(std::string_view bytes, std::string_view name) {
  auto const result = read(bytes, name);
  auto const* error = std::get_if<ReadError>(&result);
  return error != nullptr ? error->kind : "";
}

std::string blocks_of(Document const& document) {
  std::string result;
  for (auto const& block : document.blocks) {
    std::string sign;
    if (block.column == Column::left) sign += 'L';
    if (block.column == Column::right) sign += 'R';
    if (block.kind == BlockKind::heading) sign += std::string(block.level, '#');
    if (block.kind == BlockKind::table_cell) sign += '|';
    if (!sign.empty()) sign += ' ';
    result += sign;
    result += slice(document.text, block.span);
    result += '\n';
  }
  return result;
}

std::string source_of(Document const& document, Span span) {
  auto const range = document.map.to_source(span);
  auto const bytes = std::string_view(document.source).substr(range.begin, range.end - range.begin);
  if (document.encoding == Encoding::utf8 || document.encoding == Encoding::utf8_bom) return normalized(bytes, true);
  std::string text;
  auto const little = document.encoding == Encoding::utf16le;
  icu::UnicodeString units;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    auto const first = static_cast<unsigned char>(bytes[i]), second = static_cast<unsigned char>(bytes[i + 1]);
    units.append(static_cast<char16_t>(little ? first | second << 8 : first << 8 | second));
  }
  units.toUTF8String(text);
  return normalized(text, true);
}

}  // namespace vanthu::testing
