// Bytes in, Document out.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "vanthu/document.hpp"

namespace vanthu {

// Why bytes are not a text document. `kind` is what JSON prints: "invalid-utf8", "invalid-utf16", "binary", "empty", "too-large",
// "unreadable", "unsupported-format", "encrypted" (a password), "damaged" (a DOCX that is cut short or broken), "configuration" (check()
// has no rules for it).
struct ReadError {
  std::string kind;
  std::string message_vi;  // lower case, no full stop; names line and column where that helps
  std::string message_en;
};

struct ReadOptions {
  // Bytes of memory that unpacking a DOCX may take; 0: 20 times the size of the file, at least 64 MiB, at most 512 MiB.
  std::uint64_t max_memory = 0;
};

// Reads one document. Bytes that are a DOCX are read as one whatever the name; else `name` decides the format by its extension (.md,
// .markdown: Markdown; everything else: text). It is used for nothing else. UTF-8 with or without BOM, UTF-16 with BOM (or recognizable
// without), windows-1258, TCVN3 or VNI where the bytes read as Vietnamese in it; text typed for TCVN3 or VNI fonts in any of them. Never
// throws; a malformed document is still a Document.
std::variant<Document, ReadError> read(std::string_view bytes, std::string_view name, ReadOptions const& options = {});

struct ReadInput {
  std::string_view bytes, name;
};

// What read() gives for each, in their order. Takes all through one step before the next, which small documents gain by: the code of the
// step, and what the processor has learned of its branches, serve all of them.
std::vector<std::variant<Document, ReadError>> read(std::span<ReadInput const> inputs, ReadOptions const& options = {});

}  // namespace vanthu
