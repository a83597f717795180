// Findings for people on a terminal: header line, excerpt with carets, clause, fix; and the closing summary.
#pragma once
#include <cstddef>
#include <string>

#include "vanthu/check.hpp"

namespace vanthu::report {

struct TextStyle {
  Language language = Language::vi;
  bool color = false;
  std::size_t width = 100;  // columns of the terminal
  bool show_suppressed = false;
};

// What all inputs of one run came to.
struct Totals {
  int files = 0;  // read and judged
  int errors = 0;
  int warnings = 0;
  int infos = 0;
  int unreadable = 0;
  int suppressed = 0;  // findings, which count nowhere else
  RuleCounts rules;    // added up over the files
};

void add(Totals& totals, Checked const& checked);
void add(Totals& totals, Totals const& more);

// All findings of one document, each followed by a blank line; empty when there are none. Suppressed ones only where the style says so.
std::string text(Checked const& checked, TextStyle const& style);

// Three lines at most: findings by severity and files; findings suppressed; rules evaluated, not evaluated, not applicable.
std::string summary(Totals const& totals, TextStyle const& style);

}  // namespace vanthu::report
