// Components of the header as values, from lines that are known for what they are.
#pragma once
#include <string>
#include <vector>

#include "grammar/header.hpp"
#include "recognize/components.hpp"

namespace vanthu {

Component fixed_line_component(Line const& line);
Component number_component(Document const& document, Line const& line, grammar::NumberLine const& number);
Component place_date_component(Document const& document, Line const& line, grammar::PlaceDate const& place);
Component subject_component(Document const& document, Span span);

// A line (or half of one) that belongs to the name of a body.
struct NamePart {
  Span span;  // in the document
  std::string key;
  std::size_t line;
};
// Adds `span` of line `line`: two parts where it holds two names ("BỘ XÂY DỰNG - CỤC ĐƯỜNG BỘ VIỆT NAM").
void push_name_part(std::vector<NamePart>& parts, Document const& document, Span span, std::size_t line);
// Joins parts to names: the last one is the issuer, those before are the bodies above it.
void add_names(Document const& document, std::vector<NamePart> const& parts, std::vector<Component>& out);

}  // namespace vanthu
