// ZIP files put together byte by byte, nothing compressed: what no honest program writes, and a cheap wrapper for fuzzing.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::test {

// An entry as its headers tell it; what is not given is true.
struct StoredEntry {
  std::string name;
  std::string bytes;
  std::optional<std::uint32_t> told_size;  // unpacked
  std::optional<std::uint32_t> told_crc;
  std::optional<std::uint32_t> at;  // the local header that the directory points to
  std::uint16_t flags = 0;          // 1: encrypted
  std::uint16_t method = 0;         // 8: deflated
};

inline std::uint32_t crc32(std::string_view bytes) {
  static constexpr auto table = [] {
    std::array<std::uint32_t, 256> out{};
    for (std::uint32_t i = 0; i < 256; ++i) {
      auto c = i;
      for (auto bit = 0; bit < 8; ++bit) c = (c & 1U) != 0 ? 0xEDB88320U ^ (c >> 1U) : c >> 1U;
      out[i] = c;
    }
    return out;
  }();
  std::uint32_t crc = 0xFFFFFFFFU;
  for (auto const byte : bytes) crc = table[(crc ^ static_cast<unsigned char>(byte)) & 0xFFU] ^ (crc >> 8U);
  return ~crc;
}

inline std::string stored_zip(std::vector<StoredEntry> const& entries) {
  auto const number = [](std::string& out, std::uint32_t value, int bytes) {
    for (auto i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFFU);
  };
  auto const size32 = [](std::size_t n) { return static_cast<std::uint32_t>(n); };
  auto const about = [&](std::string& out, StoredEntry const& e) {  // what both headers have
    number(out, 20, 2);
    number(out, e.flags, 2);
    number(out, e.method, 2);
    number(out, 0x5A210000, 4);  // 1 January 2025
    number(out, e.told_crc ? *e.told_crc : crc32(e.bytes), 4);
    number(out, size32(e.bytes.size()), 4);
    number(out, e.told_size.value_or(size32(e.bytes.size())), 4);
    number(out, size32(e.name.size()), 2);
    number(out, 0, 2);
  };
  std::string out, directory;
  for (auto const& e : entries) {
    auto const at = e.at.value_or(size32(out.size()));
    if (!e.at) {
      out += "PK\x03\x04";
      about(out, e);
      out += e.name;
      out += e.bytes;
    }
    directory += "PK\x01\x02";
    number(directory, 20, 2);
    about(directory, e);
    for (auto const bytes : {2, 2, 2, 4}) number(directory, 0, bytes);
    number(directory, at, 4);
    directory += e.name;
  }
  auto const start = size32(out.size());
  out += directory;
  out += "PK\x05\x06";
  number(out, 0, 4);
  number(out, size32(entries.size()), 2);
  number(out, size32(entries.size()), 2);
  number(out, size32(directory.size()), 4);
  number(out, start, 4);
  number(out, 0, 2);
  return out;
}

}  // namespace vanthu::test
