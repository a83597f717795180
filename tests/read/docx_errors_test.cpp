// Files that are no Word document, or a broken one: each gets its own word, none more memory than it may.
#include <gtest/gtest.h>

#include <string>

#include "support/docx.hpp"
#include "vanthu/read.hpp"

namespace vanthu::test {
namespace {

ReadError error_of(std::string_view bytes, ReadOptions const& options = {}) {
  auto result = read(bytes, "a.docx", options);
  if (auto* error = std::get_if<ReadError>(&result)) return *error;
  return {"none", "", ""};
}
std::string kind_of(std::string_view bytes, ReadOptions const& options = {}) { return error_of(bytes, options).kind; }

std::string with_part(std::string const& name, std::string const& bytes) {
  auto parts = docx_parts(paragraph("Một"));
  parts[name] = bytes;
  return make_docx(parts);
}

TEST(DocxErrors, CutShort) {
  auto const whole = docx_of(paragraph("Một"));
  for (auto const size : {std::size_t{100}, whole.size() / 2, whole.size() - 1})
    EXPECT_EQ(kind_of(whole.substr(0, size)), "damaged") << size;
  EXPECT_EQ(error_of(whole.substr(0, 200)).message_vi, "tệp nén ZIP (.docx) hỏng hoặc bị cắt cụt");
}

TEST(DocxErrors, WrongBytesInAPart) {
  auto broken = docx_of(paragraph("Một") + paragraph(std::string(4000, 'x')));
  auto const at = broken.find("word/document.xml") + 60;
  for (auto i = at; i < at + 40; ++i) broken[i] = static_cast<char>(~broken[i]);
  EXPECT_EQ(kind_of(broken), "damaged");
}

TEST(DocxErrors, PartsThatAreNoXml) {
  EXPECT_EQ(error_of(with_part("word/document.xml", "<w:document><w:body>")).message_vi,
            "tài liệu Word hỏng: phần word/document.xml không phải XML đúng cú pháp; hãy mở bằng Word rồi lưu lại");
  EXPECT_EQ(kind_of(with_part("word/document.xml", "")), "damaged");
  EXPECT_EQ(kind_of(with_part("word/document.xml", "<html/>")), "damaged");
  EXPECT_EQ(kind_of(with_part("word/styles.xml", "<w:styles")), "damaged");
  EXPECT_EQ(error_of(with_part("word/styles.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><w:styles/>")).message_vi,
            "tài liệu Word hỏng: phần word/styles.xml có khai báo DOCTYPE; hãy mở bằng Word rồi lưu lại");
  std::string deep;
  for (auto i = 0; i < 100'000; ++i) deep += "<w:p>";
  EXPECT_EQ(error_of(with_part("word/document.xml", deep)).message_vi,
            "tài liệu Word hỏng: phần word/document.xml lồng quá sâu; hãy mở bằng Word rồi lưu lại");
}

TEST(DocxErrors, MissingParts) {
  auto const without = [](std::string const& name) {
    auto parts = docx_parts(paragraph("Một"));
    parts.erase(name);
    return make_docx(parts);
  };
  EXPECT_EQ(kind_of(without("word/document.xml")), "damaged");
  for (auto const* name : {"word/styles.xml", "word/_rels/document.xml.rels", "[Content_Types].xml", "_rels/.rels"})
    EXPECT_EQ(kind_of(without(name)), "none") << name;
}

TEST(DocxErrors, NothingToRead) {
  EXPECT_EQ(kind_of(docx_of("")), "empty");
  EXPECT_EQ(kind_of(docx_of(paragraph("") + paragraph(" "))), "empty");
}

TEST(DocxErrors, OtherFilesInAZip) {
  auto const sheet = make_docx(
      {{"[Content_Types].xml",
        "<Types><Override PartName=\"/xl/workbook.xml\" "
        "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"},
       {"_rels/.rels", "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
       {"xl/workbook.xml", "<workbook/>"}});
  EXPECT_EQ(error_of(sheet).message_vi,
            "đây là bảng tính Excel (.xlsx), không phải tệp văn bản; hãy lưu thành .docx, .txt hoặc .md rồi kiểm tra lại");
  EXPECT_EQ(kind_of(make_docx({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<x/>"}})), "binary");
  EXPECT_NE(error_of(make_docx({{"mimetype", "application/vnd.oasis.opendocument.text"}})).message_vi.find(".odt"), std::string::npos);
  EXPECT_NE(error_of(make_docx({{"ppt/a.xml", "<x/>"}})).message_vi.find("PowerPoint"), std::string::npos);
  EXPECT_EQ(error_of(make_docx({{"a.txt", "x"}})).message_vi, "đây là tệp nén ZIP, không phải tệp văn bản");
}

TEST(DocxErrors, Passwords) {
  std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  ole += std::string(1000, '\0');
  EXPECT_EQ(
      error_of(ole).message_vi,
      "đây là tài liệu Word, Excel hoặc PowerPoint kiểu cũ (.doc, .xls, .ppt), không phải tệp văn bản; hãy lưu thành .docx, .txt hoặc .md "
      "rồi kiểm tra lại");
  for (auto const c : std::string_view("EncryptedPackage")) ole += std::string{c, '\0'};
  EXPECT_EQ(kind_of(ole), "encrypted");
  EXPECT_EQ(error_of(ole).message_vi, "tài liệu Word được đặt mật khẩu; hãy bỏ mật khẩu rồi kiểm tra lại");
}

TEST(DocxErrors, MemoryHasALimit) {
  // A few kilobytes that would be 300 MiB, as text and as elements.
  EXPECT_EQ(kind_of(docx_of(paragraph(std::string(300U << 20U, 'a')))), "too-large");
  std::string runs;
  for (auto i = 0; i < 400'000; ++i) runs += "<w:r/>";
  auto const many = docx_of("<w:p>" + runs + "</w:p>" + paragraph("Một"));
  EXPECT_EQ(kind_of(many), "none");
  EXPECT_EQ(kind_of(many, {.max_memory = 16U << 20U}), "too-large");
  EXPECT_EQ(kind_of(docx_of(paragraph("Một")), {.max_memory = 1000}), "too-large");
}

TEST(DocxErrors, NamesThatLeadOut) {
  auto parts = docx_parts(paragraph("Một"));
  parts["word/_rels/document.xml.rels"] =
      "<Relationships><Relationship Id=\"a\" Type=\"x/styles\" Target=\"../../../../etc/passwd\"/><Relationship Id=\"b\" Type=\"x/theme\" "
      "Target=\"file:///etc/passwd\" TargetMode=\"External\"/><Relationship Id=\"c\" Type=\"x/numbering\" Target=\"\"/></Relationships>";
  parts["../../etc/passwd"] = "root";
  EXPECT_EQ(kind_of(make_docx(parts)), "none");
}

}  // namespace
}  // namespace vanthu::test
