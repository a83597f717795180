// Fuzz target: any bytes as the main part of a Word document (which is its header and its notes too), through the whole checker, and what
// must hold of every result.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <variant>

#include "conformance/invariants.hpp"
#include "docx_parts.hpp"
#include "engine/builtin.hpp"
#include "vanthu/check.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  static auto const rules = vanthu::builtin_rules();
  constexpr std::string_view styles =
      "<w:styles><w:style w:type=\"paragraph\" w:styleId=\"a\"><w:basedOn w:val=\"b\"/><w:pPr><w:numPr><w:numId "
      "w:val=\"1\"/></w:numPr></w:pPr>"
      "</w:style><w:style w:type=\"paragraph\" w:styleId=\"b\"><w:rPr><w:rFonts w:ascii=\".VnTimeH\" "
      "w:hAnsi=\"VNI-Times\"/><w:caps/></w:rPr>"
      "</w:style></w:styles>";
  constexpr std::string_view numbering =
      "<w:numbering><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"lowerRoman\"/><w:lvlText "
      "w:val=\"%1.\"/></w:lvl>"
      "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
  std::string_view const document(reinterpret_cast<char const*>(data), size);
  vanthu::CheckOptions options;
  options.today = {2024, 5, 16};
  auto const result = vanthu::check(vanthu::test::docx_around(document, styles, numbering), "fuzz.docx", rules, options);
  if (auto const* checked = std::get_if<vanthu::Checked>(&result))
    if (auto const broken = vanthu::test::broken_invariants(*checked); !broken.empty()) __builtin_trap();
  return 0;
}
