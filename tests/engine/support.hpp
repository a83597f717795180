// Packs, documents and facts for the engine's tests, made by hand: nothing here reads or recognizes.
#pragma once
#include <stdexcept>
#include <string>
#include <string_view>

#include "engine/evaluate.hpp"
#include "engine/load.hpp"
#include "text/word_index.hpp"
#include "vanthu/check.hpp"

namespace vanthu::test {

inline constexpr std::string_view pack_header = "[pack]\nname = \"p\"\ntitle = { vi = \"gói\", en = \"pack\" }\n";

// A pack that starts with the header above. Throws its errors when there are any.
inline RuleSet rules(std::string_view toml) {
  auto loaded = load_packs({{"p.toml", std::string(pack_header) + std::string(toml)}});
  if (auto const* errors = std::get_if<std::vector<PackError>>(&loaded)) {
    std::string all;
    for (auto const& error : *errors) all += to_text(error);
    throw std::runtime_error(all);
  }
  return std::get<RuleSet>(std::move(loaded));
}

// Each line of `text` is a block.
inline Document lines(std::string text) {
  Document document;
  if (!text.ends_with('\n')) text += '\n';
  std::uint32_t begin = 0;
  for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n', begin)) {
    Block block;
    block.span = {begin, static_cast<std::uint32_t>(at)};
    document.blocks.push_back(block);
    begin = static_cast<std::uint32_t>(at) + 1;
  }
  document.text = std::move(text);
  document.words = index_words(document.text);
  return document;
}

// Where `part` stands first.
inline Span find(Document const& document, std::string_view part) {
  auto const at = document.text.find(part);
  if (at == std::string::npos) throw std::runtime_error("not in the text: " + std::string(part));
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + part.size())};
}

inline CheckOptions in_english() {
  CheckOptions options;
  options.language = Language::en;
  options.today = {2024, 6, 15};
  return options;
}

// One line a diagnostic: code "what is marked": message {related} [fix: text after it]. A mark without extent is written 12^.
inline std::string dump(Document const& document, Evaluated const& evaluated) {
  auto const mark = [&](Span span) {
    return span.empty() ? std::to_string(span.begin) + "^" : "\"" + std::string(slice(document.text, span)) + "\"";
  };
  std::string out;
  for (auto const& d : evaluated.diagnostics) {
    out += d.code + " " + mark(d.span) + ": " + d.message;
    for (auto const& r : d.related) out += " {" + mark(r.span) + ": " + r.message + "}";
    for (auto const& f : d.fixes) {
      auto text = document.text;
      for (auto edit = f.edits.rbegin(); edit != f.edits.rend(); ++edit) text.replace(edit->span.begin, edit->span.size(), edit->text);
      out += " [" + std::string(to_string(f.safety)) + ": " + f.title + " => " + text.substr(0, text.size() - 1) + "]";
    }
    out += "\n";
  }
  return out;
}

}  // namespace vanthu::test
