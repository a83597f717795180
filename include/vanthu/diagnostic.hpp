// What a rule answers: plain data.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vanthu/span.hpp"
#include "vanthu/suppression.hpp"

namespace vanthu {

enum class Severity : std::uint8_t { info, warning, error };  // ascending
enum class Language : std::uint8_t { vi, en };
enum class Safety : std::uint8_t { safe, review };
enum class Stage : std::uint8_t { draft, issued };
std::string_view to_string(Severity severity);
std::string_view to_string(Safety safety);

struct Related {
  Span span;
  std::string message;
};

struct Edit {
  Span span;  // in Document::text; empty = insertion
  std::string text;
};

struct Fix {
  std::string title;
  Safety safety = Safety::review;
  std::vector<Edit> edits;  // ascending, not overlapping
};

// The clause a rule stands on, resolved from rules/sources.toml.
struct Basis {
  std::string source;  // "Nghị định số 30/2020/NĐ-CP"
  std::string clause;  // "Phụ lục I, Phần I, Mục II, khoản 6"
  std::string force;   // "mandatory", "usual", "template", "custom"
};

struct Diagnostic {
  std::string code;  // "VD103"
  std::string name;  // "missing-type-symbol"
  Severity severity = Severity::warning;
  std::string message;  // in the language asked for
  Span span;            // empty: something is missing here
  Basis basis;
  std::vector<Related> related;
  std::vector<Fix> fixes;
  // Where it stands in the file when that is no part of the text (a comment); `span` is the empty place beside it then.
  std::optional<SourceRange> outside_text = std::nullopt;
  // Set: someone said with a reason that it may stay. It is listed, but does not count.
  std::optional<Suppressed> suppressed = std::nullopt;
  std::uint64_t fingerprint = 0;  // what it is known by in another run: engine/fingerprint.hpp
};

}  // namespace vanthu
