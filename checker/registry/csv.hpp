// CSV (RFC 4180) → records. Written by spreadsheets too: a byte order mark, CRLF, and ";" or a tab in place of the comma.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vanthu::registry {

struct CsvRecord {
  std::uint32_t line = 1;  // on which it starts, from 1
  std::vector<std::string> fields;
};

struct CsvError {
  std::uint32_t line = 1;
  bool unclosed = false;  // a quotation mark is never closed; else something stands behind a closing one
};

// All records, empty lines left out. The separator is what the first line has most of: comma, ";" or tab.
std::variant<std::vector<CsvRecord>, CsvError> parse_csv(std::string_view text);

// One record with its line end; fields are quoted where they have to be.
std::string csv_line(std::vector<std::string_view> const& fields);

}  // namespace vanthu::registry
