// Text on its way back to the file: encoding, form of the letters, line ends and escapes that this file uses.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "text/letter_forms.hpp"
#include "vanthu/document.hpp"

namespace vanthu {

class SourceWriter {
 public:
  explicit SourceWriter(Document const& document) : document_(document) {}

  // Bytes for `text` (NFC), which is to stand at `place` in Document::text. Nothing where the encoding has no such letter.
  std::optional<std::string> bytes(std::string_view text, Span place);

  // What the file holds at `range`, as NFC UTF-8, blanks and invisible characters as they are.
  std::string stored_text(SourceRange range) const;

 private:
  LetterForm form_around(Span place);
  LetterForm form_of_file();

  Document const& document_;
  std::optional<LetterForm> form_of_file_;
  std::optional<std::u32string> line_end_;
};

}  // namespace vanthu
