// What the register holds → the bytes of its database. The same content gives the same bytes, in whatever order it comes.
#pragma once
#include <string>
#include <variant>
#include <vector>

#include "registry/rows.hpp"
#include "vanthu/registry.hpp"

namespace vanthu::registry {

struct Content {
  std::vector<RegisteredDocument> documents;
  std::vector<AmendmentRow> amendments;
  std::vector<RegisteredBody> bodies;
};

struct BuildError {
  std::string message;  // English
};

std::variant<std::string, BuildError> build(Content content);

// In the file: PRAGMA application_id ("vthu") and user_version (of the tables).
inline constexpr int application_id = 0x76746875;
inline constexpr int tables_version = 1;

// 20240305; 0 when nothing is known of it.
constexpr std::int64_t packed(Date date) { return std::int64_t{date.year} * 10000 + date.month * 100 + date.day; }
constexpr Date unpacked(std::int64_t n) {
  return {static_cast<int>(n / 10000 % 10000), static_cast<int>(n / 100 % 100), static_cast<int>(n % 100)};
}

}  // namespace vanthu::registry
