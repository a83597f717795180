// Effective formatting of paragraphs and runs: styles and body as XML → what Word shows, one line a paragraph.
#include <gtest/gtest.h>

#include <span>
#include <string>

#include "docx_formatting_support.hpp"

namespace vanthu::test {
namespace {

struct Case {
  std::string_view name;
  FormattingInput input;
  std::string_view expected;
};

void check(std::span<Case const> cases) {
  for (auto const& each : cases) EXPECT_EQ(formatted(each.input), each.expected) << each.name;
}

// A paragraph in style P, a run without formatting.
constexpr std::string_view styled = R"(<w:p><w:pPr><w:pStyle w:val="P"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>)";

TEST(DocxFormatting, LevelsOfTheHierarchy) {
  static constexpr Case cases[] = {
      {"nothing is said", {.body = "<w:p><w:r><w:t>x</w:t></w:r></w:p>"}, "|: x"},
      {"defaults of the document",
       {.body = "<w:p><w:r><w:t>x</w:t></w:r></w:p>",
        .styles =
            R"(<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="26"/></w:rPr></w:rPrDefault>
           <w:pPrDefault><w:pPr><w:spacing w:after="200" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>)"},
       "after 200 line 276 | Arial 13pt: x"},
      {"the default paragraph style over the defaults",
       {.body = "<w:p><w:r><w:t>x</w:t></w:r></w:p>",
        .styles = R"(<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
           <w:style w:type="paragraph" w:default="1" w:styleId="N"><w:pPr><w:jc w:val="both"/></w:pPr><w:rPr><w:sz w:val="28"/></w:rPr></w:style>)"},
       "justify | 14pt: x"},
      {"a style of its own does not have what the default style says",
       {.body = styled, .styles = R"(<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:sz w:val="28"/></w:rPr></w:style>
           <w:style w:type="paragraph" w:styleId="P"><w:rPr><w:i/></w:rPr></w:style>)"},
       "| italic: x"},
      {"styles it is based on, the nearest winning",
       {.body = styled,
        .styles =
            R"(<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:jc w:val="center"/><w:spacing w:before="60" w:after="60"/></w:pPr><w:rPr><w:b/><w:sz w:val="24"/></w:rPr></w:style>
           <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:pPr><w:spacing w:after="120"/></w:pPr><w:rPr><w:b w:val="0"/><w:i/></w:rPr></w:style>
           <w:style w:type="paragraph" w:styleId="P"><w:basedOn w:val="B"/><w:rPr><w:sz w:val="26"/></w:rPr></w:style>)"},
       "center before 60 after 120 | 13pt italic: x"},
      {"a chain that bites its tail ends there",
       {.body = styled, .styles = R"(<w:style w:type="paragraph" w:styleId="P"><w:basedOn w:val="B"/><w:rPr><w:b/></w:rPr></w:style>
           <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="P"/><w:rPr><w:i/></w:rPr></w:style>)"},
       "| bold italic: x"},
      {"a style based on itself",
       {.body = styled, .styles = R"(<w:style w:type="paragraph" w:styleId="P"><w:basedOn w:val="P"/><w:rPr><w:b/></w:rPr></w:style>)"},
       "| bold: x"},
      {"a base that does not exist, or is of another kind, is none",
       {.body = styled, .styles = R"(<w:style w:type="character" w:styleId="C"><w:rPr><w:sz w:val="40"/></w:rPr></w:style>
           <w:style w:type="paragraph" w:styleId="P"><w:basedOn w:val="C"/><w:rPr><w:b/></w:rPr></w:style>)"},
       "| bold: x"},
      {"a style that does not exist is the default one",
       {.body = styled, .styles = R"(<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:i/></w:rPr></w:style>)"},
       "| italic: x"},
      {"a character style as a paragraph's is the default one",
       {.body = styled, .styles = R"(<w:style w:type="character" w:styleId="P"><w:rPr><w:b/></w:rPr></w:style>
           <w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:i/></w:rPr></w:style>)"},
       "| italic: x"},
      {"a linked style changes nothing by being linked",
       {.body =
            R"(<w:p><w:pPr><w:pStyle w:val="P"/></w:pPr><w:r><w:t>x</w:t></w:r><w:r><w:rPr><w:rStyle w:val="C"/></w:rPr><w:t>y</w:t></w:r></w:p>)",
        .styles = R"(<w:style w:type="paragraph" w:styleId="P"><w:link w:val="C"/><w:rPr><w:sz w:val="30"/></w:rPr></w:style>
           <w:style w:type="character" w:styleId="C"><w:link w:val="P"/><w:rPr><w:sz w:val="32"/></w:rPr></w:style>)"},
       "| 15pt: x | 16pt: y"},
      {"character style over paragraph style, direct over both",
       {.body =
            R"(<w:p><w:pPr><w:pStyle w:val="P"/></w:pPr><w:r><w:rPr><w:rStyle w:val="C"/></w:rPr><w:t>x</w:t></w:r><w:r><w:rPr><w:rStyle w:val="C"/><w:sz w:val="36"/></w:rPr><w:t>y</w:t></w:r></w:p>)",
        .styles = R"(<w:style w:type="paragraph" w:styleId="P"><w:rPr><w:sz w:val="30"/><w:color w:val="FF0000"/></w:rPr></w:style>
           <w:style w:type="character" w:styleId="B"><w:rPr><w:sz w:val="32"/><w:u w:val="single"/></w:rPr></w:style>
           <w:style w:type="character" w:styleId="C"><w:basedOn w:val="B"/><w:rPr><w:sz w:val="34"/></w:rPr></w:style>)"},
       "| 17pt underline #FF0000: x | 18pt underline #FF0000: y"},
      {"what the default character style says is not shown by Word",
       {.body = "<w:p><w:r><w:t>x</w:t></w:r></w:p>",
        .styles = R"(<w:style w:type="character" w:default="1" w:styleId="D"><w:rPr><w:b/></w:rPr></w:style>)"},
       "|: x"},
      {"formatting of the paragraph's mark is not that of its text",
       {.body = "<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>"},
       "|: x"},
      {"formatting before a tracked change is not in force",
       {.body = R"(<w:p><w:pPr><w:jc w:val="right"/><w:pPrChange w:id="1"><w:pPr><w:jc w:val="center"/></w:pPr></w:pPrChange></w:pPr>
           <w:r><w:rPr><w:b/><w:rPrChange w:id="2"><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>x</w:t></w:r></w:p>)"},
       "right | bold: x"},
  };
  check(cases);
}

TEST(DocxFormatting, Toggles) {
  // Bold of paragraph style, character style, direct; what is left out is said nowhere.
  auto const shown = [](std::string_view defaults, std::string_view paragraph, std::string_view character, std::string_view direct) {
    auto const styles = std::string("<w:docDefaults><w:rPrDefault><w:rPr>") + std::string(defaults) +
                        R"(</w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:styleId="P"><w:rPr>)" +
                        std::string(paragraph) + R"(</w:rPr></w:style><w:style w:type="character" w:styleId="C"><w:rPr>)" +
                        std::string(character) + "</w:rPr></w:style>";
    auto const body = R"(<w:p><w:pPr><w:pStyle w:val="P"/></w:pPr><w:r><w:rPr><w:rStyle w:val="C"/>)" + std::string(direct) +
                      "</w:rPr><w:t>x</w:t></w:r></w:p>";
    return formatted({.body = body, .styles = styles});
  };
  struct {
    std::string_view defaults, paragraph, character, direct, expected;
  } const cases[] = {
      {"", "<w:b/>", "", "", "| bold: x"},
      {"", "", "<w:b/>", "", "| bold: x"},
      {"", "<w:b/>", "<w:b/>", "", "|: x"},  // the emphasis inside an emphasis
      {"", "<w:b/>", R"(<w:b w:val="0"/>)", "", "| bold: x"},
      {"", R"(<w:b w:val="false"/>)", "<w:b/>", "", "| bold: x"},
      {"", "<w:b/>", "<w:b/>", "<w:b/>", "| bold: x"},
      {"", "<w:b/>", "", R"(<w:b w:val="off"/>)", "|: x"},
      {"", "", "", R"(<w:b w:val="on"/>)", "| bold: x"},
      {"<w:b/>", "", "", "", "| bold: x"},
      {"<w:b/>", "<w:b/>", "", "", "| bold: x"},
      {"<w:b/>", "<w:b/>", "<w:b/>", "", "| bold: x"},
      {"<w:b/>", "", "", R"(<w:b w:val="0"/>)", "|: x"},
      {"", "<w:i/>", "<w:i/>", "", "|: x"},
      {"", "<w:caps/>", "<w:caps/>", "", "|: x"},
      {"", "<w:smallCaps/>", "<w:smallCaps/>", "", "|: x"},
      {"", "<w:strike/>", "<w:strike/>", "", "|: x"},
      {"", "<w:vanish/>", "<w:vanish/>", "", "|: x"},
      {"", "<w:vanish/>", "", "", "| hidden: x"},
      {"", "<w:b/><w:i/>", "<w:i/>", "", "| bold: x"},
      // Not toggle properties: the last one wins.
      {"", "<w:dstrike/>", "<w:dstrike/>", "", "| strike: x"},
      {"", R"(<w:u w:val="single"/>)", R"(<w:u w:val="single"/>)", "", "| underline: x"},
      {"", R"(<w:u w:val="single"/>)", R"(<w:u w:val="none"/>)", "", "|: x"},
      {"", R"(<w:vertAlign w:val="superscript"/>)", R"(<w:vertAlign w:val="superscript"/>)", "", "| raised: x"},
      {"", R"(<w:vertAlign w:val="superscript"/>)", "", R"(<w:vertAlign w:val="baseline"/>)", "|: x"},
  };
  for (auto const& each : cases)
    EXPECT_EQ(shown(each.defaults, each.paragraph, each.character, each.direct), each.expected)
        << each.defaults << " / " << each.paragraph << " / " << each.character << " / " << each.direct;
}

TEST(DocxFormatting, RunProperties) {
  auto const shown = [](std::string_view properties) {
    return formatted({.body = "<w:p><w:r><w:rPr>" + std::string(properties) + "</w:rPr><w:t>x</w:t></w:r></w:p>"});
  };
  struct {
    std::string_view properties, expected;
  } const cases[] = {
      {"<w:caps/><w:smallCaps/>", "| caps small-caps: x"},
      {R"(<w:u w:val="wave"/>)", "| underline: x"},
      {R"(<w:u w:color="FF0000"/>)", "|: x"},
      {R"(<w:vertAlign w:val="subscript"/>)", "| raised: x"},
      {R"(<w:position w:val="6"/>)", "|: x"},
      {R"(<w:color w:val="auto"/>)", "|: x"},
      {R"(<w:color w:val="1f3864"/>)", "| #1F3864: x"},
      {R"(<w:color w:val="red"/>)", "|: x"},
      {R"(<w:sz w:val="27"/>)", "| 13.5pt: x"},
      {R"(<w:sz w:val="14pt"/>)", "| 14pt: x"},
      {R"(<w:sz w:val="0"/>)", "|: x"},
      {R"(<w:sz w:val="99999"/>)", "|: x"},
      {R"(<w:sz w:val="large"/>)", "|: x"},
      {R"(<w:sz/>)", "|: x"},
      // Complex scripts: their own size, weight, slope and font, but only where w:cs or w:rtl say that the run is of one.
      {R"(<w:bCs/><w:iCs/><w:szCs w:val="40"/><w:rFonts w:cs="Arial"/>)", "|: x"},
      {R"(<w:cs/><w:b/><w:i/><w:sz w:val="28"/><w:rFonts w:ascii="Arial"/>)", "|: x"},
      {R"(<w:cs/><w:bCs/><w:iCs/><w:szCs w:val="40"/><w:rFonts w:cs="Arial"/>)", "| Arial 20pt bold italic: x"},
      {R"(<w:rtl/><w:bCs/>)", "| bold: x"},
      {R"(<w:cs w:val="0"/><w:b/>)", "| bold: x"},
  };
  for (auto const& each : cases) EXPECT_EQ(shown(each.properties), each.expected) << each.properties;
}

TEST(DocxFormatting, Fonts) {
  static constexpr std::string_view theme =
      R"(<a:fontScheme><a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/><a:cs typeface=""/><a:font script="Viet" typeface="Tahoma"/>
           <a:font script="Jpan" typeface="MS Gothic"/></a:majorFont>
         <a:minorFont><a:latin typeface="Calibri"/><a:ea typeface="SimSun"/><a:cs typeface="Mangal"/></a:minorFont></a:fontScheme>)";
  static constexpr Case cases[] = {
      {"letters of Vietnamese have the font of hAnsi, those of ASCII that of ascii",
       {.body = R"(<w:p><w:r><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Tahoma"/></w:rPr><w:t>ngày Đệ</w:t></w:r></w:p>)"},
       "| Arial: ng | Tahoma: à | Arial: y  | Tahoma: Đệ"},
      {"one of the two alone",
       {.body = R"(<w:p><w:r><w:rPr><w:rFonts w:ascii="Arial"/></w:rPr><w:t>aệ“</w:t></w:r></w:p>)"},
       "| Arial: a |: ệ“"},
      {"East Asian letters",
       {.body = R"(<w:p><w:r><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="SimSun"/></w:rPr><w:t>aệ字</w:t></w:r></w:p>)"},
       "| Arial: aệ | SimSun: 字"},
      {"a font of the theme",
       {.body = R"(<w:p><w:r><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="majorAscii"/></w:rPr><w:t>aệ</w:t></w:r></w:p>)",
        .theme = theme},
       "| Calibri: a | Cambria: ệ"},
      {"the theme goes before a name beside it",
       {.body =
            R"(<w:p><w:r><w:rPr><w:rFonts w:ascii="Arial" w:asciiTheme="minorHAnsi" w:hAnsi="Arial" w:hAnsiTheme="minorHAnsi"/></w:rPr><w:t>aệ</w:t></w:r></w:p>)",
        .theme = theme},
       "| Calibri: aệ"},
      {"a name goes before a theme of a lower level",
       {.body =
            R"(<w:p><w:pPr><w:pStyle w:val="P"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/></w:rPr><w:t>aệ</w:t></w:r></w:p>)",
        .styles =
            R"(<w:style w:type="paragraph" w:styleId="P"><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/></w:rPr></w:style>)",
        .theme = theme},
       "| Arial: aệ"},
      {"without a theme the name beside it",
       {.body =
            R"(<w:p><w:r><w:rPr><w:rFonts w:ascii="Arial" w:asciiTheme="minorHAnsi" w:hAnsi="Arial" w:hAnsiTheme="minorHAnsi"/></w:rPr><w:t>aệ</w:t></w:r></w:p>)"},
       "| Arial: aệ"},
      {"complex scripts: the theme's font for the language of the settings",
       {.body = R"(<w:p><w:r><w:rPr><w:cs/><w:rFonts w:cstheme="majorBidi"/></w:rPr><w:t>x</w:t></w:r></w:p>)",
        .theme = theme,
        .settings = R"(<w:themeFontLang w:val="en-US" w:bidi="vi-VN"/>)"},
       "| Tahoma: x"},
      {"East Asian: the theme's font for the language of the settings, unless the theme names one for all",
       {.body = R"(<w:p><w:r><w:rPr><w:rFonts w:eastAsiaTheme="majorEastAsia"/></w:rPr><w:t>字</w:t></w:r>
            <w:r><w:rPr><w:rFonts w:eastAsiaTheme="minorEastAsia"/></w:rPr><w:t>字</w:t></w:r></w:p>)",
        .theme = theme,
        .settings = R"(<w:themeFontLang w:val="vi-VN" w:eastAsia="ja-JP"/>)"},
       "| MS Gothic: 字 | SimSun: 字"},
  };
  check(cases);
}

