// What the letters of a symbol mean, and what is wrong with the shape of a citation. The tables of codes are in the .cpp file.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "grammar/citation.hpp"
#include "vanthu/facts.hpp"

namespace vanthu {

// The year inside an identifier, letters that a scan made of digits read as these: 1997 for "97", 2020 for "2O20". Nothing when there is
// none, or when a digit of it is lost.
std::optional<int> year_of(grammar::IdentifierMatch const& identifier);

// Fills number, year, symbol, type_code, body_code and legislature from the identifier as it was matched. `citation.type` must be set.
void read_symbol(grammar::IdentifierMatch const& identifier, Citation& citation);

// Adds to `citation.defects` what is certainly wrong, and sets `canonical` where the right form is certain. Everything else of the citation
// must be set. `inner_space`: a blank inside the identifier that no line end made.
void judge_shape(grammar::CitationMatch const& match, bool inner_space, Citation& citation);

// True for codes that abbreviate a type of document: "NĐ", "CT", "TTr".
bool is_type_code(std::string_view code);
// Such a code, for as long as the program runs; "" for any other.
std::string_view known_type_code(std::string_view code);

// True when a body so named can be the one that `code` stands for; also when nothing is known about the code.
bool issuer_fits(std::string_view code, std::string_view issuer);

}  // namespace vanthu
