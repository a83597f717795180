#include "read/binary.hpp"

#include <fmt/format.h>

#include <string>

namespace vanthu {

ReadError not_text(std::string_view what_vi, std::string_view what_en, bool can_be_saved) {
  return {"binary",
          fmt::format("đây là {}, không phải tệp văn bản{}", what_vi,
                      can_be_saved ? "; hãy lưu thành .docx, .txt hoặc .md rồi kiểm tra lại" : ""),
          fmt::format("this is {}, not a text file{}", what_en, can_be_saved ? "; save it as .docx, .txt or .md and check again" : "")};
}

std::optional<ReadError> other_zip_by_names(std::string_view bytes) {
  auto const head = bytes.substr(0, 65536);
  auto const has = [&](std::string_view name) { return head.find(name) != std::string_view::npos; };
  if (has("vnd.oasis.opendocument")) return not_text("tài liệu OpenDocument (.odt)", "an OpenDocument file (.odt)", true);
  if (has("xl/")) return not_text("bảng tính Excel (.xlsx)", "an Excel workbook (.xlsx)", true);
  if (has("ppt/")) return not_text("bản trình chiếu PowerPoint (.pptx)", "a PowerPoint presentation (.pptx)", true);
  if (has("word/") || has("[Content_Types].xml")) return std::nullopt;
  return not_text("tệp nén ZIP", "a ZIP archive", false);
}

std::optional<ReadError> known_binary(std::string_view bytes) {
  if (bytes.starts_with("%PDF-")) return not_text("tệp PDF", "a PDF file", true);
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
    return not_text("tài liệu Word, Excel hoặc PowerPoint kiểu cũ (.doc, .xls, .ppt)",
                    "an old Word, Excel or PowerPoint file (.doc, .xls, .ppt)", true);
  if (bytes.starts_with("{\\rtf")) return not_text("tài liệu RTF (.rtf)", "a Rich Text document (.rtf)", true);
  if (bytes.starts_with("\x89PNG\r\n") || bytes.starts_with("\xFF\xD8\xFF") || bytes.starts_with("GIF8") ||
      bytes.starts_with(std::string_view("II*\0", 4)) || bytes.starts_with(std::string_view("MM\0*", 4)) ||
      (bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP"))
    return not_text("tệp ảnh", "an image", false);
  if (bytes.starts_with("\x1F\x8B")) return not_text("tệp nén gzip", "a gzip archive", false);
  return std::nullopt;
}

ReadError binary_error(std::string_view bytes) {
  auto const offset = bytes.find('\0');
  return {"binary", fmt::format("tệp chứa byte 0x00 (ở byte {}), không phải tệp văn bản", offset),
          fmt::format("the file holds a byte 0x00 (at byte {}): it is not a text file", offset)};
}

}  // namespace vanthu
