// Everything a pack can be wrong in: what the loader says, with place and hint, in full.
#include <gtest/gtest.h>

#include "engine/load.hpp"
#include "support.hpp"

namespace vanthu::test {
namespace {

std::string errors(std::string const& pack) {
  auto const loaded = load_packs({{"p.toml", pack}});
  auto const* errors = std::get_if<std::vector<PackError>>(&loaded);
  if (errors == nullptr) return "fine";
  std::string out;
  for (auto const& error : *errors) out += to_text(error);
  return out;
}

struct Case {
  std::string_view pack;
  std::string_view expected;
};

// The header of the pack takes lines 1 to 3.
void expect(std::span<Case const> cases) {
  for (auto const& c : cases) EXPECT_EQ(errors(std::string(pack_header) + std::string(c.pack)), c.expected) << c.pack;
}

TEST(LoadErrors, Conditions) {
  Case const cases[] = {
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'symbl matches "^TT"'
)p",
       R"p(p.toml:9:11: error: citation has no field "symbl"
  expect = 'symbl matches "^TT"'
            ^~~~~
  did you mean "symbol"?
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'type == "Thông tư" and yeer == 2000'
)p",
       R"p(p.toml:9:34: error: citation has no field "yeer"
  expect = 'type == "Thông tư" and yeer == 2000'
                                   ^~~~
  did you mean "year"?
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'place == "x"'
)p",
       R"p(p.toml:9:11: error: citation has no field "place"
  expect = 'place == "x"'
            ^~~~~
  did you mean "document.place"?
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'document.isuer == null'
)p",
       R"p(p.toml:9:20: error: document has no field "isuer"
  expect = 'document.isuer == null'
                     ^~~~~
  did you mean "issuer"?
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'citation.type == "x"'
)p",
       R"p(p.toml:9:11: error: there is no "citation.type"
  expect = 'citation.type == "x"'
            ^~~~~~~~~~~~~
  only "document" has fields that are written with a dot
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'number'
)p",
       R"p(p.toml:9:11: error: a condition is true or false; "number" is a string
  expect = 'number'
            ^~~~~~
  write number != null to ask whether it is there
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'not number'
)p",
       R"p(p.toml:9:15: error: a condition is true or false; "number" is a string
  expect = 'not number'
                ^~~~~~
  write number != null to ask whether it is there
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'type == 3'
)p",
       R"p(p.toml:9:19: error: "type" is a string; "3" is an integer
  expect = 'type == 3'
                    ^
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'type < "b"'
)p",
       R"p(p.toml:9:11: error: "<" takes an integer or a date on its left; "type" is a string
  expect = 'type < "b"'
            ^~~~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'year < date'
)p",
       R"p(p.toml:9:18: error: "year" is an integer; "date" is a date
  expect = 'year < date'
                   ^~~~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'defects == "x"'
)p",
       R"p(p.toml:9:19: error: lists cannot be compared
  expect = 'defects == "x"'
                    ^~
  use "in", "contains" or length()
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'symbol in type'
)p",
       R"p(p.toml:9:21: error: "in" takes a list on its right; "type" is a string
  expect = 'symbol in type'
                      ^~~~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'year in ["1"]'
)p",
       R"p(p.toml:9:20: error: "1" is a string; "year" is an integer
  expect = 'year in ["1"]'
                     ^~~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'type in []'
)p",
       R"p(p.toml:9:19: error: the list is empty
  expect = 'type in []'
                    ^~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'null < 3'
)p",
       R"p(p.toml:9:11: error: "<" with null is never true
  expect = 'null < 3'
            ^~~~
  only "==" and "!=" can ask for null
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'number contains 3'
)p",
       R"p(p.toml:9:27: error: "contains" takes a string on its right; "3" is an integer
  expect = 'number contains 3'
                            ^
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = '["a"] == defects'
)p",
       R"p(p.toml:9:11: error: a list stands only behind "in"
  expect = '["a"] == defects'
            ^~~~~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'list("a")'
)p",
       R"p(p.toml:9:11: error: a list stands only behind "in"
  expect = 'list("a")'
            ^~~~~~~~~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'lenght(type) == 1'
)p",
       R"p(p.toml:9:11: error: there is no function "lenght"
  expect = 'lenght(type) == 1'
            ^~~~~~
  did you mean "length"?
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'lower(year) == "a"'
)p",
       R"p(p.toml:9:17: error: lower() takes a string; "year" is an integer
  expect = 'lower(year) == "a"'
                  ^~~~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'lower(type, symbol) == "a"'
)p",
       R"p(p.toml:9:11: error: lower() takes 1 value; 2 given
  expect = 'lower(type, symbol) == "a"'
            ^~~~~~~~~~~~~~~~~~~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'has(type)'
)p",
       R"p(p.toml:9:15: error: has() takes the name of a kind of node in quotation marks
  expect = 'has(type)'
                ^~~~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'has("place_date")'
)p",
       R"p(p.toml:9:16: error: there is no kind of node "place_date"
  expect = 'has("place_date")'
                 ^~~~~~~~~~
  did you mean "place-date"?
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'type in list("nope")'
)p",
       R"p(p.toml:9:25: error: there is no list "nope"
  expect = 'type in list("nope")'
                          ^~~~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'lookup("nope", type) == null'
)p",
       R"p(p.toml:9:19: error: there is no table "nope"
  expect = 'lookup("nope", type) == null'
                    ^~~~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'lookup("nope") == null'
)p",
       R"p(p.toml:9:11: error: lookup() takes 2 values; 1 given
  expect = 'lookup("nope") == null'
            ^~~~~~~~~~~~~~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'symbol matches "^T\b"'
)p",
       R"p(p.toml:9:27: error: not a regular expression: \b knows only ASCII letters and cuts Vietnamese words; use ^, $, a blank or a phrase rule
  expect = 'symbol matches "^T\b"'
                            ^~~~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'symbol matches "(T"'
)p",
       R"p(p.toml:9:27: error: not a regular expression: missing ): (T
  expect = 'symbol matches "(T"'
                            ^~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'symbol matches number'
)p",
       R"p(p.toml:9:26: error: "matches" takes a regular expression in quotation marks
  expect = 'symbol matches number'
                           ^~~~~~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'date == 2020-13-05'
)p",
       R"p(p.toml:9:19: error: there is no date 2020-13-05
  expect = 'date == 2020-13-05'
                    ^~~~~~~~~~
  a date is written YYYY-MM-DD
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'date == 2020-3-5'
)p",
       R"p(p.toml:9:19: error: there is no date 2020-3-5
  expect = 'date == 2020-3-5'
                    ^~~~~~~~
  a date is written YYYY-MM-DD
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'year == 99999999999'
)p",
       R"p(p.toml:9:19: error: the number is too large
  expect = 'year == 99999999999'
                    ^~~~~~~~~~~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'mention == "frst"'
)p",
       R"p(p.toml:9:23: error: "mention" never holds "frst"
  expect = 'mention == "frst"'
                        ^~~~
  did you mean "first"?
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = '"ascii-D" in defects'
)p",
       R"p(p.toml:9:12: error: "defects" never holds "ascii-D"
  expect = '"ascii-D" in defects'
             ^~~~~~~
  did you mean "ascii-d"?
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'document.type in ["cong_van"]'
)p",
       R"p(p.toml:9:30: error: "document.type" never holds "cong_van"
  expect = 'document.type in ["cong_van"]'
                               ^~~~~~~~
  did you mean "cong-van"?
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'year = 3'
)p",
       R"p(p.toml:9:16: error: an operator, "and", "or" or the end is expected here
  expect = 'year = 3'
                 ^
  did you mean "=="?
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'has_so && nested'
)p",
       R"p(p.toml:9:18: error: an operator, "and", "or" or the end is expected here
  expect = 'has_so && nested'
                   ^~
  did you mean "and"?
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'has_so || nested'
)p",
       R"p(p.toml:9:18: error: an operator, "and", "or" or the end is expected here
  expect = 'has_so || nested'
                   ^~
  did you mean "or"?
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = '!has_so'
)p",
       R"p(p.toml:9:11: error: a value is expected here
  expect = '!has_so'
            ^~~~~~~
  did you mean "not"?
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'type is "x"'
)p",
       R"p(p.toml:9:16: error: an operator, "and", "or" or the end is expected here
  expect = 'type is "x"'
                 ^~
  did you mean "in"?
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'symbol match "x"'
)p",
       R"p(p.toml:9:18: error: an operator, "and", "or" or the end is expected here
  expect = 'symbol match "x"'
                   ^~~~~
  did you mean "matches"?
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'type-code == "x"'
)p",
       R"p(p.toml:9:15: error: an operator, "and", "or" or the end is expected here
  expect = 'type-code == "x"'
                ^~~~~
  names of fields are written with _
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = 'has_so and'
)p",
       R"p(p.toml:9:21: error: the text ends where a condition is expected
  expect = 'has_so and'
                      ^
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = '(has_so'
)p",
       R"p(p.toml:9:18: error: the text ends where ')' is expected
  expect = '(has_so'
                   ^
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = ''
)p",
       R"p(p.toml:9:11: error: the text ends where a value is expected
  expect = ''
            ^
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
expect = "type == \"Thông tư\" and yeer == 1"
)p",
       R"p(p.toml:9:36: error: citation has no field "yeer"
  expect = "type == \"Thông tư\" and yeer == 1"
                                     ^~~~
  did you mean "year"?
)p"},
  };
  expect(cases);
}

