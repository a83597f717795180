// Text typed for fonts of old code pages: what these show for it.
#pragma once
#include <cstddef>
#include <span>

#include "read/mapped_text.hpp"
#include "text/code_pages.hpp"
#include "vanthu/document.hpp"

namespace vanthu {

// The part that holds byte `at` of the source; null where there is none. `parts` as in Document::font_texts.
FontText const* font_text_at(std::span<FontText const> parts, std::size_t at);

// The same for one place after another, in ascending order.
class FontTexts {
 public:
  explicit FontTexts(std::span<FontText const> parts) : parts_(parts) {}

  // What is shown for the character `stored`, which begins at byte `at`: itself outside of all parts.
  ShownLetter shown(char32_t stored, std::size_t at) {
    while (next_ < parts_.size() && parts_[next_].source.end <= at) ++next_;
    if (next_ == parts_.size() || at < parts_[next_].source.begin) return {stored, 0};
    return shown_in_font(parts_[next_].page, parts_[next_].capitals, stored);
  }

 private:
  std::span<FontText const> parts_;
  std::size_t next_ = 0;
};

// TCVN3 has no capitals with tones: "CéNG HßA X· HéI" was shown by a font of capitals, which a text file does not tell. In lines that have
// no other small letters (and words enough to be sure) those letters are made capitals; no place moves.
void raise_capitals(MappedText& text, std::span<FontText const> parts);

}  // namespace vanthu
