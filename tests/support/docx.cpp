#include "support/docx.hpp"

#include <zip.h>

#include <array>
#include <stdexcept>

namespace vanthu::test {
namespace {

constexpr std::string_view head = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
                                  "\n";
constexpr std::string_view prefixes =
    R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
    R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")"
    R"( xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing")"
    R"( xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main")"
    R"( xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture")"
    R"( xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape")"
    R"( xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup")"
    R"( xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006")"
    R"( xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office")"
    R"( xmlns:w10="urn:schemas-microsoft-com:office:word" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml")"
    R"( mc:Ignorable="w14")";
constexpr std::string_view relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::string_view content_type = "application/vnd.openxmlformats-officedocument.";

struct Kind {
  std::string_view name;  // how the file's name starts; also the kind of relationship
  std::string_view root;  // empty: the part brings its own
};
constexpr std::array<Kind, 10> kinds = {{{"styles", "w:styles"},
                                         {"numbering", "w:numbering"},
                                         {"settings", "w:settings"},
                                         {"footnotes", "w:footnotes"},
                                         {"endnotes", "w:endnotes"},
                                         {"comments", "w:comments"},
                                         {"header", "w:hdr"},
                                         {"footer", "w:ftr"},
                                         {"theme", ""},
                                         {"fontTable", "w:fonts"}}};

Kind const* kind_of(std::string_view part) {
  if (!part.starts_with("word/")) return nullptr;
  auto const name = part.substr(part.rfind('/') + 1);
  for (auto const& kind : kinds)
    if (name.starts_with(kind.name)) return &kind;
  return nullptr;
}

std::string element(std::string_view root, std::string_view inside) {
  if (root.empty()) return std::string(inside);
  auto const own = "<" + std::string(root);
  if (inside.starts_with(own) || inside.starts_with("<?xml")) return std::string(inside);
  return std::string(head) + own + std::string(prefixes) + ">" + std::string(inside) + "</" + std::string(root) + ">";
}

std::string related(std::string_view id, std::string_view kind, std::string_view target) {
  return "<Relationship Id=\"" + std::string(id) + "\" Type=\"" + std::string(relationship) + std::string(kind) + "\" Target=\"" +
         std::string(target) + "\"/>";
}

std::string typed(std::string_view part, std::string_view kind) {
  return "<Override PartName=\"/" + std::string(part) + "\" ContentType=\"" + std::string(content_type) + std::string(kind) + "+xml\"/>";
}

std::string in_tag(std::string_view tag, std::string_view inside) {
  if (inside.empty()) return {};
  return "<" + std::string(tag) + ">" + std::string(inside) + "</" + std::string(tag) + ">";
}

}  // namespace

std::string make_docx(Parts const& parts) {
  zip_error_t error;
  zip_error_init(&error);
  auto* source = zip_source_buffer_create(nullptr, 0, 0, &error);
  auto* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_TRUNCATE, &error);
  if (archive == nullptr) throw std::runtime_error("zip: cannot be made");
  zip_source_keep(source);
  for (auto const& [name, bytes] : parts) {
    auto* part = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    if (part == nullptr || zip_file_add(archive, name.c_str(), part, ZIP_FL_ENC_UTF_8) < 0)
      throw std::runtime_error("zip: cannot add " + name);
  }
  if (zip_close(archive) != 0) throw std::runtime_error("zip: cannot be written");
  std::string out;
  zip_source_open(source);
  zip_source_seek(source, 0, SEEK_END);
  out.resize(static_cast<std::size_t>(zip_source_tell(source)));
  zip_source_seek(source, 0, SEEK_SET);
  zip_source_read(source, out.data(), out.size());
  zip_source_close(source);
  zip_source_free(source);
  return out;
}

Parts docx_parts(std::string_view body_xml, std::string_view styles_xml, Parts const& more) {
  Parts parts;
  auto relations = std::string(head) + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  auto types = std::string(head) +
               "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
               "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
               "<Default Extension=\"xml\" ContentType=\"application/xml\"/>";
  parts["_rels/.rels"] = relations + related("rId1", "officeDocument", "word/document.xml") + "</Relationships>";
  parts["word/document.xml"] = element("w:document", in_tag("w:body", body_xml.empty() ? "<w:sectPr/>" : body_xml));
  types += typed("word/document.xml", "wordprocessingml.document.main");
  auto all = more;
  all.try_emplace("word/styles.xml", styles_xml);
  for (auto const& [name, bytes] : all) {
    auto const* kind = kind_of(name);
    parts[name] = kind == nullptr ? bytes : element(kind->root, bytes);
    if (kind == nullptr) continue;
    auto const file = std::string_view(name).substr(name.rfind('/') + 1);
    relations += related(file.substr(0, file.rfind('.')), kind->name, std::string_view(name).substr(5));
    types += typed(name, (kind->name == "theme" ? "" : "wordprocessingml.") + std::string(kind->name));
  }
  parts.try_emplace("word/_rels/document.xml.rels", relations + "</Relationships>");
  parts.try_emplace("[Content_Types].xml", types + "</Types>");
  return parts;
}

std::string docx_of(std::string_view body_xml, std::string_view styles_xml, Parts const& more) {
  return make_docx(docx_parts(body_xml, styles_xml, more));
}

std::string paragraph(std::string_view text, std::string_view paragraph_properties, std::string_view run_properties) {
  return "<w:p>" + in_tag("w:pPr", paragraph_properties) + (text.empty() ? "" : run(text, run_properties)) + "</w:p>";
}

std::string run(std::string_view text, std::string_view run_properties) {
  return "<w:r>" + in_tag("w:rPr", run_properties) + "<w:t xml:space=\"preserve\">" + escaped(text) + "</w:t></w:r>";
}

std::string escaped(std::string_view text) {
  std::string out;
  for (auto const c : text) switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  return out;
}

}  // namespace vanthu::test
