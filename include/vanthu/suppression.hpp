// A finding that someone decided to leave as it is: where that is written, what it names, and why.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vanthu/date.hpp"

namespace vanthu {

enum class SuppressionOrigin : std::uint8_t {
  comment,  // "<!-- vanthu: … -->" in the document itself
  sidecar,  // [[ignore]] of NAME.vanthu.toml beside the file NAME
  config,   // [[ignore]] of vanthu.toml
};
std::string_view to_string(SuppressionOrigin origin);  // "comment", "sidecar", "config"

struct Suppression {
  std::vector<std::string> codes;  // codes ("VD103"), prefixes of codes ("VD", "VD1") or names of rules ("missing-type-symbol")
  std::string reason;
  std::optional<Date> until;  // the last day on which it holds; complete
  std::string text;           // only findings at this text, in any normalization and spacing; empty: wherever they are
  SuppressionOrigin origin = SuppressionOrigin::config;
  // Where it is written: line and column from 1, columns in code points, of its table's first key. Together they tell it from all others.
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

// What became of one of Suppression::codes in one document.
struct CodeUse {
  bool known = false;   // a rule has it
  bool judged = false;  // the rules that it names ran, so that `used` says something
  bool used = false;    // a finding was suppressed by it
};

// What became of a suppression in one document: one CodeUse for each of its codes.
using SuppressionUse = std::vector<CodeUse>;

// In a diagnostic: who said that it may stay, and why.
struct Suppressed {
  SuppressionOrigin origin = SuppressionOrigin::config;
  std::string reason;
};

}  // namespace vanthu