TEST(LoadErrors, Messages) {
  Case const cases[] = {
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "{typ}", en = "{typ}" }
)p",
       R"p(p.toml:9:20: error: citation has no field "typ"
  message = { vi = "{typ}", en = "{typ}" }
                     ^~~
  did you mean "type"?
p.toml:9:34: error: citation has no field "typ"
  message = { vi = "{typ}", en = "{typ}" }
                                   ^~~
  did you mean "type"?
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "{type} {issuer}", en = "{type}" }
)p",
       R"p(p.toml:9:26: error: {issuer} stands only in message.vi
  message = { vi = "{type} {issuer}", en = "{type}" }
                           ^~~~~~~~
  both languages have the same placeholders
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "a {b", en = "a" }
)p",
       R"p(p.toml:9:21: error: a brace opens that is not closed
  message = { vi = "a {b", en = "a" }
                      ^
  {{ stands for a brace
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "a }", en = "a" }
)p",
       R"p(p.toml:9:21: error: a brace closes that was not opened
  message = { vi = "a }", en = "a" }
                      ^
  }} stands for a brace
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "{has_so}", en = "{has_so}" }
)p",
       R"p(p.toml:9:20: error: a placeholder gives text; "has_so" is a boolean
  message = { vi = "{has_so}", en = "{has_so}" }
                     ^~~~~~
