// Tells text in an old Vietnamese encoding: by whether its words are Vietnamese syllables when read in it.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "vanthu/document.hpp"

namespace vanthu {

// The code page in which bytes that are not UTF-8 read as Vietnamese; nothing where they read so in none.
std::optional<CodePage> find_code_page(std::string_view bytes);

// The code page whose letters somebody took for those of Latin-1 when the file was made: "Céng hßa x· héi chñ nghÜa ViÖt Nam" (TCVN3),
// "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM" (VNI). `source` is well-formed in `encoding`.
std::optional<CodePage> find_font_encoding(std::string_view source, Encoding encoding);

// The lines of such a source without those that hold a letter beyond Latin-1: they are Unicode.
std::vector<FontText> lines_in_font(std::string_view source, Encoding encoding, CodePage page);

// Of the parts of `source` (UTF-8) whose fonts are of an old code page by name (code_page_of_font()), those whose letters are so indeed:
// many documents name such a font in their styles and hold Unicode. Looked at for all parts of one code page together; among them a part
// with a letter beyond Latin-1 is Unicode. `named` is ascending; of VNI a letter and its mark may stand in two parts that touch.
std::vector<FontText> believed_font_texts(std::string_view source, std::vector<FontText> named);

}  // namespace vanthu
