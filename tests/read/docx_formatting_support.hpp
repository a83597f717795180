// What Formatting makes of XML, as short lines.
#pragma once
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "read/docx/formatting.hpp"

namespace vanthu::test {

// Insides of the parts' root elements; `theme` inside a:themeElements.
struct FormattingInput {
  std::string_view body;
  std::string_view styles = {};
  std::string_view numbering = {};
  std::string_view theme = {};
  std::string_view settings = {};
};

// One line for each w:p in the body, those in tables included: its label in brackets, what of its format is not as when nothing is said,
// and for each stretch of text in one format the same: `[a)·] justify left 720 first -360 | Arial 13pt bold: text`. `·` is a space after
// the label, `→` a tab.
std::string formatted(FormattingInput const& input);

// The same of parts that are parsed already.
std::string formatted(docx::FormattingParts const& parts, pugi::xml_node body);

}  // namespace vanthu::test
