// What a line of the header is by itself, whatever stands around it.
#pragma once
#include <optional>

#include "grammar/header.hpp"
#include "recognize/lines.hpp"
#include "recognize/vocabulary.hpp"
#include "vanthu/facts.hpp"

namespace vanthu {

// "Số: …" filling the line, but for what a scan adds.
std::optional<grammar::NumberLine> number_line(Line const& line);
// Place and date filling the line.
std::optional<grammar::PlaceDate> place_line(Line const& line);
// Starts with V/v.
bool is_v_v(Line const& line);
// A field of a form ("TRÍCH YẾU: …") whose name has this key: the byte where its value starts.
std::optional<std::uint32_t> form_field(Line const& line, std::string_view words);
// The text without single letters and marks that a scan puts at its ends ("Ộ QUYÉTĐỊNH -").
Span without_scan_marks(std::string_view text);

struct TypeLine {
  TypeWord type;
  Span name;     // in bytes of the line
  Span subject;  // "KẾT LUẬN …" on the same line; empty when none
};
// The type name line at `at`. With a colon it announces what is decided ("QUYẾT ĐỊNH:"), unless a trích yếu follows: then a scan has put it
// there.
// `small_letters`: "Kế hoạch" alone on its line counts, a fault.
std::optional<TypeLine> type_line(std::vector<Line> const& lines, std::size_t at, bool small_letters);

// Urgency, secrecy, circulation, form of a copy.
std::optional<ComponentKind> stamp(Line const& line);
// A line that can be (part of) the name of a body, in capitals; `known_only`: it must start with the word for a body, position or unit.
bool name_part(Line const& line, bool known_only);
// The name of a body in small letters: a fault, looked for only right beside what is sure.
bool small_letter_name(Line const& line);

}  // namespace vanthu
