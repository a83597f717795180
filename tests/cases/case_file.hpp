// A .case file: documents with the findings that are expected of them, written under the text they mark.
//
//   # What the case shows. The head may set options, one a line: stage, date, select, ignore, lang.
//   stage: issued
//
//   -- cong-van.txt --
//   Thông tư số 11/2022/BGDĐT ngày 26/7/2022
//   #|                  ^^^^^ VD103 error: viện dẫn Thông tư thiếu ký hiệu loại văn bản "TT"
//   #=  fix review: "BGDĐT" -> "TT-BGDĐT"
//
// #|  The carets stand right under the text. Where a finding starts in the first two columns, the line starts with #< and the
//     carets stand two columns further right. A lone | is an empty place. ^^^+2:7 goes on to column 7 two lines further down.
//     "VD103 error, suppressed by comment (reason): …" is one that may stay.
// #=  A fix or a related place of the finding above it.
// #!  The document cannot be read.
#pragma once
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "vanthu/check.hpp"

namespace vanthu::test {

struct CaseDocument {
  std::string header;                     // "-- cong-van.txt --"
  std::string name;                       // "cong-van.txt"
  std::vector<std::string> lines;         // of the document, without their ends
  std::vector<std::string> expectations;  // expectations[i]: what stands under lines[i], each line ended; one more at the end for #!
  std::string text() const;               // the lines, each ended by '\n'
};

struct Case {
  std::string head;  // as written, up to the first document
  CheckOptions options;
  std::vector<CaseDocument> documents;
};

// What is wrong with the file as a string, when it is none.
std::variant<Case, std::string> parse_case(std::string_view file);

// The expectation lines that a result calls for, in the shape of CaseDocument::expectations.
std::vector<std::string> expectations(std::variant<Checked, ReadError> const& result, std::size_t lines, Language language);

// The whole file again.
std::string to_text(Case const& file);

// Where two versions of one case differ: the line of the document, then lines with - and +. Empty when they do not.
std::string difference(Case const& expected, Case const& actual);

}  // namespace vanthu::test
