// Open documents and what is known of each: its text, and what check() says of it once somebody asks.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/policy.hpp"
#include "lsp/machine.hpp"
#include "lsp/text_buffer.hpp"
#include "vanthu/check.hpp"

namespace vanthu::lsp {

// What came of checking one version of a text.
struct Analysis {
  std::variant<Checked, ReadError> result;
  std::shared_ptr<Policy const> policy;  // by which it was judged; null where it could not be
  Judgement judgement;

  Checked const* checked() const { return std::get_if<Checked>(&result); }
  Language language(Language otherwise) const { return policy ? policy->options.language : otherwise; }
};

// `name` decides the format, `path` (empty: no file) by what it is judged.
Analysis analyze(std::string_view bytes, std::string const& name, std::string const& path, Machine const& machine);

struct OpenDocument {
  std::string uri, path, name;
  std::int64_t version = 0;
  TextBuffer buffer;
  std::shared_ptr<Analysis const> analysis;  // of this text; null: not asked for since it changed
  bool told = false;                         // the client has the findings of this text
};

// Of this text, made where it is not there yet.
Analysis const& analysis_of(OpenDocument& document, Machine const& machine);

// How a document is called: its path; one in no file by its URI, with an ending that says what its language is.
std::string name_of(std::string const& uri, std::string const& path, std::string_view language);

// A place in the file → the place in Document::text that came of it; of what is no part of the text the place behind it.
std::uint32_t text_offset(SourceMap const& map, std::uint32_t source_offset);

}  // namespace vanthu::lsp
