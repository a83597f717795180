// Prefixes of XML namespaces: what a file may call as it likes, called as everyone does.
#pragma once
#include <pugixml.hpp>
#include <string_view>

namespace vanthu::docx {

// Whether an element or attribute of a known namespace may have another prefix than the usual one, or one of the usual prefixes another
// namespace. False of nearly all files.
bool has_foreign_prefixes(std::string_view xml);

// Gives elements and attributes of known namespaces their usual prefixes ("ns0:p" → "w:p"); those of other namespaces that have such a
// prefix get one that nobody asks for.
void use_known_prefixes(pugi::xml_document& document);

}  // namespace vanthu::docx
