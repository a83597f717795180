// A DOCX package: its main part and what belongs to it, found by content types and relationships (ECMA-376 Part 2), never by fixed names.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <variant>

#include "read/docx/xml.hpp"
#include "vanthu/read.hpp"

namespace vanthu::docx {

// Parts that a document lacks have a null root().
struct Package {
  XmlPart main, styles, numbering, theme, settings, footnotes, endnotes;
  std::map<std::string, XmlPart, std::less<>> edges;  // headers and footers, by relationship id of the main part
  Budget budget;                                      // what is left for what is made of them
};

// Memory that reading a file of `size` bytes may take: 20 times as much, at least 64 MiB, at most 512 MiB; `max_memory` instead where it
// is not 0.
std::uint64_t memory_for(std::uint64_t size, std::uint64_t max_memory);

// Bytes that start as a ZIP file does: a DOCX, or something else that says what it is.
bool is_zip(std::string_view bytes);

// What is said where the budget does not suffice.
ReadError too_large();

// An OLE compound file that holds an encrypted package: a document with a password.
bool is_encrypted_package(std::string_view bytes);
ReadError encrypted_error();

// Errors: "binary" (another kind of file), "encrypted", "damaged" (cut short, broken, or not as the format has it), "too-large".
std::variant<Package, ReadError> open_package(std::string_view bytes, std::uint64_t max_memory);

}  // namespace vanthu::docx
