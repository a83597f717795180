// Word documents that somebody made to do harm, or that a disk did: each ends in a document or in words for it, in time and memory that go
// with its size. Peak memory of the program is measured in tests/cli/docx_memory_test.py.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "support/docx.hpp"
#include "support/stored_zip.hpp"
#include "vanthu/read.hpp"

namespace vanthu::test {
namespace {

// "none" for a document, else the kind of the error.
std::string kind_of(std::string_view bytes, std::string_view name = "a.docx", ReadOptions const& options = {}) {
  auto const result = read(bytes, name, options);
  auto const* error = std::get_if<ReadError>(&result);
  if (error == nullptr) return "none";
  EXPECT_FALSE(error->message_vi.empty());
  EXPECT_FALSE(error->message_en.empty());
  return error->kind;
}

std::string text_of(std::string_view bytes) {
  auto const result = read(bytes, "a.docx");
  auto const* document = std::get_if<Document>(&result);
  return document ? document->text : std::get<ReadError>(result).message_en;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

Parts with(std::string const& name, std::string bytes) {
  auto parts = docx_parts(paragraph("Một"));
  parts[name] = std::move(bytes);
  return parts;
}

// The parts of a small document, to be told wrongly.
std::vector<StoredEntry> entries(std::string_view body = "<w:p><w:r><w:t>Một</w:t></w:r></w:p>") {
  std::vector<StoredEntry> out;
  for (auto const& [name, bytes] : docx_parts(body)) {
    StoredEntry entry;
    entry.name = name;
    entry.bytes = bytes;
    out.push_back(std::move(entry));
  }
  return out;
}

StoredEntry& part(std::vector<StoredEntry>& all, std::string_view name) {
  for (auto& entry : all)
    if (entry.name == name) return entry;
  throw std::runtime_error("no part " + std::string(name));
}

TEST(DocxHostile, StoredPackagesAreRead) { EXPECT_EQ(text_of(stored_zip(entries())), "Một\n"); }

TEST(DocxHostile, SizesAndChecksumsThatAreNotTrue) {
  struct {
    std::string_view what;
    void (*change)(StoredEntry&);
  } const table[] = {
      {"larger", [](StoredEntry& e) { e.told_size = static_cast<std::uint32_t>(e.bytes.size() + 1); }},
      {"smaller", [](StoredEntry& e) { e.told_size = static_cast<std::uint32_t>(e.bytes.size() - 1); }},
      {"checksum", [](StoredEntry& e) { e.told_crc = 7; }},
      {"method", [](StoredEntry& e) { e.method = 8; }},
      {"unknown method", [](StoredEntry& e) { e.method = 77; }},
  };
  for (auto const& [what, change] : table) {
    auto all = entries();
    change(part(all, "word/document.xml"));
    EXPECT_EQ(kind_of(stored_zip(all)), "damaged") << what;
  }
  auto all = entries();
  part(all, "word/document.xml").told_size = 0xFFFFFFF0U;
  EXPECT_NE(kind_of(stored_zip(all)), "none");
}

TEST(DocxHostile, Encrypted) {
  auto all = entries();
  part(all, "word/document.xml").flags = 1;
  EXPECT_EQ(kind_of(stored_zip(all)), "encrypted");
}

TEST(DocxHostile, NamesTwiceAndNamesThatLeadElsewhere) {
  auto all = entries();
  auto again = part(all, "word/document.xml");
  again.bytes = "<w:document><w:body><w:p><w:r><w:t>Hai</w:t></w:r></w:p></w:body></w:document>";
  all.push_back(again);
  EXPECT_EQ(text_of(stored_zip(all)), "Một\n");
  for (std::string const& name : std::vector<std::string>{"/etc/passwd", "../../etc/passwd", "C:\\windows\\a.xml",
                                                          "word/../../document.xml", "", std::string("a\0b", 3)}) {
    auto more = entries();
    StoredEntry odd;
    odd.name = name;
    odd.bytes = "x";
    more.push_back(odd);
    auto const kind = kind_of(stored_zip(more));
    EXPECT_TRUE(kind == "none" || kind == "damaged") << name << ": " << kind;
  }
  auto link = with("word/_rels/document.xml.rels",
                   "<Relationships><Relationship Id=\"a\" Type=\"x/styles\" Target=\"/../../../../word/document.xml\"/></Relationships>");
  EXPECT_EQ(kind_of(make_docx(link)), "none");
}

// One part that thousands of entries share: each is paid for.
TEST(DocxHostile, EntriesThatOverlap) {
  auto all = entries();
  StoredEntry shared;
  shared.name = "word/header0.xml";
  shared.bytes = "<w:hdr>" + repeated("<w:p/>", 30'000) + "</w:hdr>";
  std::string links = "<Relationships>";
  all.insert(all.begin(), shared);
  for (auto i = 0; i < 200; ++i) {
    auto const name = "header" + std::to_string(i) + ".xml";
    links += "<Relationship Id=\"h" + std::to_string(i) + "\" Type=\"x/header\" Target=\"" + name + "\"/>";
    if (i == 0) continue;
    auto copy = shared;
    copy.name = "word/" + name;
    copy.at = 0;
    all.push_back(copy);
  }
  part(all, "word/_rels/document.xml.rels").bytes = links + "</Relationships>";
  auto const kind = kind_of(stored_zip(all));
  EXPECT_TRUE(kind == "too-large" || kind == "damaged") << kind;
}

TEST(DocxHostile, ManyParts) {
  auto all = entries();
  for (auto i = 0; i < 60'000; ++i) {
    StoredEntry entry;
    entry.name = "word/media/image" + std::to_string(i) + ".png";
    all.push_back(std::move(entry));
  }
  EXPECT_EQ(kind_of(stored_zip(all)), "none");
}

TEST(DocxHostile, Entities) {
  std::string laughs = "<!DOCTYPE w:document [<!ENTITY a \"ha\">";
  for (auto c = 'b'; c <= 'j'; ++c)
    laughs += std::string("<!ENTITY ") + c + " \"" + repeated(std::string("&") + static_cast<char>(c - 1) + ";", 10) + "\">";
  auto const body = [](std::string_view text) {
    return "<w:document><w:body><w:p><w:r><w:t>" + std::string(text) + "</w:t></w:r></w:p></w:body></w:document>";
  };
  EXPECT_EQ(kind_of(make_docx(with("word/document.xml", laughs + "]>" + body("&j;")))), "damaged");
  EXPECT_EQ(kind_of(make_docx(with("word/document.xml", "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">" + body("&a;")))), "damaged");
  EXPECT_EQ(kind_of(make_docx(with("[Content_Types].xml", "<!DOCTYPE a><Types/>"))), "damaged");
  EXPECT_EQ(text_of(make_docx(with("word/document.xml", body("&a;&#x41;&#0;&#xD800;&#99999999999;&amp;b")))).find("&a;A"), 0U);
}

TEST(DocxHostile, DeepNesting) {
  constexpr std::size_t depth = 100'000;
  for (std::string_view const name : {"w:tbl", "w:tr", "w:tc", "w:sdt", "w:sdtContent", "w:ins", "w:del", "w:p", "w:r", "w:txbxContent",
                                      "mc:AlternateContent", "mc:Choice", "w:pPr"}) {
    auto const open = "<" + std::string(name) + ">", close = "</" + std::string(name) + ">";
    EXPECT_EQ(kind_of(docx_of(repeated(open, depth) + paragraph("Một") + repeated(close, depth))), "damaged") << name;
    auto const kind = kind_of(docx_of(repeated(open, 400) + paragraph("Một") + repeated(close, 400) + paragraph("Hai")));
    EXPECT_EQ(kind, "none") << name;
  }
  for (std::string const part : {"word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/theme/theme1.xml"}) {
    auto parts =
        docx_parts(paragraph("Một"), {}, {{"word/numbering.xml", ""}, {"word/settings.xml", ""}, {"word/theme/theme1.xml", "<a:theme/>"}});
    parts[part] = repeated("<w:style>", depth) + repeated("</w:style>", depth);
    EXPECT_EQ(kind_of(make_docx(parts)), "damaged") << part;
  }
  auto const tables = repeated("<w:tbl><w:tr><w:tc>", 160), ends = repeated("</w:tc></w:tr></w:tbl>", 160);
  EXPECT_EQ(text_of(docx_of(tables + paragraph("Một") + ends)), "Một\n");
}

TEST(DocxHostile, CyclesInStylesAndLists) {
  std::string styles;
  for (auto i = 0; i < 3000; ++i) {
    auto const id = std::to_string(i), next = std::to_string((i + 1) % 3000);
    styles += "<w:style w:type=\"paragraph\" w:styleId=\"s" + id + "\"><w:basedOn w:val=\"s" + next + "\"/><w:link w:val=\"s" + next +
              "\"/></w:style>";
  }
  std::string body;
  for (auto i = 0; i < 3000; ++i) body += paragraph("Một", "<w:pStyle w:val=\"s" + std::to_string(i) + "\"/>");
  EXPECT_EQ(kind_of(docx_of(body, styles)), "none");
  auto const numbering = std::string(
      "<w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"L\"/></w:abstractNum><w:abstractNum w:abstractNumId=\"1\"><w:styleLink "
      "w:val=\"L\"/>"
      "<w:numStyleLink w:val=\"L\"/></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num "
      "w:numId=\"2\"><w:abstractNumId w:val=\"1\"/>"
      "</w:num>");
  auto const link =
      "<w:style w:type=\"numbering\" w:styleId=\"L\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"P\"><w:basedOn w:val=\"P\"/><w:pPr><w:numPr><w:numId "
      "w:val=\"2\"/></w:numPr></w:pPr></w:style>";
  EXPECT_EQ(kind_of(docx_of(repeated(paragraph("Một", "<w:pStyle w:val=\"P\"/>"), 100), link, {{"word/numbering.xml", numbering}})),
            "none");
}

TEST(DocxHostile, NumbersOutOfRange) {
  for (std::string const n :
       {"2147483648", "-2147483648", "2147483647", "4294967296", "-1", "0", "99999999999999999999", "1e9", "", "abc", "0x10", "١"}) {
    auto const v = "w:val=\"" + n + "\"";
    auto const body = "<w:tbl><w:tblGrid><w:gridCol w:w=\"" + n + "\"/></w:tblGrid><w:tr><w:trPr><w:gridBefore " + v +
                      "/></w:trPr><w:tc><w:tcPr><w:gridSpan " + v + "/><w:tcW w:w=\"" + n + "\" w:type=\"dxa\"/></w:tcPr>" +
                      paragraph("Một") + "</w:tc></w:tr></w:tbl>" +
                      paragraph("Hai",
                                "<w:numPr><w:ilvl " + v + "/><w:numId " + v + "/></w:numPr><w:ind w:left=\"" + n + "\" w:firstLine=\"" + n +
                                    "\" w:firstLineChars=\"" + n + "\"/><w:spacing w:line=\"" + n + "\" w:before=\"" + n + "\"/>",
                                "<w:sz " + v + "/><w:color " + v + "/>") +
                      "<w:p><w:r><w:sym w:font=\"Symbol\" w:char=\"" + n + "\"/><w:footnoteReference w:id=\"" + n +
                      "\"/></w:r></w:p><w:sectPr><w:pgSz w:w=\"" + n + "\" w:h=\"" + n + "\"/><w:pgMar w:top=\"" + n + "\" w:left=\"" + n +
                      "\"/><w:pgNumType w:start=\"" + n + "\"/></w:sectPr>";
    auto const numbering = "<w:abstractNum w:abstractNumId=\"" + n + "\"><w:lvl w:ilvl=\"" + n + "\"><w:start " + v +
                           "/><w:lvlText w:val=\"%" + n +
                           "%1\"/><w:numFmt w:val=\"upperRoman\"/>"
                           "</w:lvl><w:lvl w:ilvl=\"0\"><w:start " +
                           v + "/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"" +
                           n + "\"><w:abstractNumId " + v + "/></w:num>";
    EXPECT_EQ(kind_of(docx_of(body, "<w:docDefaults><w:rPrDefault><w:rPr><w:sz " + v + "/></w:rPr></w:rPrDefault></w:docDefaults>",
                              {{"word/numbering.xml", numbering}})),
              "none")
        << n;
  }
}

TEST(DocxHostile, MuchOfOneThing) {
  auto const read_of = [](std::string_view body, Parts const& more = {}) {
    return kind_of(docx_of(body, {}, more), "a.docx", {.max_memory = 128U << 20U});
  };
  EXPECT_EQ(read_of("<w:tbl><w:tr>" + repeated("<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>", 65'536) + "</w:tr></w:tbl>"), "none");
  EXPECT_EQ(read_of("<w:p><w:pPr><w:pStyle w:val=\"" + std::string(20U << 20U, 'a') + "\"/></w:pPr><w:r><w:t>Một</w:t></w:r></w:p>"),
            "none");
  EXPECT_EQ(read_of("<w:p>" + repeated("<w:bookmarkStart w:id=\"1\"/>", 200'000) + "<w:r><w:t>Một</w:t></w:r></w:p>"), "none");
  EXPECT_EQ(read_of("<w:p><w:r" + repeated(" a=\"b\"", 200'000) + "><w:t>Một</w:t></w:r></w:p>"), "none");
  EXPECT_EQ(read_of(repeated("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>", 50'000) + paragraph("Một")), "none");
  EXPECT_EQ(read_of("<w:p><w:r>" + repeated("<w:footnoteReference w:id=\"1\"/>", 50'000) + "<w:t>Một</w:t></w:r></w:p>",
                    {{"word/footnotes.xml", "<w:footnote w:id=\"1\">" + paragraph("Hai") + "</w:footnote>"}}),
            "none");
}

TEST(DocxHostile, StoredOtherwise) {
  auto const utf16 = [](std::string_view text, bool little) {
    std::string out = little ? "\xFF\xFE" : "\xFE\xFF";
    for (auto const c : text) {
      out += little ? c : '\0';
      out += little ? '\0' : c;
    }
    return out;
  };
  constexpr std::string_view xml = "<w:document><w:body><w:p><w:r><w:t>Mot</w:t></w:r></w:p></w:body></w:document>";
  for (auto const little : {true, false}) {
    EXPECT_EQ(text_of(make_docx(with("word/document.xml", utf16(xml, little)))), "Mot\n");
    EXPECT_NE(kind_of(make_docx(with("word/document.xml", utf16(xml, little) + "x"))), "binary");
    EXPECT_EQ(kind_of(make_docx(with("word/document.xml", utf16(xml, little).substr(2)))), "damaged");
  }
  EXPECT_EQ(text_of(make_docx(with("word/document.xml", "\xEF\xBB\xBF" + std::string(xml)))), "Mot\n");
  EXPECT_NE(
      text_of(make_docx(with("word/document.xml", "<w:document><w:body><w:p><w:r><w:t>M\xFF\xC3</w:t></w:r></w:p></w:body></w:document>")))
          .find('M'),
      std::string::npos);
}

TEST(DocxHostile, NamesOfOtherFormats) {
  auto const word = docx_of(paragraph("Một"));
  for (std::string_view const name : {"a.txt", "a.md", "a", "a.doc", "-"}) EXPECT_EQ(kind_of(word, name), "none") << name;
  EXPECT_EQ(kind_of("Kính gửi: Sở Nội vụ\n", "a.docx"), "none");  // text, whatever its name
  EXPECT_EQ(kind_of("", "a.docx"), "empty");
  EXPECT_NE(kind_of("PK\x03\x04", "a.docx"), "none");
  EXPECT_NE(kind_of("PK\x05\x06" + std::string(18, '\0'), "a.docx"), "none");
}

// A small document cut at every place, and with a bit turned in every byte: words for it, or the document, nothing else.
TEST(DocxHostile, CutAnywhereAndBitsTurned) {
  auto const whole = docx_of(paragraph("Một") + repeated(paragraph("Kính gửi: Sở Nội vụ"), 40));
  for (std::size_t size = 100; size < whole.size(); size += 7)
    EXPECT_EQ(kind_of(std::string_view(whole).substr(0, size)), "damaged") << size;
  auto changed = whole;
  for (std::size_t at = 4; at < whole.size(); ++at) {
    changed[at] = static_cast<char>(changed[at] ^ (1 << (at % 8)));
    kind_of(changed);
    changed[at] = whole[at];
  }
}

TEST(DocxHostile, XmlCutAnywhere) {
  auto parts = docx_parts(paragraph("Một", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>") + "<w:tbl><w:tr><w:tc>" + paragraph("Hai") +
                          "</w:tc></w:tr></w:tbl>");
  auto const xml = parts["word/document.xml"];
  for (std::size_t size = 0; size < xml.size(); size += 3) {
    parts["word/document.xml"] = xml.substr(0, size);
    EXPECT_EQ(kind_of(make_docx(parts)), "damaged") << size;
  }
}

}  // namespace
}  // namespace vanthu::test
