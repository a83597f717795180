// What a line at the foot of a document is by itself: prefix, position, name, contact. Whatever another column or a scan adds before it is
// looked past.
#pragma once
#include <optional>
#include <string_view>

#include "grammar/signature.hpp"
#include "recognize/lines.hpp"

namespace vanthu {

// An authority line that starts at a word of `text`.
std::optional<grammar::AuthorityLine> find_authority(std::string_view text);

// A line that is a position. Behind another line of the signature, unknown titles in capitals and known ones in small letters count too.
bool is_position_line(Line const& line, bool after_signature);

// A position in capitals at the end of a line that starts as something else ("- CT, PCT UBND tỉnh; PHÓ CHÁNH VĂN PHÒNG").
std::optional<Span> trailing_position(std::string_view text);

struct NameMatch {
  Span name;       // in the text given
  Span honorific;  // empty when none
};
// A full name that fills the line.
std::optional<NameMatch> match_name(std::string_view text);
// A full name at the end of a line, behind what a scan made of the signature.
std::optional<NameMatch> trailing_name(std::string_view text);

// "Địa chỉ: …", "Điện thoại: …".
bool is_contact(Line const& line);

// The text from its first to its last letter or digit.
Span letters_only_ends(std::string_view text);

}  // namespace vanthu
