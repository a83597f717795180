// Effective formatting of paragraphs and runs: styles and body as XML → what Word shows, one line a paragraph.
#include <gtest/gtest.h>

#include <string>

#include "docx_formatting_support.hpp"

namespace vanthu::test {
namespace {

struct Case {
  std::string_view name;
  FormattingInput input;
  std::string_view expected;
};

Case const hierarchy[] = {
    {"nothing is said", {.body = "<w:p><w:r><w:t>a</w:t></w:r></w:p>"}, "|: a"},
    {"the document's defaults",
     {.body = "<w:p><w:r><w:t>a</w:t></w:r></w:p>",
      .styles =
          R"x(<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial"/><w:sz w:val="26"/></w:rPr></w:rPrDefault>
        <w:pPrDefault><w:pPr><w:spacing w:after="200" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>)x"},
     "after 200 line 276 | Arial 13pt: a"},
};

TEST(DocxFormatting, Hierarchy) {
  for (auto const& each : hierarchy) EXPECT_EQ(formatted(each.input), each.expected) << each.name;
}

}  // namespace
}  // namespace vanthu::test
