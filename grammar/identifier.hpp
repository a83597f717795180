// Number and symbol of a document: state "86/2018/NĐ-CP", "5871/BGDĐT-QLCL", "/UBND-VX"; law "45/2019/QH14", Party "12-CT/TW", and their
// malformed kin
// ("12CT/TW", "11/2022/BGDĐT", "154/2020/NĐCP", "NĐ- CP", "QĐ–TTg", "NĐ-CP1"). domain/citations.md, sections 0, 1, 3 and 7.
// Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 3; Hướng dẫn 36-HD/VPTW.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vanthu/span.hpp"

namespace vanthu::grammar {

enum class IdentifierForm : unsigned char { state, law, party };

// The views point into the text given; where letters of other scripts stand for Latin ones, into `owned`.
struct IdentifierMatch {
  Span span;  // number … symbol (from "/" when the number is blank)
  IdentifierForm form = IdentifierForm::state;
  std::string_view number;  // "" when blank; keeps a dotted series "66.7" and a suffix letter "12a"
  Span number_span;
  std::string_view year;  // as written ("2018", "97"), "" when none
  std::string symbol;     // blanks inside taken out: "NĐ-CP", "CT/TW", "QH15"
  Span symbol_span;
  std::vector<std::string_view> groups;      // of the symbol: {"NĐ", "CP"}
  std::vector<std::string_view> separators;  // between groups as written: "-", "/", "–", "- "
  std::string_view separator;                // between number (or year) and symbol as written: "/", " /", "-", "" (12CT/TW)
  Span mark;             // of a footnote, glued to the symbol: "1", "[2]", "(1)", "²"; empty, at the end of `span`, when there is none
  bool foreign = false;  // letters of other scripts stand for Latin ones; number, year, symbol and groups have the Latin ones
  std::shared_ptr<std::string const> owned;  // what the views point into where that is not the text
};

// Matches an identifier that starts exactly at byte `at` of `text`. `blank_number` allows it to start with "/" (a draft).
std::optional<IdentifierMatch> match_identifier(std::string_view text, std::size_t at, bool blank_number = false);

}  // namespace vanthu::grammar
