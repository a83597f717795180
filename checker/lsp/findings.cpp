#include "lsp/findings.hpp"

#include <algorithm>
#include <string_view>

#include "engine/fingerprint.hpp"
#include "text/column_units.hpp"

namespace vanthu::lsp {
namespace {

int severity_of(Severity severity) { return severity == Severity::error ? 1 : severity == Severity::warning ? 2 : 3; }

}  // namespace

Finding finding_of(Checked const& checked, Diagnostic const& d, std::string const& uri, TextBuffer const& buffer) {
  auto const& map = checked.document.map;
  Finding out;
  out.range = buffer.range(source_range(checked.document, d));
  out.severity = severity_of(d.severity);
  out.code = d.code;
  out.message = d.message;
  out.name = d.name;
  out.fingerprint = fingerprint_text(d.fingerprint);
  // A comment that suppresses nothing can go.
  if (d.name == "unused-suppression") out.tags.push_back(DiagnosticTag::unnecessary);
  for (auto const& related : d.related) out.related.push_back({{uri, buffer.range(map.to_source(related.span))}, related.message});
  return out;
}

std::vector<Finding> findings(Checked const& checked, std::string const& uri, TextBuffer const& buffer) {
  std::vector<Finding> out;
  for (auto const& d : checked.diagnostics)
    if (!d.suppressed) out.push_back(finding_of(checked, d, uri, buffer));
  return out;
}

std::vector<Finding> findings(Analysis const& analysis, std::string const& uri, TextBuffer const& buffer, Language language) {
  if (analysis.judgement.excluded) return {};
  if (auto const* checked = analysis.checked()) return findings(*checked, uri, buffer);
  auto const& error = std::get<ReadError>(analysis.result);
  // An empty text is what every new document begins with; a wrong configuration is told at its own place.
  if (error.kind == "empty" || !analysis.judgement.usable) return {};
  Finding out;
  out.code = error.kind;
  out.message = language == Language::vi ? error.message_vi : error.message_en;
  return {out};
}

std::vector<Finding> findings(std::vector<FileProblem> const& problems, std::string_view path, TextBuffer const& buffer) {
  std::vector<Finding> out;
  for (auto const& problem : problems) {
    if (problem.path != path) continue;
    auto const line = problem.line - 1;
    auto const start = buffer.offset({line, 0});
    auto const rest = std::string_view(buffer.text()).substr(start);
    auto const column = problem.column - 1;
    auto const byte = [&](std::uint32_t at) { return start + static_cast<std::uint32_t>(byte_of(rest, at, ColumnUnit::code_points)); };
    Finding one;
    one.range = buffer.range({byte(column), byte(column + problem.length)});
    one.code = "configuration";
    one.message = problem.message;
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace vanthu::lsp
