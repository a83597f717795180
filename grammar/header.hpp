// Lines of the header: number and symbol, place and date, the words before a subject.
// Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 3, 4 and 5.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "grammar/date.hpp"
#include "grammar/identifier.hpp"
#include "vanthu/span.hpp"

namespace vanthu::grammar {

struct NumberLine {
  Span span;                                  // label … symbol, in bytes of the line
  Span label;                                 // "Số"
  bool colon = false;                         // a colon stands after the label
  Span number;                                // as written, empty when blank; what a scan made of it when damaged
  std::optional<IdentifierMatch> identifier;  // spans in bytes of the line; absent when there is no symbol
};

// "Số: 12/QĐ-UBND", "Số 06-HD/TW", "SỐ KÝ HIỆU: /THPT", "Số: …/QĐ-UBND" at the start of `line`. The line may go on after the symbol.
std::optional<NumberLine> match_number_line(std::string_view line);

struct PlaceDate {
  Span span;              // place … year
  Span place;             // empty when there is none
  bool comma = false;     // a comma stands after the place
  DateMatch date;         // spans in bytes of the line
  Span day, month, year;  // empty when blank
};

// "Lai Châu, ngày tháng 02 năm 2023" that starts at byte `at` and fills the rest of `line`. A sentence that begins so is none.
std::optional<PlaceDate> match_place_date(std::string_view line, std::size_t at = 0);

struct SubjectPrefix {
  Span span;           // "V/v", "Về việc", "Về"; empty when there is none
  bool colon = false;  // a colon stands after it
  std::uint32_t rest = 0;
};

// The words that a trích yếu starts with.
SubjectPrefix match_subject_prefix(std::string_view line);

}  // namespace vanthu::grammar
