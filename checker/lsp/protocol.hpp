// The values of LSP 3.17 that we speak of, as plain structs. JSON is the business of wire/ alone.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace vanthu::lsp {

// Both count from 0; `character` in the units of the encoding that was agreed on.
struct TextPosition {
  std::uint32_t line = 0;
  std::uint32_t character = 0;
  friend constexpr auto operator<=>(TextPosition, TextPosition) = default;
};
struct TextRange {
  TextPosition start, end;
  friend constexpr bool operator==(TextRange, TextRange) = default;
};

struct Location {
  std::string uri;
  TextRange range;
};

struct TextEdit {
  TextRange range;
  std::string text;
};

enum class DiagnosticTag : std::uint8_t { unnecessary = 1, deprecated = 2 };

struct RelatedLocation {
  Location at;
  std::string message;
};

struct Finding {
  TextRange range;
  int severity = 1;  // 1 error, 2 warning, 3 information
  std::string code, message;
  std::vector<DiagnosticTag> tags;
  std::vector<RelatedLocation> related;
  std::string name;         // of the rule; goes into `data`, as do
  std::string fingerprint;  // these, so that a client can tell findings from one version of a document to the next
  friend bool operator==(Finding const&, Finding const&) = default;
};
inline bool operator==(Location const& a, Location const& b) { return a.uri == b.uri && a.range == b.range; }
inline bool operator==(RelatedLocation const& a, RelatedLocation const& b) { return a.at == b.at && a.message == b.message; }

// Something the client can do: edits, or a command with text arguments.
struct Command {
  std::string title, command;
  std::vector<std::string> arguments;
};
struct CodeAction {
  std::string title, kind;
  std::optional<Finding> finding;  // that it is for
  bool preferred = false;
  std::vector<TextEdit> edits;  // of the document that was asked about
  std::optional<Command> command;
};

struct Hover {
  std::string markdown;
  TextRange range;
};

struct Symbol {
  std::string name, detail;
  int kind = 15;  // SymbolKind
  TextRange range, selection;
  std::vector<Symbol> children;
};

struct Folding {
  std::uint32_t first_line = 0, last_line = 0;
  bool comment = false;
};

struct Completion {
  std::string label, detail, documentation;
  int kind = 1;      // CompletionItemKind
  TextRange range;   // what `text` replaces
  std::string text;  // to stand there
  std::string sort, filter;
};

}  // namespace vanthu::lsp
