// Labels of lists and what lists do to paragraphs: numbering as XML → one line a paragraph, its label in brackets.
#include <gtest/gtest.h>

#include <span>
#include <string>
#include <vector>

#include "docx_formatting_support.hpp"
#include "read/docx/numeral.hpp"
#include "read/docx/symbols.hpp"

namespace vanthu::test {
namespace {

std::string level(int number, std::string_view format, std::string_view text, std::string_view more = {}, int start = 1) {
  return R"(<w:lvl w:ilvl=")" + std::to_string(number) + R"("><w:start w:val=")" + std::to_string(start) + R"("/><w:numFmt w:val=")" +
         std::string(format) + R"("/><w:lvlText w:val=")" + std::string(text) + R"("/>)" + std::string(more) + "</w:lvl>";
}

std::string family(std::string_view id, std::string_view levels) {
  return R"(<w:abstractNum w:abstractNumId=")" + std::string(id) + R"(">)" + std::string(levels) + "</w:abstractNum>";
}

std::string list(int number, std::string_view of_family, std::string_view overrides = {}) {
  return R"(<w:num w:numId=")" + std::to_string(number) + R"("><w:abstractNumId w:val=")" + std::string(of_family) + R"("/>)" +
         std::string(overrides) + "</w:num>";
}

std::string start_override(int at, int start) {
  return R"(<w:lvlOverride w:ilvl=")" + std::to_string(at) + R"("><w:startOverride w:val=")" + std::to_string(start) +
         R"("/></w:lvlOverride>)";
}

std::string num_pr(int number, int at) {
  return R"(<w:numPr><w:ilvl w:val=")" + std::to_string(at) + R"("/><w:numId w:val=")" + std::to_string(number) + R"("/></w:numPr>)";
}

std::string item(int number, int at, std::string_view more = {}) {
  return "<w:p><w:pPr>" + num_pr(number, at) + std::string(more) + "</w:pPr></w:p>";
}

// "1:0 1:1 …": items as list:level → their labels, blanks between.
std::string labels(std::string_view numbering, std::string_view items) {
  std::string body;
  for (std::size_t at = 0; at + 2 < items.size(); at += 4) body += item(items[at] - '0', items[at + 2] - '0');
  auto const lines = formatted({.body = body, .numbering = numbering});
  std::string out;
  for (auto const c : lines) out += c == '\n' ? " " : std::string(1, c);
  std::string plain;  // tabs behind labels say nothing here
  for (std::size_t at = 0; at < out.size(); ++at) {
    if (out.compare(at, 4, "→]") == 0) {
      plain += ']';
      at += 3;
    } else {
      plain += out[at];
    }
  }
  return plain;
}

