// What a comment for this program says: which rules, why, until when.
//
//   directive := verb code { "," code } [ until date ] ":" reason
//   verb      := "allow" | "allow-file" | "bỏ qua" | "bỏ qua cả tệp"
//   until     := "until" | "đến"
//   date      := "2026-12-31" | "31/12/2026"
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vanthu/date.hpp"
#include "vanthu/span.hpp"

namespace vanthu {

enum class DirectiveProblem : std::uint8_t {
  none,
  form,    // a word that fits nowhere
  code,    // no code where one is needed
  date,    // no date
  reason,  // nothing stands behind a colon
};

struct DirectiveCode {
  std::string name;
  Span span;  // in the directive's text
};

struct ParsedDirective {
  bool whole_file = false;
  std::vector<DirectiveCode> codes;
  std::string reason;
  std::optional<Date> until;
  Span until_span;  // the date
  DirectiveProblem problem = DirectiveProblem::none;
  Span problem_span;  // the word that is wrong; empty where something is missing
};

// `text` as Directive::text has it. Reads up to the first problem; what stands before it is filled in.
ParsedDirective parse_directive(std::string_view text);

}  // namespace vanthu
