// The one door to the TOML library: text → a plain tree that knows where everything stands and keeps the order of the file.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "vanthu/date.hpp"
#include "vanthu/diagnostic.hpp"

namespace vanthu {

// From 1; columns count code points.
struct TomlPlace {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

enum class TomlKind : std::uint8_t { boolean, integer, floating, string, date, time, array, table };
// "a string".
std::string_view to_string(TomlKind kind, Language language = Language::en);

struct TomlEntry;

struct TomlValue {
  TomlKind kind = TomlKind::table;
  TomlPlace begin, end;  // end: behind its last sign. A table that was only implied stands at its first key
  bool boolean = false;
  std::int64_t integer = 0;
  std::string string;
  Date date;
  std::vector<TomlValue> items;    // of an array
  std::vector<TomlEntry> entries;  // of a table, in the order of the file

  // The value of a key; null when the table has none.
  TomlValue const* find(std::string_view key) const;
};

struct TomlKey {
  std::string name;
  TomlPlace place;
};

struct TomlEntry {
  TomlKey key;
  TomlValue value;
};

struct TomlError {
  TomlPlace place;
  std::string message;  // English, lower case, no full stop
};

// Parses a whole file; gives its top-level table.
std::variant<TomlValue, TomlError> parse_toml(std::string_view text);

}  // namespace vanthu
