// From a Fix, whose edits are places in Document::text, to the bytes of the file that must change.
#pragma once
#include <variant>
#include <vector>

#include "fix/source_writer.hpp"
#include "vanthu/fix.hpp"

namespace vanthu {

struct Plan {
  std::vector<Edit> text;          // what changes in Document::text: no more than differs; ascending, apart
  std::vector<SourceEdit> source;  // what changes in the file; likewise. Not empty
};

// Marks, comments and line ends that the reader took out of the text stay as they are: where they stand between what an edit would replace,
// the fix is refused. An edit that leaves its text as it is (of an anomaly) writes that text over what the file has for it.
std::variant<Plan, Refusal> plan(Document const& document, Fix const& fix, SourceWriter& writer);

}  // namespace vanthu
