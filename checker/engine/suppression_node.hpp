// What rules see of a suppression: one node for each rule that it names, one for the whole where it is malformed or expired.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "vanthu/date.hpp"
#include "vanthu/span.hpp"
#include "vanthu/suppression.hpp"

namespace vanthu {

struct SuppressionNode {
  std::string_view state;    // used, unused, unjudged (its rules did not run), unknown (no such rule), expired, malformed
  std::string_view problem;  // of a malformed one: form, code, date, reason
  std::string text;          // the part of it that the node is about, as written
  std::string code;
  std::string nearest;  // of an unknown one: a rule that was perhaps meant
  std::string reason;
  std::optional<Date> until;
  SuppressionOrigin origin = SuppressionOrigin::comment;
  bool whole_file = false;
  Span place;                               // in the text; of a comment the empty place beside it
  std::optional<SourceRange> outside_text;  // of a comment: where it stands
};

}  // namespace vanthu
