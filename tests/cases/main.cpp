// Runs every .case file under the folders and files given; --update rewrites their expectations instead.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <tuple>

#include "cases/case_file.hpp"
#include "cases/variants.hpp"
#include "engine/builtin.hpp"
#include "support/registry.hpp"

namespace vanthu::test {
namespace {

namespace fs = std::filesystem;

struct Seen {
  std::uint32_t begin, end;  // bytes of the stored document
  std::string code, message;
  friend bool operator==(Seen const&, Seen const&) = default;
  friend auto operator<=>(Seen const&, Seen const&) = default;
};

// Rules that look at how the document is stored may well find something else in another form of it.
std::vector<Seen> seen(std::variant<Checked, ReadError> const& result, RuleSet const& rules) {
  std::vector<Seen> out;
  auto const* checked = std::get_if<Checked>(&result);
  if (!checked) return out;
  for (auto const& diagnostic : checked->diagnostics) {
    auto const* rule = rules.find(diagnostic.code);
    if (rule && rule->form == Form::condition && rule->on == NodeKind::anomaly) continue;
    auto const range = source_range(checked->document, diagnostic);
    auto const& suppressed = diagnostic.suppressed;
    out.push_back({range.begin, range.end, diagnostic.code, diagnostic.message + (suppressed ? " / " + suppressed->reason : "")});
  }
  std::sort(out.begin(), out.end());
  return out;
}

// The findings of `text` stored as `variant` must be those of `text` as it is, at the corresponding bytes.
std::string variant_difference(CaseDocument const& document, std::vector<Seen> want, CheckOptions const& options, RuleSet const& rules,
                               Variant variant) {
  auto const text = document.text();
  auto const corresponding = [&](std::uint32_t at) {
    return static_cast<std::uint32_t>(stored_as(variant, std::string_view(text).substr(0, at)).size());
  };
  for (auto& w : want) {
    w.begin = corresponding(w.begin);
    w.end = corresponding(w.end);
  }
  auto const have = seen(check(stored_as(variant, text), document.name, rules, options), rules);
  std::string out;
  auto const list = [&](char sign, auto const& from, auto const& without) {
    for (auto const& s : from)
      if (std::find(without.begin(), without.end(), s) == without.end())
        out += fmt::format("{}{} bytes {}-{}: {}\n", sign, s.code, s.begin, s.end, s.message);
  };
  list('-', want, have);
  list('+', have, want);
  return out.empty() ? out : fmt::format("@@ {} as {}\n{}", document.name, to_string(variant), out);
}

std::string read_file(fs::path const& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// True when the file is as it ought to be (after an update: when it could be read).
bool run(fs::path const& path, RuleSet const& rules, bool update) {
  auto const parsed = parse_case(read_file(path));
  if (auto const* wrong = std::get_if<std::string>(&parsed)) {
    fmt::print("{}: {}\n", path.string(), *wrong);
    return false;
  }
  auto const& expected = std::get<Case>(parsed);
  auto options = expected.options;
  options.registry = test::shipped_registry();
  auto actual = expected;
  std::string differences;
  for (auto& document : actual.documents) {
    auto const result = check(document.text(), document.name, rules, options);
    document.expectations = expectations(result, document.lines.size(), expected.options.language);
    auto const want = seen(result, rules);
    for (auto const variant : variants) differences += variant_difference(document, want, options, rules, variant);
  }
  if (update) {
    if (auto const text = to_text(actual); text != to_text(expected)) {
      std::ofstream(path, std::ios::binary) << text;
      fmt::print("{}: rewritten\n", path.string());
    }
  } else {
    differences = difference(expected, actual) + differences;
  }
  if (!differences.empty()) fmt::print("--- {}\n{}", path.string(), differences);
  return differences.empty();
}

std::vector<fs::path> cases_under(fs::path const& path) {
  if (!fs::is_directory(path)) return {path};
  std::vector<fs::path> out;
  for (auto const& entry : fs::recursive_directory_iterator(path))
    if (entry.path().extension() == ".case") out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

int run_all(std::vector<std::string> const& arguments) {
  auto const update = std::find(arguments.begin(), arguments.end(), "--update") != arguments.end();
  auto const rules = builtin_rules();
  auto total = 0, failed = 0;
  for (auto const& argument : arguments) {
    if (argument == "--update") continue;
    for (auto const& path : cases_under(argument)) {
      ++total;
      if (!run(path, rules, update)) ++failed;
    }
  }
  fmt::print("{} cases, {} not as expected{}\n", total, failed,
             failed > 0 && !update ? "; --update rewrites them, then read the difference" : "");
  return failed == 0 && total > 0 ? 0 : 1;
}

}  // namespace
}  // namespace vanthu::test

int main(int argc, char** argv) { return vanthu::test::run_all({argv + 1, argv + argc}); }