TEST(DocxNumbering, Counting) {
  auto const outline = family("0", level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2.") + level(2, "lowerLetter", "%3)"));
  struct {
    std::string_view name;
    std::string numbering;
    std::string_view items, expected;
  } const cases[] = {
      {"one after the other", outline + list(1, "0"), "1:0 1:0 1:0", "[1.] [2.] [3.]"},
      {"deeper levels begin again", outline + list(1, "0"), "1:0 1:1 1:1 1:2 1:0 1:1 1:2", "[1.] [1.1.] [1.2.] [a)] [2.] [2.1.] [a)]"},
      {"a level above that was not used shows its start", outline + list(1, "0"), "1:1 1:1 1:0", "[1.1.] [1.2.] [1.]"},
      {"lists of one family count on", outline + list(1, "0") + list(2, "0"), "1:0 2:0 1:0", "[1.] [2.] [3.]"},
      {"lists of two families do not", outline + family("1", level(0, "upperRoman", "%1.")) + list(1, "0") + list(2, "1"),
       "1:0 2:0 1:0 2:0", "[1.] [I.] [2.] [II.]"},
      {"startOverride begins again, once, and the family goes on from there", outline + list(1, "0") + list(2, "0", start_override(0, 1)),
       "1:0 1:0 2:0 2:0 1:0", "[1.] [2.] [1.] [2.] [3.]"},
      {"startOverride of a deeper level", outline + list(1, "0", start_override(1, 5)), "1:0 1:1 1:1 1:0 1:1",
       "[1.] [1.5.] [1.6.] [2.] [2.5.]"},
      {"a level of the list's own",
       outline + list(1, "0", R"(<w:lvlOverride w:ilvl="0">)" + level(0, "upperLetter", "%1)", "", 3) + "</w:lvlOverride>"), "1:0 1:1",
       "[C)] [C.1.]"},
      {"start", family("0", level(0, "decimal", "%1.", "", 7)) + list(1, "0"), "1:0 1:0", "[7.] [8.]"},
      {"without w:start from 0",
       family("0", R"(<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>)") + list(1, "0"), "1:0 1:0",
       "[0.] [1.]"},
      {"without w:numFmt as decimals",
       family("0", R"(<w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl>)") + list(1, "0"), "1:0", "[1.]"},
      {"lvlRestart 0: never again",
       family("0", level(0, "decimal", "%1.") + level(1, "decimal", "%2)", R"(<w:lvlRestart w:val="0"/>)")) + list(1, "0"),
       "1:0 1:1 1:0 1:1", "[1.] [1)] [2.] [2)]"},
      {"lvlRestart 1: only after the first level",
       family("0", level(0, "decimal", "%1.") + level(1, "decimal", "%2.") + level(2, "decimal", "%3)", R"(<w:lvlRestart w:val="1"/>)")) +
           list(1, "0"),
       "1:0 1:1 1:2 1:1 1:2 1:0 1:2", "[1.] [1.] [1)] [2.] [2)] [2.] [1)]"},
      {"isLgl", family("0", level(0, "upperRoman", "%1.") + level(1, "lowerLetter", "%1.%2.", "<w:isLgl/>")) + list(1, "0"), "1:0 1:1 1:1",
       "[I.] [1.1.] [1.2.]"},
      {"none", family("0", level(0, "none", "Phụ lục%1")) + list(1, "0"), "1:0 1:0", "[Phụ lục] [Phụ lục]"},
      {"words around", family("0", level(0, "decimal", "Điều %1. ") + level(1, "decimal", "%")) + list(1, "0"), "1:0 1:1",
       "[Điều 1. ] [%]"},
      {"a level below is nothing", family("0", level(0, "decimal", "%1.%2")) + list(1, "0"), "1:0", "[1.]"},
      {"an empty text", family("0", level(0, "decimal", "")) + list(1, "0"), "1:0", "[]"},
      {"letters go on doubled, without đ", family("0", level(0, "lowerLetter", "%1)", "", 4)) + list(1, "0"), "1:0 1:0", "[d)] [e)]"},
      {"no such list, level or family", outline + list(1, "0") + list(3, "9"), "2:0 1:7 3:0 1:0", "   [1.]"},
  };
  for (auto const& each : cases) EXPECT_EQ(labels(each.numbering, each.items), each.expected) << each.name;
}

TEST(DocxNumbering, LinksBetweenListsAndStyles) {
  // A list of a numbering style has the levels of the list that the style names, and counts by itself.
  auto const numbering = family("0", level(0, "upperRoman", "%1.", "") + R"(<w:styleLink w:val="L"/>)") +
                         family("1", R"(<w:numStyleLink w:val="L"/>)") + list(1, "0") + list(2, "1");
  auto const styles = R"(<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>)";
  EXPECT_EQ(formatted({.body = item(2, 0) + item(2, 0) + item(1, 0), .styles = styles, .numbering = numbering}), "[I.→]\n[II.→]\n[I.→]");
  // Links that lead round in a circle, or nowhere.
  EXPECT_EQ(formatted({.body = item(1, 0), .styles = styles, .numbering = family("0", R"(<w:numStyleLink w:val="L"/>)") + list(1, "0")}),
            "");
  EXPECT_EQ(formatted({.body = item(1, 0), .numbering = family("0", R"(<w:numStyleLink w:val="L"/>)") + list(1, "0")}), "");
}