TEST(DocxFormatting, ColorsOfTheTheme) {
  static constexpr std::string_view theme =
      R"(<a:clrScheme><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>
         <a:dk2><a:srgbClr val="44546A"/></a:dk2><a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme>)";
  struct {
    std::string_view color, settings, expected;
  } const cases[] = {
      {R"(w:val="123456" w:themeColor="accent1")", "", "| #4472C4: x"},
      {R"(w:val="auto" w:themeColor="text1")", "", "| #000000: x"},
      {R"(w:val="2F5496" w:themeColor="accent1" w:themeShade="BF")", "", "| #2F5496: x"},
      {R"(w:val="8EAADB" w:themeColor="accent1" w:themeTint="99")", "", "| #8FAADC: x"},
      {R"(w:val="123456" w:themeColor="accent9")", "", "| #123456: x"},
      {R"(w:val="123456" w:themeColor="none")", "", "| #123456: x"},
      {R"(w:themeColor="text1")", R"(<w:clrSchemeMapping w:t1="light1"/>)", "| #FFFFFF: x"},
      {R"(w:themeColor="text2")", "", "| #44546A: x"},
  };
  for (auto const& each : cases)
    EXPECT_EQ(formatted({.body = "<w:p><w:r><w:rPr><w:color " + std::string(each.color) + "/></w:rPr><w:t>x</w:t></w:r></w:p>",
                         .theme = theme,
                         .settings = each.settings}),
              each.expected)
        << each.color;
}

