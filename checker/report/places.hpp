// Places of findings as the formats for machines want them. Lines and columns count from 1. In a DOCX a line is a paragraph and a column a
// character of it, as in Document::position(): it has no lines of its own.
#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "vanthu/check.hpp"

namespace vanthu::report {

struct Place {
  Position begin, end;  // columns in code points of the file
};

Place place_of(Document const& document, SourceRange range);

// "dòng 7, cột 11"; of a DOCX "đoạn 12, ký tự 5", which counts from 1 as well.
std::string place_text(Document const& document, Position at, Language language);

// The message; of a DOCX with the place in front, for formats that can only name a line of a text file.
std::string placed_message(Document const& document, Diagnostic const& diagnostic, Language language);

// A part of the file as UTF-8: letters as they are stored, NFC or not.
std::string stored_text(Document const& document, SourceRange range);

// The bytes of a fix (SourceEdit), which are in the encoding of the file, as UTF-8.
std::string edit_text(Document const& document, std::string_view bytes);

// From bytes of the file to code points from its start, without a byte order mark.
std::uint32_t code_point_offset(Document const& document, std::uint32_t offset);

// Columns in bytes of UTF-8: where the file is stored otherwise, of its text converted to UTF-8.
class Utf8Columns {
 public:
  explicit Utf8Columns(Document const& document);  // which must outlive it

  // Line, and column from 1.
  std::pair<std::uint32_t, std::uint32_t> at(std::uint32_t offset) const;

 private:
  std::uint32_t bytes_before(std::uint32_t offset) const;

  struct Known {
    std::uint32_t offset, bytes;
  };
  Document const& document_;
  std::vector<Known> known_;  // at every thousandth byte or so; empty where the file is UTF-8
};

}  // namespace vanthu::report
