// Reading and writing .case files.
#include "cases/case_file.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "text/unicode.hpp"

namespace vanthu::test {
namespace {

bool is_header(std::string_view line) { return line.size() > 6 && line.starts_with("-- ") && line.ends_with(" --"); }

bool is_expectation(std::string_view line) {
  return line.starts_with("#|") || line.starts_with("#<") || line.starts_with("#=") || line.starts_with("#!");
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    auto const end = std::min(text.find(at), text.size());
    out.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::vector<std::string> codes(std::string_view value) {
  std::vector<std::string> out;
  for (auto const part : split(value, ',')) out.emplace_back(trim(part));
  return out;
}

// What is wrong with the line; empty when nothing is.
std::string set_option(CheckOptions& options, std::string_view line) {
  auto const colon = line.find(':');
  if (colon == std::string_view::npos) return fmt::format("neither comment nor option: {}", line);
  auto const key = trim(line.substr(0, colon));
  auto const value = trim(line.substr(colon + 1));
  if (key == "stage" && value == "draft")
    options.stage = Stage::draft;
  else if (key == "stage" && value == "issued")
    options.stage = Stage::issued;
  else if (key == "lang" && value == "vi")
    options.language = Language::vi;
  else if (key == "lang" && value == "en")
    options.language = Language::en;
  else if (key == "date" && parse_iso_date(value))
    options.date = parse_iso_date(value);
  else if (key == "select")
    options.select = codes(value);
  else if (key == "ignore")
    options.ignore = codes(value);
  else
    return fmt::format("unknown option or value: {}", line);
  return {};
}

// Text of the document on one line, cut to what a reader needs to know it.
std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  std::size_t at = 0;
  for (auto n = 0; at < text.size() && n < 50; ++n) {
    auto const c = next_code_point(text, at);
    append_utf8(out, c == '\n' ? U'⏎' : c);
  }
  return out + (at < text.size() ? "…\"" : "\"");
}

std::size_t column_before(Document const& document, Position at) {
  auto const start = document.line_starts[at.line - 1];
  return display_width(std::string_view(document.source).substr(start, at.offset - start));
}

std::string marked(Document const& document, Diagnostic const& diagnostic, Position begin, Position end) {
  auto const indent = column_before(document, begin);
  std::string marks;
  if (begin == end) {
    marks = "|";
  } else if (begin.line == end.line) {
    marks.assign(std::max<std::size_t>(column_before(document, end) - indent, 1), '^');
  } else {
    auto const line_end = std::min(document.source.find('\n', begin.offset), document.source.size());
    marks.assign(display_width(std::string_view(document.source).substr(begin.offset, line_end - begin.offset)), '^');
    marks += fmt::format("+{}:{}", end.line - begin.line, end.column);
  }
  auto const& suppressed = diagnostic.suppressed;
  return fmt::format("{}{}{} {} {}{}: {}\n", indent >= 2 ? "#|" : "#<", std::string(indent >= 2 ? indent - 2 : indent, ' '), marks,
                     diagnostic.code, to_string(diagnostic.severity),
                     suppressed ? fmt::format(", suppressed by {} ({})", to_string(suppressed->origin), suppressed->reason) : "",
                     diagnostic.message);
}

Position begin_of(Document const& document, Span span) { return document.position(document.map.to_source(span).begin); }

std::string place(Document const& document, Span span) {
  auto const at = begin_of(document, span);
  return fmt::format("{}:{}", at.line, at.column);
}

}  // namespace

std::string CaseDocument::text() const {
  std::string out;
  for (auto const& line : lines) out += line + '\n';
  return out;
}

std::variant<Case, std::string> parse_case(std::string_view file) {
  Case out;
  out.options.today = {2024, 1, 1};
  for (auto const line : split(file, '\n')) {
    if (is_header(line)) {
      out.documents.push_back({std::string(line), std::string(trim(line.substr(3, line.size() - 6))), {}, {""}});
    } else if (!out.documents.empty()) {
      auto& document = out.documents.back();
      if (is_expectation(line)) {
        auto const under = document.lines.empty() || line.starts_with("#!") ? document.lines.size() : document.lines.size() - 1;
        document.expectations[under] += std::string(line) + '\n';
      } else {
        document.lines.emplace_back(line);
        document.expectations.emplace_back();
      }
    } else {
      out.head += std::string(line) + '\n';
      if (trim(line).empty() || line.starts_with("#")) continue;
      if (auto const wrong = set_option(out.options, line); !wrong.empty()) return wrong;
    }
  }
  if (out.documents.empty()) return "no document: a line like \"-- cong-van.txt --\" starts one";
  return out;
}

std::vector<std::string> expectations(std::variant<Checked, ReadError> const& result, std::size_t lines, Language language) {
  std::vector<std::string> out(lines + 1);
  if (auto const* error = std::get_if<ReadError>(&result)) {
    out.back() = fmt::format("#! {}: {}\n", error->kind, language == Language::vi ? error->message_vi : error->message_en);
    return out;
  }
  auto const& checked = std::get<Checked>(result);
  auto const& document = checked.document;
  for (auto const& diagnostic : checked.diagnostics) {
    auto const range = source_range(document, diagnostic);
    auto const begin = document.position(range.begin);
    auto& under = out[std::min<std::size_t>(begin.line - 1, lines)];
    under += marked(document, diagnostic, begin, document.position(range.end));
    for (auto const& related : diagnostic.related)
      under += fmt::format("#=  related {} {}: {}\n", place(document, related.span), in_quotes(slice(document.text, related.span)),
                           related.message);
    for (auto const& fix : diagnostic.fixes) {
      under += fmt::format("#=  fix {}:", to_string(fix.safety));
      for (auto const& edit : fix.edits) {
        under += &edit == &fix.edits.front() ? " " : "; ";
        if (edit.span != diagnostic.span) under += place(document, edit.span) + " ";
        under += fmt::format("{} -> {}", in_quotes(slice(document.text, edit.span)), in_quotes(edit.text));
      }
      under += '\n';
    }
  }
  return out;
}

std::string to_text(Case const& file) {
  auto out = file.head;
  for (auto const& document : file.documents) {
    out += document.header + '\n';
    for (std::size_t i = 0; i < document.lines.size(); ++i) out += document.lines[i] + '\n' + document.expectations[i];
    out += document.expectations.back();
  }
  return out;
}

std::string difference(Case const& expected, Case const& actual) {
  std::string out;
  for (std::size_t d = 0; d < expected.documents.size(); ++d) {
    auto const& was = expected.documents[d];
    auto const& is = actual.documents[d];
    for (std::size_t i = 0; i < was.expectations.size(); ++i) {
      if (was.expectations[i] == is.expectations[i]) continue;
      out += fmt::format("@@ {}:{}\n {}\n", was.name, i + 1, i < was.lines.size() ? was.lines[i] : "");
      auto const before = split(was.expectations[i], '\n');
      auto const after = split(is.expectations[i], '\n');
      for (auto const line : before)
        if (std::find(after.begin(), after.end(), line) == after.end()) out += fmt::format("-{}\n", line);
      for (auto const line : after)
        out += fmt::format("{}{}\n", std::find(before.begin(), before.end(), line) == before.end() ? '+' : ' ', line);
    }
  }
  return out;
}

}  // namespace vanthu::test