TEST(DocxFormatting, ParagraphProperties) {
  auto const shown = [](std::string_view style, std::string_view properties, std::string_view settings) {
    return formatted({.body = R"(<w:p><w:pPr><w:pStyle w:val="P"/>)" + std::string(properties) + "</w:pPr></w:p>",
                      .styles = R"(<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:sz w:val="28"/></w:rPr></w:style>
                          <w:style w:type="paragraph" w:styleId="P"><w:pPr>)" +
                                std::string(style) + "</w:pPr></w:style>",
                      .settings = settings});
  };
  struct {
    std::string_view style, properties, expected, settings = {};
  } const cases[] = {
      {"", R"(<w:jc w:val="both"/>)", "justify"},
      {"", R"(<w:jc w:val="distribute"/>)", "justify"},
      {"", R"(<w:jc w:val="start"/>)", ""},
      {"", R"(<w:jc w:val="end"/>)", "right"},
      {R"(<w:jc w:val="center"/>)", R"(<w:jc w:val="left"/>)", ""},
      {"", R"(<w:bidi/><w:jc w:val="left"/>)", "right"},
      {"", R"(<w:bidi/>)", "right"},
      {"", R"(<w:bidi/><w:jc w:val="right"/>)", ""},
      // Indents: attribute by attribute; firstLine and hanging are one.
      {R"(<w:ind w:left="720" w:firstLine="360"/>)", R"(<w:ind w:right="100"/>)", "left 720 right 100 first 360"},
      {R"(<w:ind w:left="720" w:firstLine="360"/>)", R"(<w:ind w:hanging="200"/>)", "left 720 first -200"},
      {R"(<w:ind w:left="720" w:hanging="360"/>)", R"(<w:ind w:firstLine="0"/>)", "left 720"},
      {"", R"(<w:ind w:firstLine="100" w:hanging="200"/>)", "first -200"},
      {"", R"(<w:ind w:start="300" w:end="200"/>)", "left 300 right 200"},
      {"", R"(<w:ind w:left="-113" w:right="-57"/>)", "left -113 right -57"},
      {"", R"(<w:ind w:left="1cm" w:firstLine="0.5in"/>)", "left 567 first 720"},
      {"", R"(<w:ind w:left="1000000000"/>)", ""},
      // In hundredths of a character of the default style (14 pt): they win over twips, unless 0.
      {"", R"(<w:ind w:firstLineChars="200" w:firstLine="420"/>)", "first 560"},
      {"", R"(<w:ind w:firstLineChars="0" w:firstLine="420"/>)", "first 420"},
      {"", R"(<w:ind w:leftChars="100" w:hangingChars="50" w:rightChars="25"/>)", "left 280 right 70 first -140"},
      {R"(<w:ind w:leftChars="100"/>)", R"(<w:ind w:left="567"/>)", "left 567"},
      // Spacing.
      {R"(<w:spacing w:before="120" w:after="60"/>)", R"(<w:spacing w:after="0"/>)", "before 120"},
      {"", R"(<w:spacing w:before="120" w:beforeLines="50"/>)", "before 120"},
      {"", R"(<w:spacing w:before="90" w:beforeLines="50" w:afterLines="100"/>)", "before 120 after 240"},
      {"", R"(<w:spacing w:before="90" w:beforeAutospacing="1" w:after="60" w:afterAutospacing="1"/>)", "before 280 after 280"},
      {"", R"(<w:spacing w:beforeAutospacing="1"/>)", "before 100", "<w:compat><w:doNotUseHTMLParagraphAutoSpacing/></w:compat>"},
      {R"(<w:spacing w:before="60" w:beforeAutospacing="1"/>)", R"(<w:spacing w:beforeAutospacing="0"/>)", "before 60"},
      {"", R"(<w:spacing w:line="360"/>)", "line 360"},
      {"", R"(<w:spacing w:line="360" w:lineRule="auto"/>)", "line 360"},
      {"", R"(<w:spacing w:line="360" w:lineRule="exact"/>)", "line 360 exact"},
      {"", R"(<w:spacing w:line="-360" w:lineRule="auto"/>)", "line 360 exact"},
      {"", R"(<w:spacing w:line="18pt" w:lineRule="atLeast"/>)", "line 360 at least"},
      {R"(<w:spacing w:line="360" w:lineRule="exact"/>)", R"(<w:spacing w:before="60"/>)", "before 60 line 360 exact"},
      {R"(<w:spacing w:line="360" w:lineRule="exact"/>)", R"(<w:spacing w:line="240" w:lineRule="auto"/>)", ""},
      {R"(<w:contextualSpacing/>)", "", "contextual"},
      {R"(<w:contextualSpacing/>)", R"(<w:contextualSpacing w:val="0"/>)", ""},
      {R"(<w:pBdr><w:bottom w:val="single" w:sz="4"/></w:pBdr>)", "", "border"},
      {R"(<w:pBdr><w:bottom w:val="single" w:sz="4"/></w:pBdr>)", R"(<w:pBdr><w:bottom w:val="nil"/></w:pBdr>)", ""},
      {R"(<w:pBdr><w:bottom w:val="single" w:sz="4"/></w:pBdr>)", R"(<w:pBdr><w:top w:val="single"/></w:pBdr>)", "border"},
  };
  for (auto const& each : cases)
    EXPECT_EQ(shown(each.style, each.properties, each.settings), each.expected) << each.style << " / " << each.properties;
}

}  // namespace
}  // namespace vanthu::test
