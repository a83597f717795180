// GitLab Code Quality: an array of issues (a part of the Code Climate format). Suppressed findings are left out. GitLab tells issues apart
// by the fingerprint alone, so that here it is made of the name of the file too. In a DOCX lines are paragraphs, which the description
// names.
#include <fmt/format.h>

#include "engine/fingerprint.hpp"
#include "report/json.hpp"
#include "report/places.hpp"
#include "report/renderer.hpp"

namespace vanthu::report {
namespace {

std::string_view severity(Severity severity) {
  switch (severity) {
    case Severity::error: return "major";
    case Severity::warning: return "minor";
    case Severity::info: return "info";
  }
  return {};
}

std::uint64_t mixed(std::uint64_t fingerprint, std::string_view name) {
  for (auto const c : name) fingerprint = (fingerprint ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return fingerprint;
}

std::string issue(std::string_view description, std::string_view check, std::uint64_t fingerprint, std::string_view severity,
                  std::string const& path, Place place) {
  return fmt::format(
      R"({{"type":"issue","description":{},"check_name":{},"fingerprint":"{}","severity":"{}","categories":["Style"],)"
      R"("location":{{"path":{},"lines":{{"begin":{},"end":{}}},"positions":{{"begin":{{"line":{},"column":{}}},"end":{{"line":{},"column":{}}}}}}}}})",
      json_string(description), json_string(check), fingerprint_text(mixed(fingerprint, path)), severity, json_string(path),
      place.begin.line, place.end.line, place.begin.line, place.begin.column, place.end.line, place.end.column);
}

std::string entry(Setting const& setting, Entry const& entry) {
  auto const& document = entry.checked.document;
  auto const path = relative_name(setting, document.name);
  std::string out;
  for (auto const& d : entry.checked.diagnostics) {
    if (d.suppressed) continue;
    if (!out.empty()) out += ",\n";
    out += issue(fmt::format("{}: {}", d.code, placed_message(document, d, entry.language)), d.code + "-" + d.name, d.fingerprint,
                 severity(d.severity), path, place_of(document, source_range(document, d)));
  }
  return out;
}

}  // namespace

Renderer const gitlab_renderer{.name = "gitlab",
                               .before_first = "\n",
                               .between = ",\n",
                               .after_last = "\n",
                               .head = [](Setting const&, Run const&) { return std::string("["); },
                               .entry = entry,
                               .unread =
                                   [](Setting const& setting, Unread const& unread) {
                                     return issue(words(unread.error, setting.text.language), unread.error.kind, 0, "blocker",
                                                  relative_name(setting, unread.name), {});
                                   },
                               .tail = [](Setting const&, Run const&) { return std::string("]\n"); }};

}  // namespace vanthu::report