p.toml:9:37: error: a placeholder gives text; "has_so" is a boolean
  message = { vi = "{has_so}", en = "{has_so}" }
                                      ^~~~~~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "{lower(}", en = "a" }
)p",
       R"p(p.toml:9:26: error: the text ends where ')' is expected
  message = { vi = "{lower(}", en = "a" }
                           ^
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "", en = "b" }
)p",
       R"p(p.toml:9:18: error: "message" is empty
  message = { vi = "", en = "b" }
                   ^~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message.vi = "a"
)p",
       R"p(p.toml:9:1: error: message.en is missing
  message.vi = "a"
  ^~~~~~~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = "a"
)p",
       R"p(p.toml:9:11: error: "message" takes a table; this is a string
  message = "a"
            ^~~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b", fr = "c" }
)p",
       R"p(p.toml:9:33: error: "message" has no key "fr"
  message = { vi = "a", en = "b", fr = "c" }
                                  ^~
  one of "vi", "en" fits
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
check = "repeated-phrase"
message = { vi = "{prase}", en = "{prase}" }
)p",
       R"p(p.toml:8:20: error: check "repeated-phrase" has no "prase"
  message = { vi = "{prase}", en = "{prase}" }
                     ^~~~~
  did you mean "phrase"?
p.toml:8:36: error: check "repeated-phrase" has no "prase"
  message = { vi = "{prase}", en = "{prase}" }
                                     ^~~~~
  did you mean "phrase"?
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
phrases = [{ wrong = "a" }]
message = { vi = "{right}", en = "{right}" }
)p",
       R"p(p.toml:8:19: error: not every phrase of this rule has "right"
  message = { vi = "{right}", en = "{right}" }
                    ^~~~~~~
p.toml:8:35: error: not every phrase of this rule has "right"
  message = { vi = "{right}", en = "{right}" }
                                    ^~~~~~~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
phrases = [{ wrong = "a" }]
message = { vi = "{type}", en = "{type}" }
)p",
       R"p(p.toml:8:20: error: a phrase rule has no "type"
  message = { vi = "{type}", en = "{type}" }
                     ^~~~
  one of "wrong", "right", "found" fits
p.toml:8:35: error: a phrase rule has no "type"
  message = { vi = "{type}", en = "{type}" }
                                    ^~~~
  one of "wrong", "right", "found" fits
)p"},
  };
  expect(cases);
}

