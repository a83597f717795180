// Values as WordprocessingML writes them (ECMA-376 Part 1, 17.17.4, 17.18, 22.9.2). Names are compared without their prefix, which a file
// may choose; what is malformed is as if it were absent.
#pragma once
#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string_view>

namespace vanthu::docx {

// "w:jc" → "jc".
std::string_view local_name(char const* name);

// First child element of that local name; null where there is none.
pugi::xml_node element(pugi::xml_node parent, std::string_view local);

// Value of the attribute of that local name ("val"); empty where there is none.
std::string_view attribute(pugi::xml_node node, std::string_view local);

// ST_OnOff: "1", "true", "on", and what has no w:val, are true. False for a null node.
bool on_off(pugi::xml_node node);
bool on_off(std::string_view value);

// ST_DecimalNumber within ±1 000 000, as no length or number on paper is larger.
std::optional<std::int32_t> integer(std::string_view value);

// ST_SignedTwipsMeasure: "567", or a length with its unit ("1cm", "28.35pt"), in twips.
std::optional<std::int32_t> twips(std::string_view value);

}  // namespace vanthu::docx
