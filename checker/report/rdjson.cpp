// The Reviewdog Diagnostic Format, rdjson: a DiagnosticResult. Columns count bytes of UTF-8 from 1, ends are exclusive. Suppressed findings
// are left out. A DOCX has no lines: there the message names the paragraph, and nothing is suggested.
#include <fmt/format.h>

#include "fix/plan.hpp"
#include "report/json.hpp"
#include "report/places.hpp"
#include "report/renderer.hpp"

namespace vanthu::report {
namespace {

constexpr std::uint32_t longest_suggestion = 1000;  // bytes

std::string_view severity(Severity severity) {
  switch (severity) {
    case Severity::error: return "ERROR";
    case Severity::warning: return "WARNING";
    case Severity::info: return "INFO";
  }
  return {};
}

std::string range(Utf8Columns const& columns, SourceRange range) {
  auto const [first_line, first] = columns.at(range.begin);
  auto const [last_line, last] = columns.at(range.end);
  return fmt::format(R"({{"start":{{"line":{},"column":{}}},"end":{{"line":{},"column":{}}}}})", first_line, first, last_line, last);
}

// Suggestions are applied one by one: a fix is one only where all that it changes stands near each other on one line, and then as one
// range.
std::string suggestions(Document const& document, Diagnostic const& d, Utf8Columns const& columns, SourceWriter& writer) {
  std::string out;
  for (auto const& fix : d.fixes) {
    auto const planned = plan(document, fix, writer);
    auto const* made = std::get_if<Plan>(&planned);
    if (made == nullptr) continue;
    SourceRange const whole{made->source.front().range.begin, made->source.back().range.end};
    if (whole.end - whole.begin > longest_suggestion || document.position(whole.begin).line != document.position(whole.end).line) continue;
    std::string bytes;
    auto done = whole.begin;
    for (auto const& edit : made->source) {
      bytes += slice(document.source, Span{done, edit.range.begin});
      bytes += edit.bytes;
      done = edit.range.end;
    }
    out += fmt::format(R"({}{{"range":{},"text":{}}})", out.empty() ? "" : ",", range(columns, whole),
                       json_string(edit_text(document, bytes)));
  }
  return out.empty() ? out : fmt::format(",\"suggestions\":[{}]", out);
}

std::string entry(Setting const& setting, Entry const& entry) {
  auto const& document = entry.checked.document;
  auto const docx = document.format == Format::docx;
  auto const path = json_string(relative_name(setting, document.name));
  Utf8Columns const columns(document);
  SourceWriter writer(document);
  std::string out;
  for (auto const& d : entry.checked.diagnostics) {
    if (d.suppressed) continue;
    out += fmt::format(R"({}{{"message":{},"location":{{"path":{}{}}},"severity":"{}","code":{{"value":{}}}{}}})", out.empty() ? "" : ",\n",
                       json_string(placed_message(document, d, entry.language)), path,
                       docx ? "" : ",\"range\":" + range(columns, source_range(document, d)), severity(d.severity), json_string(d.code),
                       docx ? "" : suggestions(document, d, columns, writer));
  }
  return out;
}

}  // namespace

Renderer const rdjson_renderer{
    .name = "rdjson",
    .before_first = "\n",
    .between = ",\n",
    .after_last = "\n",
    .head = [](Setting const&, Run const&) { return std::string(R"({"source":{"name":"vanthu"},"diagnostics":[)"); },
    .entry = entry,
    .unread =
        [](Setting const& setting, Unread const& unread) {
          return fmt::format(R"({{"message":{},"location":{{"path":{}}},"severity":"ERROR","code":{{"value":{}}}}})",
                             json_string(words(unread.error, setting.text.language)), json_string(relative_name(setting, unread.name)),
                             json_string(unread.error.kind));
        },
    .tail = [](Setting const&, Run const&) { return std::string("]}\n"); }};

}  // namespace vanthu::report
