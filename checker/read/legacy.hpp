// Tells text in an old Vietnamese encoding: by whether its words are Vietnamese syllables when read in it.
#pragma once
#include <optional>
#include <string_view>

#include "vanthu/document.hpp"

namespace vanthu {

// The code page in which bytes that are not UTF-8 read as Vietnamese; nothing where they read so in none.
std::optional<CodePage> find_code_page(std::string_view bytes);

// The code page whose letters somebody took for those of Latin-1 when the file was made: "Céng hßa x· héi chñ nghÜa ViÖt Nam" (TCVN3),
// "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM" (VNI). `source` is well-formed in `encoding`.
std::optional<CodePage> find_font_encoding(std::string_view source, Encoding encoding);

}  // namespace vanthu
