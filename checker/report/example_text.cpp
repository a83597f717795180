// Examples that failed: findings under the text, differences line by line.
#include "report/example_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "report/excerpt.hpp"
#include "text/unicode.hpp"
#include "vanthu/doctype.hpp"

namespace vanthu::report {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    auto const end = std::min(text.find('\n'), text.size());
    out.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

// Bytes that both start with, whole code points.
std::size_t common_start(std::string_view a, std::string_view b) {
  std::size_t at = 0;
  while (at < a.size() && at < b.size()) {
    auto next_a = at, next_b = at;
    if (next_code_point(a, next_a) != next_code_point(b, next_b)) break;
    at = next_a;
  }
  return at;
}

std::size_t common_end(std::string_view a, std::string_view b) {
  std::size_t n = 0;
  while (n < a.size() && n < b.size() && a[a.size() - n - 1] == b[b.size() - n - 1]) ++n;
  while (n > 0 && (static_cast<unsigned char>(a[a.size() - n]) & 0xC0) == 0x80) --n;  // no half letters
  return n;
}

struct Renderer {
  ExampleResult const& result;
  TextStyle const& style;
  std::string out;

  std::string_view say(std::string_view vi, std::string_view en) const { return style.language == Language::vi ? vi : en; }

  std::string headline(ExampleProblem const& problem) const {
    switch (problem.fault) {
      case ExampleFault::unreadable: return fmt::format("{}: {}", say("không đọc được", "cannot be read"), problem.document.name);
      case ExampleFault::not_applicable: {
        auto const* type = doc_type_by_slug(problem.type);
        return fmt::format(fmt::runtime(say("quy tắc không áp dụng cho văn bản này (loại {}, họ {}, ngày {})",
                                            "the rule does not apply to this document (type {}, family {}, date {})")),
                           type != nullptr && style.language == Language::vi ? type->name : std::string_view(problem.type),
                           to_string(problem.family), to_string(problem.date));
      }
      case ExampleFault::no_finding: return std::string(say("không có phát hiện nào, đáng lẽ có một", "no finding where one was expected"));
      case ExampleFault::several_findings:
        return fmt::format(fmt::runtime(say("có {} phát hiện, đáng lẽ chỉ có một", "{} findings where one was expected")),
                           problem.found.size());
      case ExampleFault::found_in_good:
        return fmt::format(fmt::runtime(say("có {} phát hiện, đáng lẽ không có", "{} finding(s) where none was expected")),
                           problem.found.size());
      case ExampleFault::fix_differs: return std::string(say("sửa xong không giống \"good\"", "what the fix makes differs from \"good\""));
    }
    return {};
  }

  void line(std::string_view sign, std::string_view text) { out += fmt::format("  {} {}\n", sign, printable(text)); }

  void whole_text(ExampleProblem const& problem) {
    for (auto const text : lines_of(problem.document.text)) line("|", text);
  }

  void findings(ExampleProblem const& problem) {
    auto const& document = problem.document;
    for (auto const& found : problem.found) {
      auto const shown = excerpt(document, document.map.to_source(found.span), style.width > 4 ? style.width - 4 : 0);
      out +=
          fmt::format("  | {}\n  | {:{}}{} {}\n", shown.text, "", shown.indent, std::string(shown.marked, '^'), printable(found.message));
    }
  }

  // Lines that both have at their start and end are left out. Where one line stands against one, a caret line marks what differs.
  void difference(std::string_view fixed, std::string_view wanted) {
    auto a = lines_of(fixed), b = lines_of(wanted);
    while (!a.empty() && !b.empty() && a.back() == b.back()) a.pop_back(), b.pop_back();
    std::size_t same = 0;
    while (same < a.size() && same < b.size() && a[same] == b[same]) ++same;
    out += fmt::format("  {}\n", say("(-) sửa xong   (+) \"good\"", "(-) after the fix   (+) \"good\""));
    for (auto i = same; i < a.size(); ++i) line("-", a[i]);
    for (auto i = same; i < b.size(); ++i) line("+", b[i]);
    if (a.size() != same + 1 || b.size() != same + 1) return;
    auto const start = common_start(a[same], b[same]);
    auto const end = common_end(a[same].substr(start), b[same].substr(start));
    auto const differing = b[same].substr(start, b[same].size() - start - end);
    out += fmt::format("    {:{}}{}\n", "", display_width(b[same].substr(0, start)),
                       std::string(std::max<std::size_t>(1, display_width(differing)), '^'));
  }

  void render(ExampleProblem const& problem) {
    out += fmt::format("{}:{}: {}: {} {} {}, {}: {}\n", printable(result.file), problem.line, say("lỗi", "error"), result.code,
                       say("ví dụ", "example"), result.number, problem.text_key, headline(problem));
    switch (problem.fault) {
      case ExampleFault::unreadable: break;
      case ExampleFault::not_applicable:
      case ExampleFault::no_finding: whole_text(problem); break;
      case ExampleFault::several_findings:
      case ExampleFault::found_in_good: findings(problem); break;
      case ExampleFault::fix_differs: difference(problem.fixed, problem.wanted); break;
    }
    if (problem.fault == ExampleFault::not_applicable)
      out += fmt::format("  {}\n", say("ghi loại văn bản vào context = { type = \"…\", date = … }",
                                       "context = { type = \"…\", date = … } says what document it is"));
    if (problem.nodes)
      out +=
          fmt::format("  {}\n", *problem.nodes == 0 ? say("trong đoạn này không nhận ra phần tử nào thuộc loại \"on\"",
                                                          "no node of the kind \"on\" is recognized in this text")
                                                    : say("phần tử thuộc loại \"on\" có ở đây, nhưng \"when\" sai hoặc \"expect\" đúng",
                                                          "nodes of the kind \"on\" are here, but \"when\" is false or \"expect\" holds"));
  }
};

}  // namespace

std::string example_text(ExampleResult const& result, TextStyle const& style) {
  Renderer renderer{result, style, {}};
  for (auto const& problem : result.problems) renderer.render(problem);
  return std::move(renderer.out);
}

}  // namespace vanthu::report