TEST(LoadErrors, Forms) {
  Case const cases[] = {
      {R"p([VD901]
name = "x"
severity = "error"
message = { vi = "a", en = "b" }
)p",
       R"p(p.toml:4:2: error: VD901 says neither "on" nor "check" nor "phrases"
  [VD901]
   ^~~~~
  a rule has exactly one of them
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
phrases = []
message = { vi = "a", en = "b" }
)p",
       R"p(p.toml:8:1: error: a rule with "on" cannot have "phrases"
  phrases = []
  ^~~~~~~
  a rule has exactly one of "on", "check", "phrases"
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citaton"
expect = 'x'
message = { vi = "a", en = "b" }
)p",
       R"p(p.toml:7:6: error: there is no kind of node "citaton"
  on = "citaton"
       ^~~~~~~~~
  did you mean "citation"?
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
message = { vi = "a", en = "b" }
)p",
       R"p(p.toml:4:2: error: VD901 has no "expect"
  [VD901]
   ^~~~~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
check = "numbering-sequenc"
message = { vi = "a", en = "b" }
)p",
       R"p(p.toml:7:9: error: there is no check "numbering-sequenc"
  check = "numbering-sequenc"
          ^~~~~~~~~~~~~~~~~~~
  did you mean "numbering-sequence"?
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
check = "repeated-phrase"
at = "text"
message = { vi = "a", en = "b" }
)p",
       R"p(p.toml:8:1: error: a rule with "check" has no key "at"
  at = "text"
  ^~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
check = "repeated-phrase"
options = { wrods = 3 }
message = { vi = "a", en = "b" }
)p",
       R"p(p.toml:8:13: error: check "repeated-phrase" has no key "wrods"
  options = { wrods = 3 }
              ^~~~~
  did you mean "words"?
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
check = "repeated-phrase"
options = { words = "3" }
message = { vi = "a", en = "b" }
)p",
       R"p(p.toml:8:21: error: "words" takes an integer; this is a string
  options = { words = "3" }
                      ^~~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
phrases = []
message = { vi = "a", en = "b" }
)p",
       R"p(p.toml:7:11: error: there are no phrases
  phrases = []
            ^~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
phrases = [{ wrong = "a ", rigth = "b" }]
message = { vi = "a", en = "b" }
)p",
       R"p(p.toml:7:22: error: a phrase stands in one line, without blanks at its ends, and is not empty
  phrases = [{ wrong = "a ", rigth = "b" }]
                       ^~~~
p.toml:7:28: error: a phrase has no key "rigth"
  phrases = [{ wrong = "a ", rigth = "b" }]
                             ^~~~~
  did you mean "right"?
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
phrases = [{ right = "b" }]
message = { vi = "a", en = "b" }
)p",
       R"p(p.toml:7:12: error: a phrase needs "wrong"
  phrases = [{ right = "b" }]
             ^~~~~~~~~~~~~~~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
phrases = ["a"]
message = { vi = "a", en = "b" }
)p",
       R"p(p.toml:7:12: error: "phrases" takes a table; this is a string
  phrases = ["a"]
             ^~~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
phrases = [{ wrong = "a" }]
skip = ["recipent"]
message = { vi = "a", en = "b" }
)p",
       R"p(p.toml:8:9: error: there is no kind of node "recipent"
  skip = ["recipent"]
          ^~~~~~~~~~
  did you mean "recipient"?
)p"},
  };
  expect(cases);
}

