// A Word document around parts that a fuzzer makes up.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "support/stored_zip.hpp"

namespace vanthu::test {

inline std::string docx_around(std::string_view document, std::string_view styles, std::string_view numbering) {
  constexpr auto word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  constexpr auto office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  std::vector<StoredEntry> entries;
  auto const add = [&](std::string name, std::string bytes) {
    StoredEntry entry;
    entry.name = std::move(name);
    entry.bytes = std::move(bytes);
    entries.push_back(std::move(entry));
  };
  auto const relationship = [&](std::string const& id, std::string const& kind, std::string const& target) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + office + kind + "\" Target=\"" + target + "\"/>";
  };
  add("[Content_Types].xml",
      std::string("<Types><Override PartName=\"/word/document.xml\" ContentType=\"") + word + "document.main+xml\"/></Types>");
  add("_rels/.rels", "<Relationships>" + relationship("a", "officeDocument", "word/document.xml") + "</Relationships>");
  add("word/_rels/document.xml.rels", "<Relationships>" + relationship("s", "styles", "styles.xml") +
                                          relationship("n", "numbering", "numbering.xml") + relationship("f", "footnotes", "document.xml") +
                                          relationship("h", "header", "document.xml") + "</Relationships>");
  add("word/document.xml", std::string(document));
  if (!styles.empty()) add("word/styles.xml", std::string(styles));
  if (!numbering.empty()) add("word/numbering.xml", std::string(numbering));
  return stored_zip(entries);
}

}  // namespace vanthu::test
