// Markdown: what is text, what is markup, and where the text stands in the file.
#include <gtest/gtest.h>

#include <tuple>

#include "variants.hpp"

namespace vanthu {
namespace {

using testing::blocks_of;

Document read_markdown(std::string_view bytes) { return testing::read_text(bytes, "a.md"); }

struct Case {
  std::string_view what, bytes, blocks;
};

void expect_blocks(std::initializer_list<Case> cases) {
  for (auto const& [what, bytes, blocks] : cases) EXPECT_EQ(blocks_of(read_markdown(bytes)), blocks) << what;
}

TEST(Markdown, FrontMatterCommentsAndCodeAreNoText) {
  expect_blocks({
      {"front matter", "---\ntitle: x\ntags:\n  - y\n---\n\nVăn bản\n", "Văn bản\n"},
      {"a rule at the start is none", "---\nVăn bản\n---\n", "Văn bản\n"},
      {"comments", "a <!-- ẩn\nẩn --> b\n", "a b\n"},
      {"fenced code", "```cpp\nint x;\n\n- y\n```\nVăn bản của tệp này\n", "Văn bản của tệp này\n"},
      {"fenced code of an item", "- Chạy lệnh sau đây:\n  ~~~\n  x\n  ~~~\n", "- Chạy lệnh sau đây:\n"},
      {"a page in a fence", "# Trang 1\n```\nSố: 12/QĐ-UBND\n**Điều 1.** Một\n```\n", "# Trang 1\nSố: 12/QĐ-UBND\nĐiều 1. Một\n"},
      {"indented text is no code", "    Thụt vào không phải mã\n", "Thụt vào không phải mã\n"},
  });
}

TEST(Markdown, Headings) {
  expect_blocks({
      {"closed", "# Điều 1. Phạm vi #\n", "# Điều 1. Phạm vi\n"},
      {"a sharp of its own", "### C# là gì\n", "### C# là gì\n"},
      {"none without a blank", "#không phải\n", "#không phải\n"},
      {"right below a paragraph", "Một.\n## Hai\nBa.\n", "Một.\n## Hai\nBa.\n"},
      {"underlined", "Quy định chung\n==============\n\nPhạm vi\n-------\n\nMột.\n", "# Quy định chung\n## Phạm vi\nMột.\n"},
  });
}

TEST(Markdown, DrawnLinesMakeNoHeading) {
  expect_blocks({
      {"below Tiêu ngữ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------\n\nMột.\n",
       "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nMột.\n"},
      {"below a body's name", "ỦY BAN NHÂN DÂN TỈNH AN BÌNH\n-------\n\nMột.\n", "ỦY BAN NHÂN DÂN TỈNH AN BÌNH\nMột.\n"},
      {"below a signer's name", "Nguyễn Văn An\n-------------\n", "Nguyễn Văn An\n"},
      {"between lines", "Một.\n---\nHai.\n", "Một.\nHai.\n"},
      {"between blank lines", "a\n\n* * *\n\nb\n", "a\nb\n"},
      {"short ones stay", "Một.\n-\n", "Một.\n-\n"},
  });
  auto const document = read_markdown("a\n---\nb\nc.\n");
  ASSERT_EQ(document.blocks.size(), 2U);
  EXPECT_TRUE(document.blocks[1].blank_before);
  EXPECT_EQ(document.blocks[1].row, 2U);
}

TEST(Markdown, ListsKeepBulletsAndLabels) {
  expect_blocks({
      {"bullets", "* a\n+ b\n- c\n", "- a\n+ b\n- c\n"},
      {"nested and loose", "1. Một;\n\n   - Hai;\n\n     + Ba;\n2. Bốn.\n", "1. Một;\n- Hai;\n+ Ba;\n2. Bốn.\n"},
      {"on one line", "- 1. Một\n", "- 1. Một\n"},
      {"a label that opens no list", "theo kế hoạch năm\n2024. Sau đó tổng kết.\n", "theo kế hoạch năm 2024. Sau đó tổng kết.\n"},
      {"emphasis in front", "- **Lưu:** VT.\n*Nguyễn Văn A*\n", "- Lưu: VT.\nNguyễn Văn A\n"},
      {"an emphasized bullet stays text", "**1.** Giao\n", "1. Giao\n"},
      {"empty items", "1.\n2.\n- \n", "1.\n2.\n-\n"},
      {"an escaped label", "1\\. Mục \\*đích\\*\n", "1. Mục *đích*\n"},
      {"quotes", "> Trích dẫn\n> > sâu hơn\n>\n> - Một\n", "Trích dẫn sâu hơn\n- Một\n"},
  });
  EXPECT_EQ(read_markdown("1. a\n   - b\n").blocks[1].kind, BlockKind::list_item);
  // An empty item is none of what comes after it.
  expect_blocks({{"before a heading", "# Một\n1.\n# Hai\n", "# Một\n1.\n# Hai\n"},
                 {"before a table", "**Một**\n\n1.\n\n| a | b |\n|---|---|\n", "Một\n1.\n| a\n| b\n"},
                 {"before emphasis", "1.\n\n*Hai*\n", "1.\nHai\n"}});
  EXPECT_EQ(read_markdown("1. **\n2.\n\n*Hai*\n").anomalies.size(), 1U);
}

// Paragraphs without marks are read without md4c; an empty tag behind each line has it read them, and says nothing.
TEST(Markdown, ParagraphsWithoutMarksAreWhatMd4cTells) {
  for (std::string_view const text : {
           "Căn cứ Luật Tổ chức\nchính quyền địa phương;\n\nXét đề nghị\n",
           "- Một;\n\n   1. Hai;\n      + Ba;\n2) Bốn.\n10. - Năm\n",
           "1.\n\n-\n2.\nMột\n\n\n  Hai\t\n\tBa  \n",
           "theo kế hoạch năm\n2024. Sau đó\n1. Tổng kết\n1234567890. Số\n",
           "Trang một\n\fTrang hai\n\n\f\n\nTrang\vba\n",
           "a: b = c; d! (e) @ $ % ' \" / + , . ? } {\n-a\n+b\n=c\n1.d\n",
       }) {
    std::string tagged;
    for (std::size_t i = 0; i < text.size(); ++i) {
      auto const ends_line = text[i] == '\n' && i > 0 && std::string_view("\n\f\v").find(text[i - 1]) == std::string_view::npos;
      if (ends_line) tagged += "<i></i>";
      tagged += text[i];
    }
    auto const plain = read_markdown(text), told = read_markdown(tagged);
    EXPECT_EQ(blocks_of(plain), blocks_of(told));
    ASSERT_EQ(plain.blocks.size(), told.blocks.size()) << text;
    for (std::size_t i = 0; i < plain.blocks.size(); ++i) {
      auto const &a = plain.blocks[i], &b = told.blocks[i];
      EXPECT_EQ(std::tuple(a.kind, a.row, a.last_row, a.blank_before), std::tuple(b.kind, b.row, b.last_row, b.blank_before)) << text << i;
    }
  }
}

TEST(Markdown, Emphasis) {
  expect_blocks({
      {"touching", "**V****Ă****N** B**Ả**N\n", "VĂN BẢN\n"},
      {"over lines", "**ỦY BAN NHÂN DÂN\nTỈNH AN BÌNH**\n", "ỦY BAN NHÂN DÂN\nTỈNH AN BÌNH\n"},
      {"not over paragraphs", "**a\n\nb**\n", "**a\nb**\n"},
      {"footnote signs", "(*) Ghi chú (*)\n", "(*) Ghi chú (*)\n"},
      {"forms to fill in", "Số:____/UBND ngày __/__/2024\n", "Số:____/UBND ngày __/__/2024\n"},
      {"forms with escapes", "Số: \\_\\_/UBND\n", "Số: __/UBND\n"},
      {"a dash is no word", "_—_ KT. CHỦ TỊCH\n", "_—_ KT. CHỦ TỊCH\n"},
      {"products", "3*4*5 và 2 * 3\n", "3*4*5 và 2 * 3\n"},
      {"struck through", "từ ~~05~~ 10 ngày, ~5 đến ~10 người\n", "từ 05 10 ngày, ~5 đến ~10 người\n"},
      {"in an address", "[a](/_x)_ b\n\n[](/__)__ *c*\n\nd\n", "a b\nc\nd\n"},
      {"superscripts of OCR", "**Lưu: VT, CVNC^{NH}.**\n", "Lưu: VT, CVNCNH.\n"},
  });
  auto const document = read_markdown("**Căn** cứ *Luật*\n");
  ASSERT_EQ(document.anomalies.size(), 2U);
  EXPECT_EQ(slice(document.text, document.anomalies[0].span), "Căn");
  EXPECT_EQ(slice(document.text, document.anomalies[1].span), "Luật");
}

TEST(Markdown, LinksCodeTagsAndEntities) {
  expect_blocks({
      {"a link and an image", "xem [Nghị định](https://a.vn/x_y_z \"tên\") này ![hình](a.png)\n", "xem Nghị định này\n"},
      {"by reference", "xem [Nghị định][1] này\n\n[1]: https://a.vn/x\n", "xem Nghị định này\n"},
      {"an address", "<https://a.vn>\n", "https://a.vn\n"},
      {"brackets that are no link", "[tên cơ quan](để báo cáo) [số](2)\n", "[tên cơ quan](để báo cáo) [số](2)\n"},
      {"footnotes", "[^1]: 30/2020/NĐ-CP\n- [2]: 31/2020/NĐ-CP\n", "[^1]: 30/2020/NĐ-CP\n- [2]: 31/2020/NĐ-CP\n"},
      {"code", "dùng `a_b_c` và ``x`y``\n", "dùng a_b_c và x`y\n"},
      {"tags", "A;<br>B <b>c</b>\n", "A;\nB c\n"},
      {"blocks of HTML", "<div align=\"center\">\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br/>\n**Độc lập - Tự do - Hạnh phúc**\n</div>\n",
       "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"},
      {"no tags", "x < 5 và y > 3, <địa danh>\n", "x < 5 và y > 3, <địa danh>\n"},
      {"entities", "GD&amp;ĐT&nbsp;tỉnh &ndash; &#272;&#x1EA1;o, c&ocirc;ng v&abc;n\n", "GD&ĐT tỉnh – Đạo, công v&abc;n\n"},
      {"entities that would not be NFC", "e&#769; &#101;\u0301 &#0; &#99999999;\n", "e&#769; e &#0; &#99999999;\n"},
      {"hard breaks", "Một\\\nHai  \nBa\\\n", "Một\nHai\nBa\n"},
  });
}

TEST(Markdown, Tables) {
  expect_blocks({
      {"cells", "| STT | Nội dung |\n|---|:-:|\n| 1 | **A** \\| B |\n", "| STT\n| Nội dung\n| 1\n| A | B\n"},
      {"without bars at the ends", "STT | Nội dung\n--- | ---\n1 | A\n", "| STT\n| Nội dung\n| 1\n| A\n"},
      {"right below a paragraph", "Bảng 1:\n| a | *b* |\n|---|---|\n| c | d |\n", "Bảng 1:\n| a\n| b\n| c\n| d\n"},
      {"more cells than the first row has", "| a | b |\n|---|---|\n| c | **d** | **e** |\n", "| a\n| b\n| c\n| d\n| e\n"},
      {"fewer cells", "| a | b |\n|---|---|\n| c |\n", "| a\n| b\n| c\n"},
      {"text below", "| a | b |\n|---|---|\n| c | d |\nMột.\n", "| a\n| b\n| c\n| d\nMột.\n"},
      {"without delimiters", "| a | b<br>c |\n", "| a\n| b\n| c\n"},
      {"items in cells", "| a | b |\n|---|---|\n| - c | 1. d |\n", "| a\n| b\n| - c\n| 1. d\n"},
      {"one bar", "BỘ NỘI VỤ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n", "L BỘ NỘI VỤ\nR CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"},
  });
}

TEST(Markdown, TablesThatLayOutTheDocument) {
  std::string_view const header =
      "L ỦY BAN NHÂN DÂN\nL TỈNH AN BÌNH\nR CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nR Độc lập - Tự do - Hạnh phúc\n"
      "L Số: 12/QĐ-UBND\nR An Bình, ngày 05 tháng 3 năm 2024\n";
  std::string_view const left = "**ỦY BAN NHÂN DÂN<br>TỈNH AN BÌNH**", number = "Số: 12/QĐ-UBND";
  std::string_view const right = "**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>**Độc lập - Tự do - Hạnh phúc**";
  std::string_view const date = "*An Bình, ngày 05 tháng 3 năm 2024*";
  auto const row = [](std::string_view a, std::string_view b, bool bars) {
    auto const cells = std::string(a) + " | " + std::string(b);
    return bars ? "| " + cells + " |\n" : cells + "\n";
  };
  for (auto const bars : {true, false}) {
    auto const text = row(left, right, bars) + row(":--:", ":--:", bars) + row(number, date, bars);
    EXPECT_EQ(blocks_of(read_markdown(text)), header);
  }
  EXPECT_EQ(blocks_of(read_markdown(row(left, right, true) + row(number, date, true))), header);
  expect_blocks({{"a signature block", "| **Nơi nhận:**<br>- Như trên;<br>- Lưu: VT. | **CHỦ TỊCH** |\n",
                  "L Nơi nhận:\nL - Như trên;\nL - Lưu: VT.\nR CHỦ TỊCH\n"}});
}

TEST(Markdown, PlacesInEveryVariant) {
  std::string_view const text =
      "---\na: b\n---\n> # Điều 1. **Phạm vi** #\n\n1. Theo [Nghị định](https://a.vn) số&nbsp;30\n   - `mã` *số*\n\n"
      "| a | Cột |\n|---|---|\n| x<br>dưới | \\|~~đường~~ |\n";
  std::string_view const blocks = "# Điều 1. Phạm vi\n1. Theo Nghị định số 30\n- mã số\n| a\n| Cột\n| x\n| dưới\n| |đường\n";
  for (auto const& [what, bytes] : testing::variants(text)) {
    auto const document = read_markdown(bytes);
    ASSERT_EQ(blocks_of(document), blocks) << what;
    auto const expect_place = [&](std::string_view words, std::string_view source, std::uint32_t line) {
      auto const at = static_cast<std::uint32_t>(document.text.find(words));
      Span const span{at, at + static_cast<std::uint32_t>(words.size())};
      EXPECT_EQ(testing::source_of(document, span), source) << what;
      EXPECT_EQ(document.position(document.map.to_source(span).begin).line, line) << what;
    };
    expect_place("Phạm vi", "Phạm vi", 4);
    expect_place("1. Phạm", "1. **Phạm", 4);
    expect_place("Nghị định số", "Nghị định](https://a.vn) số", 6);
    expect_place("số 30", "số&nbsp;30", 6);
    expect_place("mã số", "mã` *số", 7);
    expect_place("dưới", "dưới", 11);
    expect_place("|đường", "|~~đường", 11);
  }
}

TEST(Markdown, LongDocumentsAreReadAsOne) {
  std::string text, blocks;
  for (int i = 0; i < 3000; ++i) {
    text += "Điều này **được\nviết** đậm.\n";
    blocks += "Điều này được viết đậm.\n";
  }
  EXPECT_EQ(blocks_of(read_markdown(text)), blocks);
}

}  // namespace
}  // namespace vanthu
