// Words by which lines of the header and of the signature block are told: kinds of bodies, positions, family names, document types.
// All are compared with keys (fold_ascii).
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "recognize/lines.hpp"

namespace vanthu {

// "SỞ …", "ỦY BAN NHÂN DÂN …": the key starts with the word for a kind of body.
bool names_body(std::string_view key);
// "TỈNH …", "XÃ …": the key starts with the word for an administrative unit, so that it goes on with a name begun before.
bool names_unit(std::string_view key);
// "CHỦ TỊCH", "PHÓ GIÁM ĐỐC SỞ …", "Q. VIỆN TRƯỞNG": the key starts with a position.
bool names_position(std::string_view key);
// A full name: two to six words, each with a capital. Titles before it must be taken off first.
bool looks_like_name(std::string_view text);
// Its first word is one of the common family names.
bool has_family_name(std::string_view text);

struct TypeWord {
  std::string_view name;  // "Chỉ thị"
  std::string_view slug;  // "chi-thi": its name without marks
  bool administrative;    // false: Nghị định, Thông tư, Luật …, and the Party's own types
};
// The type that `key` is the name of; marks and blanks do not count ("QUYÉTĐỊNH").
std::optional<TypeWord> type_of(std::string_view key);
// The same, with at most one letter lost, added or changed.
std::optional<TypeWord> damaged_type_of(std::string_view key);
// The type that `key` starts with, with the number of bytes of the key that it takes.
std::optional<std::pair<TypeWord, std::size_t>> type_prefix(std::string_view key);

}  // namespace vanthu