TEST(DocxNumbering, ListsOfParagraphStyles) {
  auto const numbering =
      family("0", level(0, "decimal", "Điều %1.", R"(<w:pStyle w:val="A"/>)") + level(1, "decimal", "%2.", R"(<w:pStyle w:val="B"/>)")) +
      list(1, "0");
  auto const style = [](std::string_view id, std::string_view inside) {
    return R"(<w:style w:type="paragraph" w:styleId=")" + std::string(id) + R"(">)" + std::string(inside) + "</w:style>";
  };
  auto const of_list = R"(<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>)";
  auto const styles = style("A", of_list) + style("B", of_list) + style("C", R"(<w:basedOn w:val="A"/>)") +
                      style("D", R"(<w:basedOn w:val="A"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>)");
  auto const paragraph = [](std::string_view id, std::string_view more = {}) {
    return R"(<w:p><w:pPr><w:pStyle w:val=")" + std::string(id) + R"("/>)" + std::string(more) + "</w:pPr></w:p>";
  };
  auto const body = paragraph("A") + paragraph("B") + paragraph("C") + paragraph("D") +
                    paragraph("A", R"(<w:numPr><w:numId w:val="0"/></w:numPr>)") +
                    paragraph("A", R"(<w:numPr><w:ilvl w:val="1"/></w:numPr>)") + paragraph("B", num_pr(1, 0));
  EXPECT_EQ(formatted({.body = body, .styles = styles, .numbering = numbering}), "[Điều 1.→]\n[1.→]\n[Điều 2.→]\n\n\n[1.→]\n[Điều 3.→]");
}

TEST(DocxNumbering, IndentsOfALevelStandBetweenTheLevelsThatNameIt) {
  auto const numbering = family("0", level(0, "decimal", "%1.", R"(<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>)")) + list(1, "0");
  auto const styles =
      R"(<w:style w:type="paragraph" w:styleId="I"><w:pPr><w:ind w:left="100" w:right="50" w:firstLine="30"/></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="N"><w:basedOn w:val="I"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="O"><w:basedOn w:val="I"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="900"/></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="U"><w:basedOn w:val="N"/><w:pPr><w:ind w:firstLine="10"/></w:pPr></w:style>)";
  struct {
    std::string properties;
    std::string_view expected;
  } const cases[] = {
      {num_pr(1, 0), "[1.→] left 720 first -360"},
      {R"(<w:pStyle w:val="I"/>)" + num_pr(1, 0), "[1.→] left 720 right 50 first -360"},  // direct: over the style
      {num_pr(1, 0) + R"(<w:ind w:left="400"/>)", "[1.→] left 400 first -360"},
      {R"(<w:ind w:firstLine="0"/>)" + num_pr(1, 0), "[1.→] left 720"},
      {R"(<w:pStyle w:val="N"/>)", "[1.→] left 720 right 50 first -360"},  // named by a style: over what it is based on
      {R"(<w:pStyle w:val="O"/>)", "[1.→] left 900 right 50 first -360"},  // but under what it says itself
      {R"(<w:pStyle w:val="U"/>)", "[1.→] left 720 right 50 first 10"},
      {R"(<w:pStyle w:val="O"/><w:numPr><w:numId w:val="0"/></w:numPr>)",
       "left 900 right 50 first 30"},  // the list is gone with its indents
      {R"(<w:pStyle w:val="N"/><w:numPr><w:numId w:val="8"/></w:numPr>)", "left 100 right 50 first 30"},
  };
  for (auto const& each : cases)
    EXPECT_EQ(formatted({.body = "<w:p><w:pPr>" + each.properties + "</w:pPr></w:p>", .styles = styles, .numbering = numbering}),
              each.expected)
        << each.properties;
}

TEST(DocxNumbering, SuffixAndFormatOfTheLabel) {
  auto const numbering =
      family("0", level(0, "decimal", "%1.", R"(<w:suff w:val="space"/><w:rPr><w:b/><w:sz w:val="30"/></w:rPr>)") +
                      level(1, "decimal", "%2.", R"(<w:suff w:val="nothing"/>)") + level(2, "decimal", "%3.", R"(<w:suff w:val="tab"/>)")) +
      list(1, "0");
  auto const styles = R"(<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:sz w:val="26"/></w:rPr></w:style>)";
  // The paragraph's mark, then the level; not the text.
  EXPECT_EQ(formatted({.body = item(1, 0, "<w:rPr><w:i/><w:sz w:val=\"20\"/></w:rPr>") + item(1, 1, "<w:rPr><w:i/></w:rPr>") + item(1, 2),
                       .styles = styles,
                       .numbering = numbering}),
            "[1.·] 15pt bold italic\n[1.] 13pt italic\n[1.→] 13pt");
}

