// Bytes that can be read, and bytes that cannot: what is said about them.
#include <gtest/gtest.h>

#include "variants.hpp"

namespace vanthu {
namespace {

using testing::error_kind;
using testing::read_text;

TEST(Decode, TellsEncodings) {
  std::string_view const text = "Số: /UBND-VX\nLai Châu, ngày tháng 02 năm 2023\n";
  EXPECT_EQ(read_text(text).encoding, Encoding::utf8);
  EXPECT_EQ(read_text("\xEF\xBB\xBF" + std::string(text)).encoding, Encoding::utf8_bom);
  EXPECT_EQ(read_text(testing::utf16(text, true, true)).encoding, Encoding::utf16le);
  EXPECT_EQ(read_text(testing::utf16(text, true, false)).encoding, Encoding::utf16le);
  EXPECT_EQ(read_text(testing::utf16(text, false, true)).encoding, Encoding::utf16be);
  EXPECT_EQ(read_text(testing::utf16(text, false, false)).encoding, Encoding::utf16be);
}

TEST(Decode, TellsFormatByExtension) {
  EXPECT_EQ(read_text("a", "x.md").format, Format::markdown);
  EXPECT_EQ(read_text("a", "x.MARKDOWN").format, Format::markdown);
  EXPECT_EQ(read_text("a", "x.txt").format, Format::text);
  EXPECT_EQ(read_text("a", "md").format, Format::text);
}

TEST(Decode, RefusesWhatIsNoText) {
  using namespace std::string_literals;
  struct Case {
    std::string bytes;
    std::string_view kind;
  };
  Case const cases[] = {
      {"", "empty"},
      {" \n\t\r\n\xC2\xA0\n", "empty"},
      {"\xEF\xBB\xBF", "empty"},
      {"---\n***\n", "empty"},
      {"a\0b"s, "binary"},
      {"PK\x03\x04\x14\0\0\0[Content_Types].xml word/document.xml"s, "damaged"},
      {"%PDF-1.7\n%\xE2\xE3\xCF\xD3", "binary"},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"s, "binary"},
      {"\x89PNG\r\n\x1A\n", "binary"},
      {"\xFF\xD8\xFF\xE0", "binary"},
      {"abc \xFF", "invalid-utf8"},
      {"abc \xE1\xBB", "invalid-utf8"},
      {"\xC0\x80", "invalid-utf8"},
      {"\xED\xA0\x80", "invalid-utf8"},
      {"\xF4\x90\x80\x80", "invalid-utf8"},
      {"\xFF\xFEx"s, "invalid-utf16"},
      {"\xFF\xFE\x00\xD8x\0"s, "invalid-utf16"},
      {"\xFF\xFE\x00\xDC"s, "invalid-utf16"},
      {"\xFE\xFF\xD8\x3D"s, "invalid-utf16"},
  };
  for (auto const& [bytes, kind] : cases) EXPECT_EQ(error_kind(bytes), kind) << ::testing::PrintToString(bytes);
}

TEST(Decode, NamesTheFormatOfARenamedFile) {
  using namespace std::string_literals;
  auto const result = read("PK\x03\x04\x14\0\0\0[Content_Types].xml xl/workbook.xml"s, "cong-van.txt");
  auto const& error = std::get<ReadError>(result);
  EXPECT_EQ(error.message_vi,
            "đây là bảng tính Excel (.xlsx), không phải tệp văn bản; hãy lưu thành .docx, .txt hoặc .md rồi kiểm tra lại");
  EXPECT_EQ(error.message_en, "this is an Excel workbook (.xlsx), not a text file; save it as .docx, .txt or .md and check again");
}

TEST(Decode, SaysWhereUtf8Breaks) {
  auto const result = read("Số: 1\nKính g\xF6i", "a.txt");
  EXPECT_EQ(std::get<ReadError>(result).message_en,
            "line 2, column 7: byte 0xF6 is not UTF-8; the file may be in an old encoding (TCVN3, VNI, Windows-1258), save it as UTF-8");
}

TEST(Decode, ReadsCharactersBeyondTheBasicPlane) {
  EXPECT_EQ(read_text("a \xF0\x9F\x98\x80 b").text, "a \xF0\x9F\x98\x80 b\n");
  EXPECT_EQ(read_text(testing::utf16("a \xF0\x9F\x98\x80 b", true, true)).text, "a \xF0\x9F\x98\x80 b\n");
}

}  // namespace
}  // namespace vanthu
