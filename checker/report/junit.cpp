// JUnit XML: a test suite for each file, a test case for each finding. A finding that makes the check fail is a failure, one below that
// level a case that passed and says so in its output, a suppressed one is skipped with its reason. A file without any has one case,
// "vanthu".
#include <fmt/format.h>

#include "report/json.hpp"
#include "report/places.hpp"
#include "report/renderer.hpp"

namespace vanthu::report {
namespace {

std::string basis(Diagnostic const& d) {
  if (d.basis.source.empty()) return {};
  return d.basis.clause.empty() ? "\n" + d.basis.source : fmt::format("\n{}, {}", d.basis.source, d.basis.clause);
}

std::string test_case(Entry const& entry, std::string const& name, Diagnostic const& d) {
  auto const& document = entry.checked.document;
  auto const at = document.position(source_range(document, d).begin);
  auto const place = place_text(document, at, entry.language);
  auto const text = xml(fmt::format("{} [{}] {}: {}{}", name, d.code, place, d.message, basis(d)));
  std::string inside;
  if (d.suppressed)
    inside = fmt::format("<skipped message=\"{}\"/>", xml(d.suppressed->reason));
  else if (d.severity >= entry.fail_on)
    inside = fmt::format("<failure type=\"{}\" message=\"{}\">{}</failure>", to_string(d.severity), xml(d.message), text);
  else
    inside = fmt::format("<system-out>{}: {}</system-out>", to_string(d.severity), text);
  return fmt::format("    <testcase name=\"{} {} ({})\" classname=\"{}\"{}>{}</testcase>\n", xml(d.code), xml(d.name), xml(place),
                     xml(name), document.format == Format::docx ? "" : fmt::format(" file=\"{}\" line=\"{}\"", xml(name), at.line), inside);
}

std::string entry(Setting const& setting, Entry const& entry) {
  auto const name = relative_name(setting, entry.checked.document.name);
  int failures = 0, skipped = 0;
  std::string cases;
  for (auto const& d : entry.checked.diagnostics) {
    if (d.suppressed) ++skipped;
    if (!d.suppressed && d.severity >= entry.fail_on) ++failures;
    cases += test_case(entry, name, d);
  }
  if (cases.empty()) cases = fmt::format("    <testcase name=\"vanthu\" classname=\"{}\"/>\n", xml(name));
  return fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\">\n{}  </testsuite>\n", xml(name),
                     std::max<std::size_t>(entry.checked.diagnostics.size(), 1), failures, skipped, cases);
}

std::string unread(Setting const& setting, Unread const& unread) {
  auto const name = xml(relative_name(setting, unread.name));
  auto const message = xml(words(unread.error, setting.text.language));
  return fmt::format(
      "  <testsuite name=\"{}\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">\n    <testcase name=\"vanthu\" classname=\"{}\">"
      "<error type=\"{}\" message=\"{}\">{}</error></testcase>\n  </testsuite>\n",
      name, name, xml(unread.error.kind), message, message);
}

}  // namespace

Renderer const junit_renderer{
    .name = "junit",
    .head = [](Setting const&,
               Run const&) { return std::string("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"vanthu\">\n"); },
    .entry = entry,
    .unread = unread,
    .tail = [](Setting const&, Run const&) { return std::string("</testsuites>\n"); }};

}  // namespace vanthu::report
