// The XML parts of a package. Elements and attributes have the prefixes that everyone knows, whatever the file calls them.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <variant>

#include "read/docx/zip.hpp"

namespace vanthu::docx {

// A part that was read. Nodes of it live as long as it does; it may be moved.
struct XmlPart {
  std::string name;                    // in the package: "word/document.xml"
  std::unique_ptr<std::string> bytes;  // the names and values of the nodes point into them
  std::unique_ptr<pugi::xml_document> document;

  pugi::xml_node root() const { return document == nullptr ? pugi::xml_node() : document->document_element(); }
};

enum class XmlProblem : std::uint8_t {
  malformed,
  document_type,  // it has a DOCTYPE, which no part of a package may have
  too_deep,
  too_large,  // more than is left of the budget
};

// Elements inside elements: what no word processor writes.
constexpr std::size_t deepest_xml = 512;

// UTF-8, or UTF-16 with a byte order mark. Element and attribute names of the namespaces of WordprocessingML, DrawingML and VML have their
// usual prefixes (w, r, wp, a, pic, m, wps, wpg, wpc, mc, v, o, w10, w14) also where the file has others; those of the strict form are the
// same. Blanks alone between elements are no nodes, but in w:t. The budget pays for the nodes before they are made. Linear.
std::variant<XmlPart, XmlProblem> parse_xml(std::string name, std::string bytes, Budget& budget);

// On or off (w:b, w:vanish …): present and not "0", "false", "off".
bool is_on(pugi::xml_node toggle);

// A whole number; nothing where the attribute is absent or none.
std::optional<std::int32_t> integer(pugi::xml_attribute attribute);

}  // namespace vanthu::docx
