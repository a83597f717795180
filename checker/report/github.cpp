// Workflow commands of GitHub Actions: one line a finding, which becomes an annotation of the pull request. Suppressed findings are left
// out. A DOCX has no lines to annotate: the message names the paragraph.
#include <fmt/format.h>

#include "report/places.hpp"
#include "report/renderer.hpp"

namespace vanthu::report {
namespace {

// What would end the message, or in a property also the property.
std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (auto const c : text) {
    if (c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ',')))
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    else
      out += c;
  }
  return out;
}

std::string_view command(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::info: return "notice";
  }
  return {};
}

// GitHub takes columns only of a range within one line.
std::string region(Document const& document, Place place) {
  if (document.format == Format::docx) return {};
  if (place.begin.line != place.end.line) return fmt::format(",line={},endLine={}", place.begin.line, place.end.line);
  return fmt::format(",line={},endLine={},col={},endColumn={}", place.begin.line, place.end.line, place.begin.column, place.end.column);
}

std::string line(Setting const& setting, Entry const& entry, Diagnostic const& d) {
  auto const& document = entry.checked.document;
  return fmt::format("::{} file={}{},title={}::{}\n", command(d.severity), escaped(relative_name(setting, document.name), true),
                     region(document, place_of(document, source_range(document, d))), escaped(d.code + " " + d.name, true),
                     escaped(placed_message(document, d, entry.language), false));
}

}  // namespace

Renderer const github_renderer{.name = "github",
                               .entry =
                                   [](Setting const& setting, Entry const& entry) {
                                     std::string out;
                                     for (auto const& d : entry.checked.diagnostics)
                                       if (!d.suppressed) out += line(setting, entry, d);
                                     return out;
                                   },
                               .unread =
                                   [](Setting const& setting, Unread const& unread) {
                                     return fmt::format(
                                         "::error file={},title={}::{}\n", escaped(relative_name(setting, unread.name), true),
                                         escaped(unread.error.kind, true), escaped(words(unread.error, setting.text.language), false));
                                   }};

}  // namespace vanthu::report
