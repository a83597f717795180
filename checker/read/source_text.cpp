#include "read/source_text.hpp"

#include <algorithm>

#include "read/plain_bytes.hpp"
#include "text/code_pages.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

bool is_utf16(Encoding encoding) { return encoding == Encoding::utf16le || encoding == Encoding::utf16be; }

// High byte of the UTF-16 unit that starts at `at` (even).
unsigned char high_byte(std::string_view source, std::size_t at, Encoding encoding) {
  return static_cast<unsigned char>(source[encoding == Encoding::utf16le ? at + 1 : at]);
}
unsigned char low_byte(std::string_view source, std::size_t at, Encoding encoding) {
  return static_cast<unsigned char>(source[encoding == Encoding::utf16le ? at : at + 1]);
}

char32_t utf16_unit(std::string_view source, std::size_t at, Encoding encoding) {
  if (at + 1 >= source.size()) return U'\uFFFD';
  return static_cast<char32_t>(high_byte(source, at, encoding) << 8U | low_byte(source, at, encoding));
}

bool is_high_surrogate(char32_t c) { return c >= 0xD800 && c < 0xDC00; }
bool is_low_surrogate(char32_t c) { return c >= 0xDC00 && c < 0xE000; }

char32_t next_in_utf16(std::string_view source, Encoding encoding, std::size_t& at) {
  auto const first = utf16_unit(source, at, encoding);
  at = std::min(at + 2, source.size());
  if (!is_high_surrogate(first) || at + 1 >= source.size()) return is_low_surrogate(first) ? U'\uFFFD' : first;
  auto const second = utf16_unit(source, at, encoding);
  if (!is_low_surrogate(second)) return U'\uFFFD';
  at += 2;
  return 0x10000 + ((first - 0xD800) << 10U) + (second - 0xDC00);
}

// Code points that start in source[begin, end): UTF-8 continuation bytes and low surrogates start none.
std::uint32_t code_points_in(std::string_view source, Encoding encoding, std::size_t begin, std::size_t end) {
  std::uint32_t count = 0;
  if (is_utf16(encoding)) {
    for (auto i = (begin + 1) / 2 * 2; i < end && i + 1 < source.size(); i += 2) count += (high_byte(source, i, encoding) & 0xFC) != 0xDC;
  } else if (encoding == Encoding::windows1258 || encoding == Encoding::windows1252) {
    count = static_cast<std::uint32_t>(end - begin);
  } else {
    count = static_cast<std::uint32_t>(code_points(source.substr(begin, end - begin)));
  }
  return count;
}

}  // namespace

char32_t next_in_source(std::string_view source, Encoding encoding, std::size_t& at) {
  if (is_utf16(encoding)) return next_in_utf16(source, encoding, at);
  if (encoding == Encoding::windows1258) return decode_byte(CodePage::windows1258, static_cast<unsigned char>(source[at++])).first;
  if (encoding == Encoding::windows1252) return decode_windows1252(static_cast<unsigned char>(source[at++]));
  return next_code_point(source, at);
}

std::uint32_t bom_size(std::string_view source, Encoding encoding) {
  if (encoding == Encoding::utf8_bom) return 3;
  if (encoding == Encoding::utf16le) return source.starts_with("\xFF\xFE") ? 2 : 0;
  if (encoding == Encoding::utf16be) return source.starts_with("\xFE\xFF") ? 2 : 0;
  return 0;
}

std::vector<std::uint32_t> find_line_starts(std::string_view source, Encoding encoding) {
  std::vector<std::uint32_t> starts;
  starts.reserve(source.size() / 64 + 1);  // about as many as there mostly are
  starts.push_back(0);
  if (is_utf16(encoding)) {
    bool cr = false;
    for (std::size_t i = 0; i + 1 < source.size(); i += 2) {
      auto const low = high_byte(source, i, encoding) == 0 ? low_byte(source, i, encoding) : 0;
      auto const after = static_cast<std::uint32_t>(i + 2);
      if (low == '\n' && cr)
        starts.back() = after;
      else if (low == '\n' || low == '\r')
        starts.push_back(after);
      cr = low == '\r';
    }
    return starts;
  }
  RareBytes<2> ends(source, {'\r', '\n'});
  for (std::size_t i = ends.next(0, source.size()); i < source.size(); i = ends.next(i, source.size())) {
    if (source[i] == '\r' && i + 1 < source.size() && source[i + 1] == '\n') ++i;
    starts.push_back(static_cast<std::uint32_t>(++i));
  }
  return starts;
}

std::vector<std::uint32_t> count_code_points(std::string_view source, Encoding encoding) {
  std::vector<std::uint32_t> counts;
  counts.reserve(source.size() / code_point_stride + 1);
  counts.push_back(0);
  for (std::size_t at = 0; at + code_point_stride <= source.size(); at += code_point_stride)
    counts.push_back(counts.back() + code_points_in(source, encoding, at, at + code_point_stride));
  return counts;
}

std::uint32_t code_points_before(Document const& document, std::uint32_t offset) {
  auto const& counts = document.code_point_counts;
  auto const known = counts.empty() ? 0 : std::min<std::size_t>(offset / code_point_stride, counts.size() - 1);
  return (counts.empty() ? 0 : counts[known]) + code_points_in(document.source, document.encoding, known * code_point_stride, offset);
}

}  // namespace vanthu
