#include "registry/csv.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace vanthu::registry {
namespace {

// "1[a|b] 2[c]": line and fields of each record.
std::string dump(std::string_view text) {
  auto const parsed = parse_csv(text);
  if (auto const* error = std::get_if<CsvError>(&parsed))
    return fmt::format("line {} {}", error->line, error->unclosed ? "unclosed" : "behind");
  std::string out;
  for (auto const& record : std::get<std::vector<CsvRecord>>(parsed))
    out += fmt::format("{}{}[{}]", out.empty() ? "" : " ", record.line, fmt::join(record.fields, "|"));
  return out;
}

struct Row {
  std::string_view text, expected;
};
constexpr Row table[] = {
    {"", ""},
    {"a,b\nc,d\n", "1[a|b] 2[c|d]"},
    {"a,b\r\nc,d", "1[a|b] 2[c|d]"},
    {"\xEF\xBB\xBF"
     "a;b\n1,5;2\n",
     "1[a|b] 2[1,5|2]"},
    {"a\tb\nc, d\te\n", "1[a|b] 2[c, d|e]"},
    {"\"a,\"\"b\"\"\",c\n", "1[a,\"b\"|c]"},
    {"a,b\n\"hai\ndòng\",c\nd,e\n", "1[a|b] 2[hai\ndòng|c] 4[d|e]"},
    {"a,b\n\n\nc,d\n", "1[a|b] 4[c|d]"},
    {"a,\n,b\n", "1[a|] 2[|b]"},
    {"a,b\n\"c,d\n", "line 2 unclosed"},
    {"a,b\n\"c\"d,e\n", "line 2 behind"},
};

TEST(Csv, Records) {
  for (auto const& row : table) EXPECT_EQ(dump(row.text), row.expected) << row.text;
}

TEST(Csv, WhatIsWrittenIsReadAgain) {
  std::vector<std::string_view> const fields = {"a", "", "b,c", "\"d\"", "hai\ndòng", "đ"};
  auto const parsed = std::get<std::vector<CsvRecord>>(parse_csv(csv_line(fields)));
  ASSERT_EQ(parsed.size(), 1u);
  EXPECT_TRUE(std::equal(parsed[0].fields.begin(), parsed[0].fields.end(), fields.begin(), fields.end()));
}

}  // namespace
}  // namespace vanthu::registry
