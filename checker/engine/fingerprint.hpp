// What a finding is known by in another run: in a baseline, in SARIF and code-quality reports.
#pragma once
#include <string>
#include <vector>

#include "vanthu/diagnostic.hpp"
#include "vanthu/document.hpp"

namespace vanthu {

// Sets Diagnostic::fingerprint of each: made of the rule, the text that is marked, the three words on either side of it in its block, and
// which of those alike in all that it is. So it stays when text elsewhere changes, moves, comes or goes, whatever the file is called and
// however its letters are stored; no two of one document are the same. `diagnostics` are in order() (evaluate.hpp), of this document.
void set_fingerprints(Document const& document, std::vector<Diagnostic>& diagnostics);

// 16 hexadecimal digits.
std::string fingerprint_text(std::uint64_t fingerprint);

}  // namespace vanthu