TEST(LoadErrors, Keys) {
  Case const cases[] = {
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b" }
colour = 3
)p",
       R"p(p.toml:10:1: error: a rule has no key "colour"
  colour = 3
  ^~~~~~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b" }
at = "symbl"
)p",
       R"p(p.toml:10:6: error: citation has no place "symbl"
  at = "symbl"
       ^~~~~~~
  did you mean "symbol"?
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b" }
at = "document.isuer"
)p",
       R"p(p.toml:10:16: error: there is no component "isuer"
  at = "document.isuer"
                 ^~~~~
  did you mean "issuer"?
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b" }
once = 1
)p",
       R"p(p.toml:10:8: error: "once" takes a boolean; this is an integer
  once = 1
         ^
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b" }
basis = "ND30:1"
)p",
       R"p(p.toml:10:10: error: there is no source "ND30"
  basis = "ND30:1"
           ^~~~
)p"},
      {R"p([sources.ND30]
title = "Nghị định"
force = "usual"
clauses = { "PL1" = "Phụ lục I" }
[VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b" }
basis = "ND30:PL2"
)p",
       R"p(p.toml:14:15: error: source "ND30" has no clause "PL2"
  basis = "ND30:PL2"
                ^~~
  did you mean "PL1"?
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b" }
types = ["quyt-dinh"]
)p",
       R"p(p.toml:10:10: error: there is no type "quyt-dinh"
  types = ["quyt-dinh"]
           ^~~~~~~~~~~
  did you mean "quyet-dinh"?
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b" }
families = ["admin"]
)p",
       R"p(p.toml:10:13: error: there is no family "admin"
  families = ["admin"]
              ^~~~~~~
  one of "administrative", "legislation", "party", "other" fits
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b" }
stage = "drft"
)p",
       R"p(p.toml:10:9: error: there is no stage "drft"
  stage = "drft"
          ^~~~~~
  did you mean "draft"?
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b" }
needs = ["paper"]
)p",
       R"p(p.toml:10:10: error: there is no need "paper"
  needs = ["paper"]
           ^~~~~~~
  "layout" fits
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b" }
from = "2020-03-05"
)p",
       R"p(p.toml:10:8: error: "from" takes a date; this is a string
  from = "2020-03-05"
         ^~~~~~~~~~~~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b" }
from = 2020-03-05
until = 2019-01-01
)p",
       R"p(p.toml:11:9: error: "until" lies before "from"
  until = 2019-01-01
          ^~~~~~~~~~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b" }
enabled = "yes"
)p",
       R"p(p.toml:10:11: error: "enabled" takes a boolean; this is a string
  enabled = "yes"
            ^~~~~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b" }
fix = { replace = "symbol", insert_after = "number", with = "" }
)p",
       R"p(p.toml:10:29: error: a fix has one place
  fix = { replace = "symbol", insert_after = "number", with = "" }
                              ^~~~~~~~~~~~
  exactly one of "replace", "insert_before", "insert_after"
p.toml:10:44: error: citation has no place "number"
  fix = { replace = "symbol", insert_after = "number", with = "" }
                                             ^~~~~~~~
  one of "text", "start", "end", "type", "identifier", "symbol", "date", "issuer", "title" fits
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b" }
fix = { replace = "symbol" }
)p",
       R"p(p.toml:10:7: error: a fix needs "with"
  fix = { replace = "symbol" }
        ^~~~~~~~~~~~~~~~~~~~~~
  with = '' takes text out
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b" }
fix = { with = "x" }
)p",
       R"p(p.toml:10:7: error: a fix needs a place
  fix = { with = "x" }
        ^~~~~~~~~~~~~~
  exactly one of "replace", "insert_before", "insert_after"
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b" }
fix = { replace = "symbol", with = "x", safety = "sure" }
)p",
       R"p(p.toml:10:50: error: there is no safety "sure"
  fix = { replace = "symbol", with = "x", safety = "sure" }
                                                   ^~~~~~
  one of "safe", "review" fits
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b" }
fix = { replace = "symbol", with = "x", touches = "names" }
)p",
       R"p(p.toml:10:51: error: there is no class of fix "names"
  fix = { replace = "symbol", with = "x", touches = "names" }
                                                    ^~~~~~~
  did you mean "name"?
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b" }
fix = { replace = "symbol", with = "x", safety = "safe" }
)p",
       R"p(p.toml:10:50: error: a safe fix says what it touches
  fix = { replace = "symbol", with = "x", safety = "safe" }
                                                   ^~~~~~
  touches = "form"; a fix that changes names or references is for "review"
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b" }
fix = { replace = "symbol", with = "x", safety = "safe", touches = "reference" }
)p",
       R"p(p.toml:10:50: error: a fix that touches a reference is never safe
  fix = { replace = "symbol", with = "x", safety = "safe", touches = "reference" }
                                                   ^~~~~~
  safety = "review"
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b" }
fix = { replace = "symbol", with = "{symbl}" }
)p",
       R"p(p.toml:10:38: error: citation has no field "symbl"
  fix = { replace = "symbol", with = "{symbl}" }
                                       ^~~~~
  did you mean "symbol"?
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b" }
related = { at = "issuer" }
)p",
       R"p(p.toml:10:11: error: "related" needs "message"
  related = { at = "issuer" }
            ^~~~~~~~~~~~~~~~~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
