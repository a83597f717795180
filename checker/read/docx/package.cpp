#include "read/docx/package.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "read/binary.hpp"

namespace vanthu::docx {
namespace {

constexpr std::uint64_t mebibyte = 1U << 20U;
// Text without pictures packs so well that 20 times the file does not hold it: real documents took up to 90 times, 4 MiB for forty pages.
constexpr std::uint64_t least_memory = 64 * mebibyte, most_memory = 512 * mebibyte;

ReadError damaged(std::string_view part, std::string_view what_vi, std::string_view what_en) {
  return {"damaged", fmt::format("tài liệu Word hỏng: phần {} {}; hãy mở bằng Word rồi lưu lại", part, what_vi),
          fmt::format("the Word document is damaged: its part {} {}; open it in Word and save it again", part, what_en)};
}

ReadError error_of(ZipProblem problem, std::string_view part) {
  switch (problem) {
    case ZipProblem::damaged: return damaged(part, "không giải nén được", "cannot be unpacked");
    case ZipProblem::missing: return damaged(part, "không có trong tệp", "is not in the file");
    case ZipProblem::encrypted: return encrypted_error();
    case ZipProblem::no_library:
      return {"no-library", "máy chưa cài thư viện libzip (gói libzip4) nên không đọc được .docx",
              "libzip (package libzip4) is not installed, so .docx cannot be read"};
    case ZipProblem::too_large: break;
  }
  return too_large();
}

ReadError error_of(XmlProblem problem, std::string_view part) {
  switch (problem) {
    case XmlProblem::malformed: return damaged(part, "không phải XML đúng cú pháp", "is not well-formed XML");
    case XmlProblem::document_type: return damaged(part, "có khai báo DOCTYPE", "has a DOCTYPE");
    case XmlProblem::too_deep: return damaged(part, "lồng quá sâu", "is nested too deeply");
    case XmlProblem::too_large: break;
  }
  return too_large();
}

std::variant<XmlPart, ReadError> read_part(Zip const& zip, std::string const& name, Budget& budget) {
  auto bytes = zip.part(name, budget);
  if (auto const* problem = std::get_if<ZipProblem>(&bytes)) return error_of(*problem, name);
  auto parsed = parse_xml(name, std::get<std::string>(std::move(bytes)), budget);
  if (auto const* problem = std::get_if<XmlProblem>(&parsed)) return error_of(*problem, name);
  return std::get<XmlPart>(std::move(parsed));
}

// "word/document.xml" + "../theme/theme1.xml" → "theme/theme1.xml"; a target that starts with '/' counts from the top.
std::string resolved(std::string_view source_part, std::string_view target) {
  std::vector<std::string_view> folders;
  auto const push_all = [&](std::string_view path) {
    for (std::size_t at = 0; at <= path.size();) {
      auto const end = std::min(path.find('/', at), path.size());
      auto const name = path.substr(at, end - at);
      if (name == "..") {
        if (!folders.empty()) folders.pop_back();
      } else if (!name.empty() && name != ".") {
        folders.push_back(name);
      }
      at = end + 1;
    }
  };
  if (!target.starts_with('/'))
    push_all(source_part.substr(0, source_part.rfind('/') == std::string_view::npos ? 0 : source_part.rfind('/')));
  push_all(target);
  return fmt::format("{}", fmt::join(folders, "/"));
}

// "word/document.xml" → "word/_rels/document.xml.rels".
std::string relationships_of(std::string_view part) {
  auto const slash = part.rfind('/');
  auto const folder = slash == std::string_view::npos ? std::string_view{} : part.substr(0, slash + 1);
  return fmt::format("{}_rels/{}.rels", folder, part.substr(folder.size()));
}

struct Relationship {
  std::string id, kind, target;  // kind: the last word of its type, the same in the transitional and the strict form
};

std::vector<Relationship> relationships(XmlPart const& part, std::string_view source_part) {
  std::vector<Relationship> out;
  for (auto const node : part.root().children("Relationship")) {
    if (std::string_view(node.attribute("TargetMode").value()) == "External") continue;
    std::string_view const type = node.attribute("Type").value();
    out.push_back({node.attribute("Id").value(), std::string(type.substr(type.rfind('/') + 1)),
                   resolved(source_part, node.attribute("Target").value())});
  }
  return out;
}

// By what is called the main part, of [Content_Types].xml.
std::string content_type_of(XmlPart const& types, std::string_view part) {
  auto const extension = part.substr(std::min(part.rfind('.'), part.size() - 1) + 1);
  std::string_view by_extension;
  for (auto const node : types.root().children()) {
    std::string_view const name = node.name(), type = node.attribute("ContentType").value();
    if (name == "Override" && std::string_view(node.attribute("PartName").value()) == "/" + std::string(part)) return std::string(type);
    if (name == "Default" && std::string_view(node.attribute("Extension").value()) == extension) by_extension = type;
  }
  return std::string(by_extension);
}

// A ZIP file that is no Word document: by what lies in it.
ReadError other_zip(Zip const& zip) {
  Budget small{4096};
  auto const mime = zip.part("mimetype", small);
  if (auto const* text = std::get_if<std::string>(&mime)) {
    if (text->find("opendocument.text") != std::string::npos)
      return not_text("tài liệu OpenDocument (.odt)", "an OpenDocument text (.odt)", true);
    if (text->find("opendocument") != std::string::npos) return not_text("tệp OpenDocument", "an OpenDocument file", true);
    if (text->find("epub") != std::string::npos) return not_text("sách điện tử EPUB", "an EPUB book", true);
  }
  if (zip.has_below("xl/")) return not_text("bảng tính Excel (.xlsx)", "an Excel workbook (.xlsx)", true);
  if (zip.has_below("ppt/")) return not_text("bản trình chiếu PowerPoint (.pptx)", "a PowerPoint presentation (.pptx)", true);
  return not_text("tệp nén ZIP", "a ZIP archive", false);
}

struct MainPart {
  std::string name;
};

// Where the main part of a Word document is; an error for all other packages.
std::variant<MainPart, ReadError> find_main(Zip const& zip, Budget& budget) {
  if (!zip.has("[Content_Types].xml") || !zip.has("_rels/.rels")) {
    if (zip.has("word/document.xml")) return MainPart{"word/document.xml"};  // Word would mend it: everything is there but the signposts
    return other_zip(zip);
  }
  auto types = read_part(zip, "[Content_Types].xml", budget);
  if (auto* error = std::get_if<ReadError>(&types)) return std::move(*error);
  auto roots = read_part(zip, "_rels/.rels", budget);
  if (auto* error = std::get_if<ReadError>(&roots)) return std::move(*error);
  for (auto const& [id, kind, target] : relationships(std::get<XmlPart>(roots), "")) {
    if (kind != "officeDocument") continue;
    auto const type = content_type_of(std::get<XmlPart>(types), target);
    auto const has = [&](std::string_view word) { return type.find(word) != std::string::npos; };
    if (has("spreadsheetml") || has("ms-excel")) return not_text("bảng tính Excel (.xlsx)", "an Excel workbook (.xlsx)", true);
    if (has("presentationml") || has("ms-powerpoint"))
      return not_text("bản trình chiếu PowerPoint (.pptx)", "a PowerPoint presentation (.pptx)", true);
    return MainPart{target};
  }
  return other_zip(zip);
}

XmlPart* slot(Package& package, Relationship const& relationship) {
  auto const& kind = relationship.kind;
  if (kind == "styles") return &package.styles;
  if (kind == "numbering") return &package.numbering;
  if (kind == "theme") return &package.theme;
  if (kind == "settings") return &package.settings;
  if (kind == "footnotes") return &package.footnotes;
  if (kind == "endnotes") return &package.endnotes;
  if (kind == "header" || kind == "footer") return &package.edges[relationship.id];
  return nullptr;
}

}  // namespace

std::uint64_t memory_for(std::uint64_t size, std::uint64_t max_memory) {
  if (max_memory != 0) return max_memory;
  return std::clamp(size * 20, least_memory, most_memory);
}

ReadError too_large() {
  return {"too-large", "tài liệu Word cần nhiều bộ nhớ hơn mức cho phép khi giải nén; nếu tin tệp này, hãy đặt --max-memory cao hơn",
          "the Word document takes more memory unpacked than it may; if you trust the file, set a higher --max-memory"};
}

bool is_zip(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }

bool is_encrypted_package(std::string_view bytes) {
  constexpr std::string_view name("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);  // of a stream, UTF-16
  return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") && bytes.find(name) != std::string_view::npos;
}

ReadError encrypted_error() {
  return {"encrypted", "tài liệu Word được đặt mật khẩu; hãy bỏ mật khẩu rồi kiểm tra lại",
          "the Word document is protected by a password; remove it and check again"};
}

std::variant<Package, ReadError> open_package(std::string_view bytes, std::uint64_t max_memory) {
  auto opened = Zip::open(bytes);
  if (auto const* problem = std::get_if<ZipProblem>(&opened)) {
    if (*problem == ZipProblem::no_library) return error_of(*problem, {});
    if (auto other = other_zip_by_names(bytes)) return *std::move(other);
    return ReadError{"damaged", "tệp nén ZIP (.docx) hỏng hoặc bị cắt cụt", "the ZIP file (.docx) is damaged or cut short"};
  }
  auto const& zip = std::get<Zip>(opened);
  Package package;
  package.budget.left = memory_for(bytes.size(), max_memory);
  auto found = find_main(zip, package.budget);
  if (auto* error = std::get_if<ReadError>(&found)) return std::move(*error);
  auto const& main = std::get<MainPart>(found).name;
  auto part = read_part(zip, main, package.budget);
  if (auto* error = std::get_if<ReadError>(&part)) return std::move(*error);
  package.main = std::get<XmlPart>(std::move(part));
  if (std::string_view(package.main.root().name()) != "w:document" || !package.main.root().child("w:body"))
    return damaged(main, "không phải văn bản Word", "is not a Word text");

  auto const links = relationships_of(main);
  if (!zip.has(links)) return package;
  auto related = read_part(zip, links, package.budget);
  if (auto* error = std::get_if<ReadError>(&related)) return std::move(*error);
  for (auto const& relationship : relationships(std::get<XmlPart>(related), main)) {
    auto* const place = slot(package, relationship);
    if (place == nullptr || place->document != nullptr || !zip.has(relationship.target)) continue;  // Word does without it
    auto one = read_part(zip, relationship.target, package.budget);
    if (auto* error = std::get_if<ReadError>(&one)) return std::move(*error);
    *place = std::get<XmlPart>(std::move(one));
  }
  return package;
}

}  // namespace vanthu::docx
