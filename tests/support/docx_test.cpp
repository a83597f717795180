// Packages made for tests are packages: other readers can take them apart again.
#include "support/docx.hpp"

#include <gtest/gtest.h>
#include <zip.h>
#include <pugixml.hpp>

#include <string>

namespace vanthu::test {
namespace {

std::string part_of(std::string const& package, char const* name) {
  zip_error_t error;
  auto* source = zip_source_buffer_create(package.data(), package.size(), 0, &error);
  auto* archive = zip_open_from_source(source, ZIP_RDONLY, &error);
  auto* file = zip_fopen(archive, name, 0);
  std::string bytes(1 << 16, '\0');
  bytes.resize(file == nullptr ? 0 : static_cast<std::size_t>(zip_fread(file, bytes.data(), bytes.size())));
  if (file != nullptr) zip_fclose(file);
  zip_discard(archive);
  return bytes;
}

TEST(DocxSupport, PartsAreWellFormedAndRelated) {
  auto const package = docx_of(paragraph("Số & <chữ>", "<w:jc w:val=\"center\"/>", "<w:b/>"), "<w:docDefaults/>",
                               {{"word/header1.xml", paragraph("1")}, {"word/media/image1.png", "\x89PNG"}});
  for (auto const* name :
       {"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml", "word/header1.xml", "word/_rels/document.xml.rels"}) {
    pugi::xml_document parsed;
    auto const bytes = part_of(package, name);
    EXPECT_TRUE(parsed.load_buffer(bytes.data(), bytes.size())) << name << ": " << bytes;
  }
  pugi::xml_document document, relations;
  document.load_string(part_of(package, "word/document.xml").c_str());
  auto const body = document.child("w:document").child("w:body");
  EXPECT_STREQ(body.child("w:p").child("w:r").child_value("w:t"), "Số & <chữ>");
  EXPECT_STREQ(body.child("w:p").child("w:pPr").child("w:jc").attribute("w:val").value(), "center");
  relations.load_string(part_of(package, "word/_rels/document.xml.rels").c_str());
  auto const header = relations.child("Relationships").find_child_by_attribute("Id", "header1");
  EXPECT_STREQ(header.attribute("Target").value(), "header1.xml");
  EXPECT_EQ(part_of(package, "word/media/image1.png"), "\x89PNG");
}

}  // namespace
}  // namespace vanthu::test