phrases = [{ wrong = "a" }]
message = { vi = "a", en = "b" }
in_passing = { unless_in = ["recipient", "citaton"] }
)p",
       R"p(p.toml:9:14: error: "in_passing" needs "severity"
  in_passing = { unless_in = ["recipient", "citaton"] }
               ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
p.toml:9:42: error: there is no kind of node "citaton"
  in_passing = { unless_in = ["recipient", "citaton"] }
                                           ^~~~~~~~~
  did you mean "citation"?
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b" }
related = { message = { vi = "a", en = "b" } }
)p",
       R"p(p.toml:10:11: error: "related" needs "at"
  related = { message = { vi = "a", en = "b" } }
            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b" }
why = { vi = "a" }
)p",
       R"p(p.toml:10:7: error: why.en is missing
  why = { vi = "a" }
        ^~~~~~~~~~~~
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b" }
examples = [{ worse = "a" }]
)p",
       R"p(p.toml:10:13: error: an example has "bad", "good" or both
  examples = [{ worse = "a" }]
              ^~~~~~~~~~~~~~~
p.toml:10:15: error: an example has no key "worse"
  examples = [{ worse = "a" }]
                ^~~~~
  one of "bad", "good", "fixable", "context" fits
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b" }
examples = [{ bad = "a", context = { family = "x" } }]
)p",
       R"p(p.toml:10:47: error: there is no family "x"
  examples = [{ bad = "a", context = { family = "x" } }]
                                                ^~~
  one of "administrative", "legislation", "party", "other" fits
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b" }
examples = [{ bad = "a", context = { date = "2020-01-01" } }]
)p",
       R"p(p.toml:10:45: error: "date" takes a date; this is a string
  examples = [{ bad = "a", context = { date = "2020-01-01" } }]
                                              ^~~~~~~~~~~~
)p"},
      {R"p([VD901]
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b" }
)p",
       R"p(p.toml:4:2: error: VD901 has no "name"
  [VD901]
   ^~~~~
)p"},
      {R"p([VD901]
name = "x"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b" }
)p",
       R"p(p.toml:4:2: error: VD901 has no "severity"
  [VD901]
   ^~~~~
)p"},
      {R"p([VD901]
name = "X y"
severity = "fatal"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b" }
)p",
       R"p(p.toml:5:8: error: the name is not kebab-case
  name = "X y"
         ^~~~~
  lower-case words joined by hyphens: "missing-type-symbol"
p.toml:6:12: error: there is no severity "fatal"
  severity = "fatal"
             ^~~~~~~
  one of "info", "warning", "error" fits
)p"},
  };
  expect(cases);
}

TEST(LoadErrors, Packs) {
  Case const cases[] = {
      {R"p(x = 
)p",
       R"p(p.toml:4:5: error: expected value, saw '\n'
  x = 
      ^
)p"},
      {R"p([VD91]
name = "x"
)p",
       R"p(p.toml:4:2: error: "VD91" is neither a part of a pack nor a rule
  [VD91]
   ^~~~
  a rule's code is two capitals and three digits: [VD103]
)p"},
      {R"p([list]
a = ["b"]
)p",
       R"p(p.toml:4:2: error: "list" is neither a part of a pack nor a rule
  [list]
   ^~~~
  did you mean "lists"?
)p"},
      {R"p([lists]
a = [1]
b = 2
)p",
       R"p(p.toml:5:6: error: "a" takes strings; this is an integer
  a = [1]
       ^
p.toml:6:5: error: "b" takes an array; this is an integer
  b = 2
      ^
)p"},
      {R"p([tables]
t = { "x" = 1 }
)p",
       R"p(p.toml:5:13: error: "x" takes a string; this is an integer
  t = { "x" = 1 }
              ^
)p"},
      {R"p([sources.A]
title = "x"
)p",
       R"p(p.toml:4:10: error: source "A" has no "force"
  [sources.A]
           ^
)p"},
      {R"p([sources.A]
title = "x"
force = "hard"
clauses = { "d" = 3, "e" = { force = "usual" } }
)p",
       R"p(p.toml:6:9: error: there is no force "hard"
  force = "hard"
          ^~~~~~
  one of "mandatory", "usual", "template", "custom" fits
p.toml:7:19: error: "d" takes a string; this is an integer
  clauses = { "d" = 3, "e" = { force = "usual" } }
                    ^
