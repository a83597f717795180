// Checkstyle XML: an element for each file, one in it for each finding. Suppressed findings are left out. Columns are code points; in a
// DOCX a line is a paragraph, which the message names.
#include <fmt/format.h>

#include "report/json.hpp"
#include "report/places.hpp"
#include "report/renderer.hpp"

namespace vanthu::report {
namespace {

std::string entry(Setting const& setting, Entry const& entry) {
  auto const& document = entry.checked.document;
  std::string out = fmt::format("<file name=\"{}\">\n", xml(relative_name(setting, document.name)));
  for (auto const& d : entry.checked.diagnostics) {
    if (d.suppressed) continue;
    auto const at = document.position(source_range(document, d).begin);
    out += fmt::format("<error line=\"{}\" column=\"{}\" severity=\"{}\" message=\"{}\" source=\"vanthu.{}\"/>\n", at.line, at.column,
                       to_string(d.severity), xml(placed_message(document, d, entry.language)), xml(d.code));
  }
  return out + "</file>\n";
}

}  // namespace

Renderer const checkstyle_renderer{
    .name = "checkstyle",
    .head =
        [](Setting const&, Run const&) {
          return fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"vanthu {}\">\n", version());
        },
    .entry = entry,
    .unread =
        [](Setting const& setting, Unread const& unread) {
          return fmt::format("<file name=\"{}\">\n<error line=\"1\" severity=\"error\" message=\"{}\" source=\"vanthu.{}\"/>\n</file>\n",
                             xml(relative_name(setting, unread.name)), xml(words(unread.error, setting.text.language)),
                             xml(unread.error.kind));
        },
    .tail = [](Setting const&, Run const&) { return std::string("</checkstyle>\n"); }};

}  // namespace vanthu::report
