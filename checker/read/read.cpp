#include "vanthu/read.hpp"

#include <limits>
#include <string>
#include <utility>
#include <vector>

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

// A text on its way: each step fills in what the next one takes.
struct Reading {
  std::variant<Document, ReadError> result;
  MappedText text;
  Unmarked lines;
  Paragraphs paragraphs;
};

// Null where nothing more is to be done: of a DOCX, and where reading failed.
Document* begin(Reading& reading, ReadInput const& input, ReadOptions const& options) {
  auto const [bytes, name] = input;
  auto const ends_with = [&](std::variant<Document, ReadError> result) {
    reading.result = std::move(result);
    return nullptr;
  };
  if (bytes.size() > max_size) return ends_with(ReadError{"too-large", "tệp lớn hơn 256 MiB", "the file is larger than 256 MiB"});
  if (docx::is_zip(bytes)) return ends_with(docx::read_docx(bytes, name, options));
  if (docx::is_encrypted_package(bytes)) return ends_with(docx::encrypted_error());
  auto decoded = decode(bytes);
  if (auto* error = std::get_if<ReadError>(&decoded)) return ends_with(std::move(*error));
  auto& [encoding, font_texts, text] = std::get<Decoded>(decoded);
  auto& document = reading.result.emplace<Document>();
  document.name = name;
  document.format = format_of(name);
  document.encoding = encoding;
  document.font_texts = std::move(font_texts);
  document.source = bytes;
  reading.text = take_out_comments(std::move(text), document.format, document.directives);
  return &document;
}

}  // namespace

std::variant<Document, ReadError> read(std::string_view bytes, std::string_view name, ReadOptions const& options) {
  ReadInput const input{bytes, name};
  return std::move(read(std::span(&input, 1), options).front());
}

std::vector<std::variant<Document, ReadError>> read(std::span<ReadInput const> inputs, ReadOptions const& options) {
  std::vector<Reading> all(inputs.size());
  std::vector<std::pair<Reading*, Document*>> texts;
  for (std::size_t i = 0; i < inputs.size(); ++i)
    if (auto* document = begin(all[i], inputs[i], options)) texts.emplace_back(&all[i], document);
  for (auto const& [reading, document] : texts) {
    reading->lines = take_out_markup(std::move(reading->text), document->format);
    drop_page_furniture(reading->lines);
  }
  for (auto const& [reading, document] : texts) {
    reading->paragraphs = build_paragraphs(reading->lines);
    reading->lines = {};
  }
  for (auto const& [reading, document] : texts) {
    auto& [text, blocks] = reading->paragraphs;
    if (blocks.empty()) {
      reading->result = ReadError{"empty", "tệp không có nội dung", "the file has no content"};
      continue;
    }
    document->text = std::move(text.text);
    document->map = std::move(text.map);
    document->anomalies = std::move(text.anomalies);
    document->blocks = std::move(blocks);
    document->words = index_words(document->text);
    document->line_starts = find_line_starts(document->source, document->encoding);
    document->code_point_counts = count_code_points(document->source, document->encoding);
    if (!document->directives.empty()) place_directives(*document);
  }
  std::vector<std::variant<Document, ReadError>> out;
  out.reserve(all.size());
  for (auto& reading : all) out.push_back(std::move(reading.result));
  return out;
}

}  // namespace vanthu
