// Checking and printing take time linear in the document, whatever its shape: ten times the text takes about ten times as long.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <functional>
#include <string>

#include "engine/builtin.hpp"
#include "report/json.hpp"
#include "report/text.hpp"
#include "support/docx.hpp"
#include "support/registry.hpp"
#include "text/unicode.hpp"
#include "vanthu/check.hpp"

namespace vanthu {
namespace {

#ifdef VANTHU_SANITIZED
constexpr std::size_t slower = 10;
#else
constexpr std::size_t slower = 1;
#endif

constexpr auto worst_ratio = 15.0;
constexpr auto tries = 5;

constexpr std::string_view head =
    "ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "TỈNH AN BÌNH                 Độc lập - Tự do - Hạnh phúc\n"
    "Số: 12/UBND-VX              An Bình, ngày 05 tháng 3 năm 2024\n"
    "V/v tăng cường công tác văn thư\n\n"
    "Kính gửi: Các sở, ban, ngành.\n\n";
constexpr std::string_view recipients = "\nNơi nhận:\n- Như trên;\n";
constexpr std::string_view tail = "- Lưu: VT, VX.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n\nNguyễn Văn A\n";
constexpr std::string_view sentence = "Các sở, ban, ngành triển khai thực hiện nhiệm vụ được giao theo đúng quy định. ";

// `line` with every "#" replaced by 1, 2, 3 …, until there are `size` bytes of it.
std::string numbered(std::string_view line, std::size_t size) {
  std::string out;
  for (auto i = 1; out.size() < size; ++i)
    for (auto const c : line)
      if (c == '#')
        out += std::to_string(i);
      else
        out += c;
  return out;
}

std::string letter(std::string_view body) { return fmt::format("{}{}\n{}{}", head, body, recipients, tail); }

double seconds(std::string_view bytes, RuleSet const& rules) {
  CheckOptions options;
  options.today = {2026, 1, 1};
  options.registry = test::shipped_registry();
  auto const before = std::clock();
  auto const result = check(bytes, "long.txt", rules, options, {.max_memory = 512U << 20U});
  auto const& checked = std::get<Checked>(result);
  auto printed = report::text(checked, {}).size() + report::check_json(checked, false).size();
  printed += report::parse_json(checked.document, checked.facts, options.stage, false).size();
  auto const after = std::clock();
  EXPECT_GT(printed, 0u);
  return static_cast<double>(after - before) / CLOCKS_PER_SEC;
}

struct Shape {
  char const* name;
  std::size_t size;  // bytes of the longer text
  std::function<std::string(std::size_t)> make;
};

class Linearity : public testing::TestWithParam<Shape> {};

// The machine may be busy with other things: what counts is the best of a few tries.
TEST_P(Linearity, TenTimesTheTextTakesTenTimesAsLong) {
  auto const& shape = GetParam();
  auto const rules = builtin_rules();
  auto const large = shape.make(shape.size / slower);
  auto const small = shape.make(shape.size / slower / 10);
  seconds(letter(sentence), rules);  // patterns are compiled once
  auto least = 1e9;
  for (auto i = 0; i < tries && least > worst_ratio; ++i) {
    auto const shorter = std::min(seconds(small, rules), seconds(small, rules));
    least = std::min(least, seconds(large, rules) / std::max(shorter, 1e-4));
  }
  EXPECT_LE(least, worst_ratio);
}

std::string repeated(std::string_view line, std::size_t size) { return letter(numbered(line, size)); }
auto line(std::string_view text) {
  return [text](std::size_t size) { return repeated(text, size); };
}

// A Word document of many such pieces of XML, inside of `open` and `close`.
auto word(std::string_view piece, std::string_view open = "", std::string_view close = "") {
  return [=](std::size_t size) {
    auto const level = "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>";
    return test::docx_of(std::string(open) + numbered(piece, size) + std::string(close), {},
                         {{"word/numbering.xml", "<w:abstractNum w:abstractNumId=\"0\">" + std::string(level) +
                                                     "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"}});
  };
}

INSTANTIATE_TEST_SUITE_P(
    WordDocuments, Linearity,
    testing::Values(
        Shape{"Paragraphs", 3'000'000, word("<w:p><w:r><w:t>Một việc # của các sở.</w:t></w:r></w:p>")},
        Shape{"EmptyParagraphs", 2'000'000, word("<w:p/>", "", "<w:p><w:r><w:t>Một</w:t></w:r></w:p>")},
        Shape{"RunsOfOneParagraph", 3'000'000, word("<w:r><w:rPr><w:sz w:val=\"#\"/></w:rPr><w:t>việc </w:t></w:r>", "<w:p>", "</w:p>")},
        Shape{"BreaksOfOneParagraph", 2'000'000, word("<w:r><w:t>một việc</w:t><w:br/></w:r>", "<w:p>", "</w:p>")},
        Shape{
            "Lists", 3'000'000,
            word(
                "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>Một việc.</w:t></w:r></w:p>")},
        Shape{"DeletedEnds", 3'000'000,
              word("<w:p><w:pPr><w:rPr><w:del w:id=\"#\"/></w:rPr></w:pPr><w:r><w:t>một việc </w:t></w:r></w:p>", "", "<w:p/>")},
        Shape{"RowsOfOneTable", 3'000'000,
              word("<w:tr><w:tc><w:p><w:r><w:t>#</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>một</w:t></w:r></w:p></w:tc></w:tr>",
                   "<w:tbl>", "</w:tbl>")},
        Shape{"Tables", 3'000'000,
              word("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>một</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>")},
        Shape{"CellsOfOneRow", 3'000'000, word("<w:tc><w:p><w:r><w:t>#</w:t></w:r></w:p></w:tc>", "<w:tbl><w:tr>", "</w:tr></w:tbl>")},
        Shape{
            "BoxesOfOneParagraph", 3'000'000,
            word("<w:r><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>hộp #</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r>",
                 "<w:p>", "</w:p>")},
        Shape{"OpenFields", 2'000'000,
              word("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:t>a</w:t></w:r>", "<w:p>",
                   "</w:p><w:p><w:r><w:t>b</w:t></w:r></w:p>")},
        Shape{
            "NestedFields", 2'000'000,
            word("<w:r><w:fldChar w:fldCharType=\"begin\"/><w:fldChar w:fldCharType=\"separate\"/><w:t>a</w:t></w:r>", "<w:p>", "</w:p>")},
        Shape{"Sections", 2'000'000, word("<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>phần</w:t></w:r></w:p>")}),
    [](auto const& shape) { return shape.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Shapes, Linearity,
    testing::Values(
        Shape{"References", 2'000'000, line("#. Sở \"A\" làm theo khoản 7 Điều này, mục 9, # nêu trên, khoản # mục # nêu trên.\n\n")},
        Shape{"ReferencesOfOneParagraph", 1'000'000, line("theo “quy định” tại điểm a, b khoản # Điều # của Quyết định này; ")},
        Shape{"OneParagraph", 2'000'000, line(sentence)},  //
        Shape{"OneLineWithoutBlanks", 5'000'000, [](auto size) { return numbered("ă", size); }},
        Shape{"OneLine", 5'000'000, [](auto size) { return numbered(sentence, size); }}, Shape{"TinyLines", 500'000, line("a\n")},
        Shape{"WrappedLines", 1'000'000,
              line("Các cơ quan, đơn vị tổ chức thực hiện nhiệm vụ được giao theo\nđúng quy định của pháp luật, ")},
        Shape{"CitationsInASentence", 1'000'000,
              line("Thông báo số #/TB-VP ngày 05/3/2024 của Văn phòng Ủy ban nhân dân tỉnh về công tác văn thư, ")},
        Shape{"ListOfNumbers", 500'000,
              [](auto size) { return letter("Thực hiện các Nghị định số " + numbered("#/2020/NĐ-CP, ", size) + "của Chính phủ."); }},
        Shape{"NamesOfLaws", 500'000, line("Luật Tổ chức Chính phủ, ")},
        Shape{"TitlesInTitles", 500'000, line("Quyết định số #/QĐ-UBND ngày 05/3/2024 của Ủy ban nhân dân tỉnh về việc ")},
        Shape{"LegalBases", 1'000'000, line("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;\n")},
        Shape{"ShortNames", 1'000'000, line("Nghị định số #/2020/NĐ-CP (sau đây gọi tắt là Nghị định), ")},
        Shape{"Pinpoints", 1'000'000, line("điểm a khoản # Điều 2, ")}, Shape{"Dates", 1'000'000, line("ngày 05 tháng 3 năm 2024, ")},
        Shape{"Recipients", 1'000'000,
              [](auto size) { return fmt::format("{}{}\n{}{}{}", head, sentence, recipients, numbered("- Sở số #;\n", size), tail); }},
        Shape{"Addressees", 1'000'000,
              [](auto size) {
                return fmt::format("{}{}\n{}{}{}", head.substr(0, head.find(" Các sở")), numbered("\n- Sở số #;", size), sentence,
                                   recipients, tail);
              }},
        // 50,000 clauses.
        Shape{"Clauses", 900'000, line("#. Một việc.\n")}, Shape{"ClausesOfOneNumber", 500'000, line("1. Một việc.\n")},
        Shape{"Articles", 1'000'000, line("Điều #. Việc\n1. Một việc.\na) Một điểm;\n")},
        Shape{"Capitals", 1'000'000,
              [](auto size) { return to_upper(repeated("Các sở, ban, ngành triển khai thực hiện nhiệm vụ\n", size)); }},
        Shape{"CapitalsInOneLine", 1'000'000, [](auto size) { return to_upper(numbered(sentence, size)); }},
        Shape{"Headers", 500'000, [](auto size) { return numbered(head, size); }},
        Shape{"Signatures", 500'000, [](auto size) { return numbered(fmt::format("{}{}", recipients, tail), size); }},
        Shape{"Columns", 1'000'000, line("bên trái một hai                    bên phải một hai\n")},
        Shape{"Table", 1'000'000, line("| một | # |\n")}, Shape{"Emphasis", 1'000'000, line("*a ")},
        Shape{"MarksOfExtraction", 500'000, line("^{a} ")}, Shape{"DecomposedLetters", 1'000'000, line("e\u0302\u0301 ")},
        Shape{"RepeatedWords", 1'000'000, line("chỉ đạo ")}, Shape{"Misspellings", 500'000, line("sử lý, ")},
        Shape{"Comments", 500'000, line("<!-- vanthu: allow CT101, CT102: # -->\nĐơn vị sử lý #.\n\n")},
        Shape{"Figures", 1'000'000, line("1/")}, Shape{"Brackets", 1'000'000, line("(“")}, Shape{"Blanks", 1'000'000, line(" ")},
        Shape{"Dots", 1'000'000, line(".")}),
    [](auto const& shape) { return shape.param.name; });

}  // namespace
}  // namespace vanthu
