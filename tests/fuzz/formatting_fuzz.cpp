// Fuzz target: any XML as the styles, numbering, theme, settings and body of a Word document, which stand in one root element; what is
// resolved of it is what Word could show.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "read/docx_formatting_support.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  pugi::xml_document document;
  if (!document.load_buffer(data, size, pugi::parse_default, pugi::encoding_utf8)) return 0;
  auto const root = document.document_element();
  vanthu::docx::FormattingParts const parts{root.child("w:styles"), root.child("w:numbering"), root.child("a:theme"),
                                            root.child("w:settings")};
  auto const once = vanthu::test::formatted(parts, root.child("w:body"));
  if (once != vanthu::test::formatted(parts, root.child("w:body"))) __builtin_trap();

  vanthu::docx::Formatting formatting(parts);
  for (auto const paragraph : root.child("w:body").children("w:p")) {
    auto const styled = formatting.paragraph(paragraph.child("w:pPr"));
    if (styled.item && !formatting.numbering().level(*styled.item)) __builtin_trap();
    formatting.label(styled, paragraph.child("w:pPr"));
    for (auto const run : paragraph.children("w:r")) {
      auto const format = formatting.characters(styled, run.child("w:rPr"));
      auto const& formats = formatting.formats();
      for (auto const number : {format.ascii, format.other, format.east_asian}) {
        if (number >= formats.size()) __builtin_trap();
        auto const& shown = formats[number];
        if (shown.font.empty() || shown.font.size() > 128 || shown.size == 0 || shown.size > 3276) __builtin_trap();
      }
    }
  }
  return 0;
}