p.toml:7:28: error: a clause needs "clause"
  clauses = { "d" = 3, "e" = { force = "usual" } }
                             ^~~~~~~~~~~~~~~~~~~
)p"},
      {R"p(VD901 = 3
)p",
       R"p(p.toml:4:1: error: [pack] has no key "VD901"
  VD901 = 3
  ^~~~~
  one of "name", "title", "defaults" fits
)p"},
      {R"p(a = 1
a = 2
)p",
       R"p(p.toml:5:5: error: cannot redefine existing integer 'a'
  a = 2
      ^
)p"},
      {R"p([VD901]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b" }
[VD902]
name = "x"
severity = "error"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b" }
)p",
       R"p(p.toml:11:8: error: name "x" is taken
  name = "x"
         ^~~
  it is used at p.toml:5
)p"},
  };
  expect(cases);
}

TEST(LoadErrors, HeadersOfPacks) {
  Case const cases[] = {
      {R"p([lists]
a = ["b"]
)p",
       R"p(p.toml:1:1: error: a pack starts with [pack]
  [lists]
  ^
)p"},
      {R"p([pack]
name = "P"
)p",
       R"p(p.toml:1:1: error: [pack] has no "title"
  [pack]
  ^~~~~~
p.toml:2:8: error: the name is not kebab-case
  name = "P"
         ^~~
  lower-case words joined by hyphens
)p"},
      {R"p([pack]
name = "p"
title = { vi = "a", en = "b" }
[pack.defaults]
severity = "bad"
colour = 1
[VD901]
name = "x"
on = "citation"
expect = 'has_so'
message = { vi = "a", en = "b" }

)p",
       R"p(p.toml:5:12: error: there is no severity "bad"
  severity = "bad"
             ^~~~~
  one of "info", "warning", "error" fits
p.toml:6:1: error: "defaults" has no key "colour"
  colour = 1
  ^~~~~~
  one of "unless_sentence", "in_passing", "severity", "families", "types", "not_types", "stage", "from", "until", "needs" fits
)p"},
  };
  for (auto const& c : cases) EXPECT_EQ(errors(std::string(c.pack)), c.expected) << c.pack;
}

// One mistake does not hide the next; each is told once, in the order of the file.
TEST(LoadErrors, AllOfThem) {
  auto const loaded =
      load_packs({{"a.toml", std::string(pack_header) + "[VD901]\nname = 3\n"}, {"b.toml", "= 3\n"}, {"c.toml", "[lists]\na = 1\n"}});
  std::string places;
  for (auto const& error : std::get<std::vector<PackError>>(loaded)) places += error.file + ":" + std::to_string(error.line) + " ";
  EXPECT_EQ(places, "a.toml:4 a.toml:4 a.toml:4 a.toml:5 b.toml:1 c.toml:1 c.toml:2 ");
}

TEST(LoadErrors, NamesTakenByAPackBefore) {
  auto const base = rules("[lists]\na = [\"x\"]\n");
  auto const loaded = load_packs({{"q.toml", "[pack]\nname = \"q\"\ntitle = { vi = \"a\", en = \"b\" }\n[lists]\na = [\"y\"]\n"}}, &base);
  EXPECT_EQ(to_text(std::get<std::vector<PackError>>(loaded)[0]),
            "q.toml:5:1: error: list \"a\" is taken\n  a = [\"y\"]\n  ^\n  it is used at a pack loaded before\n");
}

TEST(LoadErrors, ALongLineIsCutAroundThePlace) {
  PackError error{"p.toml", 1, 201, 3, "m", "", std::string(200, '-') + "abc" + std::string(200, '-')};
  EXPECT_EQ(to_text(error),
            "p.toml:1:201: error: m\n  …" + std::string(70, '-') + "abc" + std::string(47, '-') + "…\n  " + std::string(71, ' ') + "^~~\n");
}

TEST(LoadErrors, AnyBytes) {
  for (auto const& bytes : {std::string(), std::string("\xff\xfe"), std::string("\0[", 2), std::string("[pack]\nname = \"\xc3\""),
                            std::string(3000, '['), "a = " + std::string(3000, '['), "a" + [] {
                              std::string dots;
                              for (int i = 0; i < 100'000; ++i) dots += ".a";
                              return dots;
                            }() + " = 1"})
    EXPECT_NE(errors(bytes), "fine");
}

}  // namespace
}  // namespace vanthu::test
