#include "report/statistics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "report/excerpt.hpp"
#include "report/json.hpp"
#include "report/text.hpp"
#include "text/unicode.hpp"
#include "vanthu/doctype.hpp"

namespace vanthu::report {
namespace {

std::string folder_of(std::string_view name) {
  auto const slash = name.rfind('/');
  if (slash == std::string_view::npos) return ".";
  return std::string(slash == 0 ? "/" : name.substr(0, slash));
}

void add(FileFigure& figure, Totals const& totals) {
  ++figure.files;
  figure.errors += totals.errors;
  figure.warnings += totals.warnings;
  figure.infos += totals.infos;
}

using Row = std::vector<std::string>;

// Cells side by side, all to the left but `numbers` columns behind the first, which are numbers.
std::string table(std::vector<Row> const& rows, std::size_t numbers) {
  std::vector<std::size_t> widths(rows.front().size());
  for (auto const& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
  std::string out;
  for (auto const& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      std::string const fill(widths[i] - display_width(row[i]), ' ');
      line += i > 0 && i <= numbers ? fill + row[i] : row[i] + fill;
      line += "  ";
    }
    line.resize(line.find_last_not_of(' ') + 1);
    out += line + '\n';
  }
  return out + '\n';
}

std::string table(std::map<std::string, FileFigure> const& figures, std::vector<std::string> const& head, bool types) {
  std::vector<Row> rows = {head};
  for (auto const& [name, f] : figures) {
    auto const* type = types ? doc_type_by_slug(name) : nullptr;
    rows.push_back({printable(name), std::to_string(f.files), std::to_string(f.errors), std::to_string(f.warnings), std::to_string(f.infos),
                    std::string(type != nullptr ? type->name : "")});
  }
  return table(rows, 4);
}

std::string json(std::map<std::string, FileFigure> const& figures, std::string_view key) {
  std::string out;
  for (auto const& [name, f] : figures)
    out += fmt::format("{}{{\"{}\":{},\"files\":{},\"errors\":{},\"warnings\":{},\"infos\":{}}}", out.empty() ? "" : ",", key,
                       json_string(name), f.files, f.errors, f.warnings, f.infos);
  return out;
}

}  // namespace

void add(Statistics& statistics, Checked const& checked) {
  Totals totals;
  add(totals, checked);
  add(statistics.folders[folder_of(checked.document.name)], totals);
  add(statistics.types[checked.facts.type], totals);
  std::set<std::string_view> met;
  for (auto const& diagnostic : checked.diagnostics) {
    if (diagnostic.suppressed) continue;
    auto& rule = statistics.rules[diagnostic.code];
    rule.name = diagnostic.name;
    rule.severity = std::max(rule.severity, diagnostic.severity);
    ++rule.findings;
    if (met.insert(diagnostic.code).second) ++rule.files;
  }
}

std::string statistics_text(Statistics const& statistics, Language language) {
  if (statistics.folders.empty()) return {};
  auto const say = [&](char const* vi, char const* en) { return std::string(language == Language::vi ? vi : en); };
  std::string out;
  if (!statistics.rules.empty()) {
    std::vector<Row> rows = {{say("quy tắc", "rule"), say("phát hiện", "findings"), say("tệp", "files"), say("tên", "name")}};
    std::vector<std::pair<std::string, RuleFigure>> rules(statistics.rules.begin(), statistics.rules.end());
    std::ranges::stable_sort(rules, [](auto const& a, auto const& b) { return a.second.findings > b.second.findings; });
    for (auto const& [code, r] : rules) rows.push_back({code, std::to_string(r.findings), std::to_string(r.files), r.name});
    out += table(rows, 2);
  }
  Row const counts = {"", say("tệp", "files"), say("lỗi", "errors"), say("cảnh báo", "warnings"), say("lưu ý", "infos"), ""};
  auto const headed = [&](std::string first) {
    auto row = counts;
    row[0] = std::move(first);
    return row;
  };
  out += table(statistics.folders, headed(say("thư mục", "folder")), false);
  out += table(statistics.types, headed(say("loại văn bản", "type")), true);
  return out;
}

std::string statistics_json(Statistics const& statistics) {
  std::string rules;
  for (auto const& [code, r] : statistics.rules)
    rules += fmt::format("{}{{\"code\":{},\"name\":{},\"severity\":\"{}\",\"findings\":{},\"files\":{}}}", rules.empty() ? "" : ",",
                         json_string(code), json_string(r.name), to_string(r.severity), r.findings, r.files);
  return fmt::format("{{\"rules\":[{}],\"folders\":[{}],\"types\":[{}]}}", rules, json(statistics.folders, "folder"),
                     json(statistics.types, "type"));
}

}  // namespace vanthu::report
