#include "vanthu/read.hpp"

#include <limits>
#include <string>
#include <utility>

#include "read/blocks.hpp"
#include "read/comments.hpp"
#include "read/decode.hpp"
#include "read/docx/docx.hpp"
#include "read/docx/package.hpp"
#include "read/furniture.hpp"
#include "read/markup.hpp"
#include "read/source_text.hpp"
#include "text/unicode.hpp"
#include "text/word_index.hpp"

namespace vanthu {
namespace {

constexpr std::size_t max_size = 256U << 20U;  // places are 32 bits wide; no draft comes near

Format format_of(std::string_view name) {
  auto const dot = name.rfind('.');
  auto const extension = dot == std::string_view::npos ? std::string{} : to_lower(name.substr(dot));
  return extension == ".md" || extension == ".markdown" ? Format::markdown : Format::text;
}

}  // namespace

std::variant<Document, ReadError> read(std::string_view bytes, std::string_view name, ReadOptions const& options) {
  if (bytes.size() > max_size) return ReadError{"too-large", "tệp lớn hơn 256 MiB", "the file is larger than 256 MiB"};
  if (docx::is_zip(bytes)) return docx::read_docx(bytes, name, options);
  if (docx::is_encrypted_package(bytes)) return docx::encrypted_error();
  auto decoded = decode(bytes);
  if (auto* error = std::get_if<ReadError>(&decoded)) return std::move(*error);
  auto& [encoding, font_texts, text] = std::get<Decoded>(decoded);

  Document document;
  document.name = name;
  document.format = format_of(name);
  document.encoding = encoding;
  document.font_texts = std::move(font_texts);
  text = take_out_comments(std::move(text), document.format, document.directives);
  auto lines = take_out_markup(std::move(text), document.format);
  drop_page_furniture(lines);
  auto paragraphs = build_paragraphs(lines);
  if (paragraphs.blocks.empty()) return ReadError{"empty", "tệp không có nội dung", "the file has no content"};
  document.text = std::move(paragraphs.text.text);
  document.map = std::move(paragraphs.text.map);
  document.anomalies = std::move(paragraphs.text.anomalies);
  document.blocks = std::move(paragraphs.blocks);
  document.words = index_words(document.text);
  document.source = bytes;
  document.line_starts = find_line_starts(bytes, encoding);
  document.code_point_counts = count_code_points(bytes, encoding);
  if (!document.directives.empty()) place_directives(document);
  return document;
}

}  // namespace vanthu
