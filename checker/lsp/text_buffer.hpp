// The text of an open document as its editor has it: edits in, places in the units that were agreed on out.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/protocol.hpp"
#include "text/column_units.hpp"
#include "vanthu/span.hpp"

namespace vanthu::lsp {

class TextBuffer {
 public:
  // `text`: well-formed UTF-8. Lines end at LF, CRLF or CR.
  TextBuffer(std::string text, ColumnUnit unit);

  std::string const& text() const { return text_; }
  std::size_t lines() const { return line_starts_.size(); }

  void set(std::string text);
  // A range that is reversed is taken the other way round; places beyond the text are its end, beyond a line that line's.
  void replace(TextRange range, std::string_view with);

  // Always the start of a character. A place inside a character is its start, one behind the end of a line stands before its line end.
  std::uint32_t offset(TextPosition at) const;
  // An offset behind the end of the text is that; between CR and LF it stands before the CR.
  TextPosition position(std::uint32_t offset) const;
  TextRange range(SourceRange bytes) const { return {position(bytes.begin), position(bytes.end)}; }

 private:
  std::string_view line(std::size_t number) const;  // without its line end
  std::uint32_t column(std::size_t line, std::uint32_t at) const;

  std::string text_;
  ColumnUnit unit_;
  std::vector<std::uint32_t> line_starts_;
  // Of long lines that were asked about: the column of a character at about each thousandth byte, (byte in the line, column).
  mutable std::map<std::size_t, std::vector<std::pair<std::uint32_t, std::uint32_t>>> marks_;
};

}  // namespace vanthu::lsp
