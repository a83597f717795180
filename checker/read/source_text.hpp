// The file's own bytes: where its lines start, how many code points stand where.
#pragma once
#include <string_view>
#include <vector>

#include "vanthu/document.hpp"

namespace vanthu {

// The code point of the source at byte `at`, which moves past it. U+FFFD for what is malformed.
char32_t next_in_source(std::string_view source, Encoding encoding, std::size_t& at);

std::uint32_t bom_size(std::string_view source, Encoding encoding);

// Byte offsets at which lines start; lines end at LF, CRLF or CR.
std::vector<std::uint32_t> find_line_starts(std::string_view source, Encoding encoding);

// Code points in source[0, n * code_point_stride) for n = 0, 1, …: lets columns of very long lines be found at once.
constexpr std::uint32_t code_point_stride = 1024;
std::vector<std::uint32_t> count_code_points(std::string_view source, Encoding encoding);

// Code points of document.source[0, offset).
std::uint32_t code_points_before(Document const& document, std::uint32_t offset);

}  // namespace vanthu