TEST(DocxNumbering, Numerals) {
  struct {
    int value;
    std::string_view format, expected;
  } const cases[] = {
      {4, "decimal", "4"},
      {0, "decimal", "0"},
      {-2, "decimal", "-2"},
      {4, "decimalZero", "04"},
      {12, "decimalZero", "12"},
      {4, "lowerRoman", "iv"},
      {1994, "upperRoman", "MCMXCIV"},
      {0, "upperRoman", "0"},
      {40000, "upperRoman", "40000"},
      {1, "lowerLetter", "a"},
      {26, "upperLetter", "Z"},
      {27, "lowerLetter", "aa"},
      {52, "lowerLetter", "zz"},
      {53, "lowerLetter", "aaa"},
      {781, "lowerLetter", "a"},
      {0, "lowerLetter", "0"},
      {1, "ordinal", "1st"},
      {2, "ordinal", "2nd"},
      {3, "ordinal", "3rd"},
      {11, "ordinal", "11th"},
      {112, "ordinal", "112th"},
      {21, "ordinal", "21st"},
      {5, "none", ""},
      {5, "bullet", ""},
      {5, "numberInDash", "- 5 -"},
      {30, "hex", "1E"},
      {2, "chicago", "†"},
      {5, "chicago", "**"},
      {3, "decimalEnclosedCircle", "③"},
      {21, "decimalEnclosedCircle", "21"},
      {2, "decimalEnclosedParen", "⑵"},
      {2, "decimalEnclosedFullstop", "⒉"},
      {1, "vietnameseCounting", "một"},
      {10, "vietnameseCounting", "mười"},
      {15, "vietnameseCounting", "mười lăm"},
      {21, "vietnameseCounting", "hai mươi mốt"},
      {44, "vietnameseCounting", "bốn mươi bốn"},
      {30, "vietnameseCounting", "ba mươi"},
      {100, "vietnameseCounting", "100"},
      {7, "001, 002, 003, ...", "007"},
      {7, "japaneseCounting", "7"},
      {7, "", "7"},
  };
  for (auto const& each : cases) EXPECT_EQ(docx::numeral(each.value, each.format), each.expected) << each.value << ' ' << each.format;
}

TEST(DocxNumbering, Bullets) {
  auto const shown = [](std::string_view text, std::string_view font) {
    auto const lines = formatted({.body = item(1, 0),
                                  .numbering = family("0", level(0, "bullet", text,
                                                                 R"(<w:rPr><w:rFonts w:ascii=")" + std::string(font) + R"(" w:hAnsi=")" +
                                                                     std::string(font) + R"("/></w:rPr>)")) +
                                               list(1, "0")});
    return lines.substr(0, lines.find("→"));
  };
  EXPECT_EQ(shown("-", "Times New Roman"), "[-");
  EXPECT_EQ(shown("\uF0B7", "Symbol"), "[•");
  EXPECT_EQ(shown("\u00B7", "Symbol"), "[•");
  EXPECT_EQ(shown("\uF02D", "Symbol"), "[-");
  EXPECT_EQ(shown("\uF02B", "Symbol"), "[+");
  EXPECT_EQ(shown("\uF0A7", "Wingdings"), "[▪");
  EXPECT_EQ(shown("§", "Wingdings"), "[▪");
  EXPECT_EQ(shown("\uF0D8", "Wingdings"), "[➢");
  EXPECT_EQ(shown("\uF076", "Wingdings"), "[❖");
  EXPECT_EQ(shown("\uF0FC", "Wingdings"), "[✓");
  EXPECT_EQ(shown("\uF033", "Wingdings"), "[•");  // a sign without a likeness
  EXPECT_EQ(shown("o", "Courier New"), "[o");
  EXPECT_EQ(shown("–", "Times New Roman"), "[–");
  EXPECT_EQ(shown("\uF0B7", "Times New Roman"), "[•");
  EXPECT_EQ(shown("%1", "Times New Roman"), "[%1");  // a bullet has no number
}

TEST(DocxNumbering, ACustomFormatOfWord2010) {
  auto const numbering = family("0", R"(<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14">
      <w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>
      <w:lvlText w:val="%1"/></w:lvl>)") +
                         list(1, "0");
  EXPECT_EQ(formatted({.body = item(1, 0), .numbering = numbering}), "[001→]");
}

TEST(DocxNumbering, AnEndlessTextIsCut) {
  std::string const text(5000, 'x');
  auto const line = formatted({.body = item(1, 0), .numbering = family("0", level(0, "decimal", text)) + list(1, "0")});
  EXPECT_LT(line.size(), 300);
}

}  // namespace
}  // namespace vanthu::test
