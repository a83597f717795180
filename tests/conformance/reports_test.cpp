// Every format of every document, whatever its bytes: what should be JSON is JSON, what should be XML is XML, places lie in the file.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <random>
#include <string>
#include <vector>

#include "conformance/corpus.hpp"
#include "engine/builtin.hpp"
#include "report/baseline.hpp"
#include "report/renderer.hpp"

namespace vanthu {
namespace {

using namespace test;

#ifdef VANTHU_SANITIZED
constexpr int splices = 100;
#else
constexpr int splices = 600;
#endif

std::vector<std::string> texts() {
  std::vector<std::string> out;
  for (auto const& path : files_in(fs::path(VANTHU_SOURCES) / "samples", {".md", ".txt"})) out.push_back(read_file(path));
  if (!corpus_folder().empty())
    for (auto const& path : files_in(corpus_folder() / "seeds", {".md", ".txt"})) out.push_back(read_file(path));
  return out;
}

// Pieces of texts behind each other, with some bytes that have a meaning in one of the formats.
std::string spliced(std::vector<std::string> const& from, std::mt19937& random) {
  static constexpr std::string_view odd[] = {"\"",     "\\",     "<",          "]]>",          "&",  "\x01", "\x1F", "\x7F",
                                             "\uFFFE", "\u200B", "\U0001F600", "%0A::error::", "\r", "\v",   "\t",   "\u0323"};
  std::string out;
  for (auto parts = 1 + random() % 6; parts > 0; --parts) {
    auto const& text = from[random() % from.size()];
    auto const begin = random() % (text.size() + 1);
    out += text.substr(begin, random() % 1500);
    out += odd[random() % std::size(odd)];
  }
  // Cut letters are not what is tried here.
  std::erase_if(out, [](char c) { return c == '\0'; });
  return out;
}

bool is_json(std::string const& text) { return nlohmann::json::accept(text); }

bool is_xml(std::string const& text) {
  pugi::xml_document document;
  return document.load_string(text.c_str(), pugi::parse_full).status == pugi::status_ok &&
         text.find_first_of("\x01\x1F") == std::string::npos;
}

// What is wrong with an output; empty when nothing is.
std::string fault(std::string_view format, std::string const& whole) {
  if (format == "junit" || format == "checkstyle") return is_xml(whole) ? "" : "no XML";
  if (format == "json" || format == "sarif" || format == "gitlab" || format == "rdjson") return is_json(whole) ? "" : "no JSON";
  if (format == "ndjson") return is_json(whole) ? "" : "no JSON";
  if (format == "html") return whole.ends_with("</html>\n") && whole.find('\x01') == std::string::npos ? "" : "no page";
  if (format == "github")
    for (std::size_t at = 0; at < whole.size(); at = whole.find('\n', at) + 1)
      if (whole.compare(at, 2, "::") != 0) return "no command";
  return {};
}

TEST(Reports, AnyTextMakesWholeOutputs) {
  auto const rules = builtin_rules();
  report::Setting setting;
  setting.folder = "/a";
  for (auto const& rule : rules.rules()) setting.rules.push_back(&rule);
  auto const from = texts();
  std::mt19937 random(20260107);
  for (int i = 0; i < splices; ++i) {
    auto const bytes = spliced(from, random);
    CheckOptions options;
    options.today = {2026, 1, 1};
    auto const result = check(bytes, i % 2 == 0 ? "a.md" : "a.txt", rules, options);
    auto const* checked = std::get_if<Checked>(&result);
    if (checked == nullptr) continue;
    report::Run run;
    report::add(run.totals, *checked);
    report::add(run.statistics, *checked);
    for (auto const* renderer : report::renderers()) {
      auto const entry = renderer->entry(setting, {*checked, Language::vi, Severity::error, false});
      // The tail of SARIF tells all rules: once is enough.
      if (renderer == &report::sarif_renderer && i > 0) {
        EXPECT_TRUE(is_json("[" + entry + "]")) << i;
        continue;
      }
      auto whole = renderer->head(setting, run);
      if (!entry.empty()) whole += std::string(renderer->before_first) + entry + std::string(renderer->after_last);
      whole += renderer->tail(setting, run);
      EXPECT_EQ(fault(renderer->name, whole), "") << i << " " << renderer->name;
    }
  }
}

TEST(Reports, ABaselineOfAnyBytesIsReadOrRefused) {
  auto const rules = builtin_rules();
  CheckOptions options;
  options.today = {2026, 1, 1};
  auto const checked = std::get<Checked>(check(read_file(fs::path(VANTHU_SOURCES) / "samples/cong-van.md"), "a.md", rules, options));
  auto const findings = report::known_findings(checked, "thư mục/\"a\".md");
  auto const text = report::baseline_text(findings);
  auto const again = report::parse_baseline(text);
  ASSERT_TRUE(std::holds_alternative<std::vector<report::KnownFinding>>(again));
  EXPECT_EQ(report::baseline_text(std::get<0>(again)), text);
  std::mt19937 random(7);
  int refused = 0;
  for (int i = 0; i < 5000; ++i) {
    auto broken = text;
    for (auto n = 1 + random() % 4; n > 0; --n) broken[random() % broken.size()] = static_cast<char>(random());
    auto const result = report::parse_baseline(broken);
    if (auto const* error = std::get_if<report::BaselineError>(&result)) {
      ++refused;
      EXPECT_GE(error->line, 1u);
      EXPECT_LE(error->line, static_cast<std::uint32_t>(1 + std::ranges::count(broken, '\n')));
    }
  }
  EXPECT_GT(refused, 1000);
}

}  // namespace
}  // namespace vanthu
