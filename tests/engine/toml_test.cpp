// What our door to TOML adds to the library.
#include "engine/toml.hpp"

#include <gtest/gtest.h>

namespace vanthu {
namespace {

// "line:column" of the error, "" when there is none.
std::string error_at(std::string_view text) {
  auto const parsed = parse_toml(text);
  auto const* error = std::get_if<TomlError>(&parsed);
  return error == nullptr ? "" : std::to_string(error->place.line) + ":" + std::to_string(error->place.column);
}

// The library would go astray on them, or take them for blanks.
TEST(Toml, LettersOutsideOfQuotationMarks) {
  EXPECT_EQ(error_at("ó = 1"), "1:1");
  EXPECT_EQ(error_at("a = 1\nb = [\"tên\", tên]"), "2:14");
  EXPECT_EQ(error_at("a = 'x' ấ"), "1:9");
  EXPECT_EQ(error_at("a\u00A0= 1"), "1:2");
  EXPECT_EQ(error_at("a =2\"tr\u00ED\""), "1:8");
  EXPECT_EQ(error_at("a = \"\"\"x\nó\"\"\"\nó"), "3:1");
}

TEST(Toml, LettersInsideOfThem) {
  for (std::string_view const text :
       {"\xEF\xBB\xBF# ghi chú\n\"tên\" = 'ó' # ó", "a = \"\\\"ó\"", "a = \"\"\"ó \"\" ó\"\"\"", "a = '''ó\n'ó'''", "a = \"#ó\""})
    EXPECT_EQ(error_at(text), "") << text;
}

// Strings that do not end are for the library to tell.
TEST(Toml, StringsWithoutAnEnd) {
  for (std::string_view const text : {"a = \"ó\nb = 1", "a = '''ó", "a = \"ó\\", "a = \"\"\"ó\"\""}) EXPECT_NE(error_at(text), "") << text;
}

}  // namespace
}  // namespace vanthu
