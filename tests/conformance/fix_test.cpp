// What must hold for the fixer whatever the document: over samples, examples of rules, cases and real documents, in every stored form.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "cases/case_file.hpp"
#include "cases/variants.hpp"
#include "conformance/corpus.hpp"
#include "conformance/invariants.hpp"
#include "engine/builtin.hpp"
#include "engine/rule_set.hpp"
#include "report/fix_text.hpp"
#include "support/registry.hpp"
#include "text/unicode.hpp"
#include "vanthu/fix.hpp"

namespace vanthu {
namespace {

using namespace test;

struct Text {
  std::string name, bytes;
  CheckOptions options = {};
};

std::vector<Text> own_texts() {
  std::vector<Text> out;
  for (auto const& path : files_in(fs::path(VANTHU_SOURCES) / "samples", {".txt", ".md"}))
    out.push_back({path.filename().string(), read_file(path)});
  for (auto const& entry : fs::recursive_directory_iterator(fs::path(VANTHU_SOURCES) / "tests/cases")) {
    if (entry.path().extension() != ".case") continue;
    auto const parsed = std::get<Case>(parse_case(read_file(entry.path())));
    for (auto const& document : parsed.documents) out.push_back({document.name, document.text(), parsed.options});
  }
  auto const rules = builtin_rules();
  for (auto const& rule : rules.rules())
    for (auto const& example : rule.examples)
      for (auto const& text : {example.bad, example.good})
        if (text) out.push_back({std::string(rule.code) + ".txt", std::string(*text)});
  std::sort(out.begin(), out.end(), [](Text const& a, Text const& b) { return std::tie(a.name, a.bytes) < std::tie(b.name, b.bytes); });
  return out;
}

std::vector<Text> real_texts() {
  std::vector<Text> out;
  for (auto const* folder : {"seeds", "corpus/dev/txt"})
    for (auto const& path : files_in(corpus_folder() / folder, {".txt", ".md"})) out.push_back({path.filename().string(), read_file(path)});
  return out;
}

// What tells the document and those it cites: signers, numbers, dates, names. Blanks and punctuation inside names do not count.
std::vector<std::string> identity(Checked const& checked) {
  std::vector<std::string> out;
  auto const words = [](std::string_view text) {
    std::string kept;
    for (std::size_t at = 0; at < text.size();)
      if (auto const c = next_code_point(text, at); is_letter(c) || is_digit(c)) append_utf8(kept, c);
    return kept;
  };
  auto const& text = checked.document.text;
  for (auto const& c : checked.facts.components) {
    auto const kind = std::string(to_string(c.kind));
    auto const add = [&](std::string_view name) {
      auto const* field = c.field(name);
      if (field && !field->span.empty()) out.push_back(fmt::format("{}.{} {}", kind, name, slice(text, field->span)));
    };
    switch (c.kind) {
      case ComponentKind::signing_authority:
      case ComponentKind::signer_position:
      case ComponentKind::signer_name: out.push_back(kind + " " + std::string(slice(text, c.span))); break;
      case ComponentKind::number: add("identifier"); break;
      case ComponentKind::place_date:
        for (auto const* name : {"place", "day", "month", "year"}) add(name);
        break;
      case ComponentKind::issuer:
      case ComponentKind::governing_body: out.push_back(kind + " " + words(slice(text, c.span))); break;
      default: break;
    }
  }
  for (auto const& c : checked.facts.citations)
    out.push_back(
        fmt::format("citation {} {} {} {}", c.identifier.value_or(""), slice(text, c.date_span), words(c.issuer), words(c.title)));
  return out;
}

struct Tally {
  int applied = 0;
  std::map<Refusal, int> refused;
};

class Inspection {
 public:
  explicit Inspection(bool unsafe) : unsafe_(unsafe) {}

  void inspect(Text const& text) {
    auto options = text.options;
    options.today = {2026, 1, 1};
    options.registry = test::shipped_registry();
    auto const result = fix(text.bytes, text.name, rules_, options, {.unsafe = unsafe_});
    auto const* fixed = std::get_if<Fixed>(&result);
    if (fixed == nullptr) return;
    SCOPED_TRACE(text.name);
    tally.applied += static_cast<int>(fixed->applied.size());
    for (auto const& r : fixed->refused) ++tally.refused[r.why];

    // Untouched bytes stay.
    std::string_view const before = text.bytes, after = fixed->bytes;
    std::size_t from = 0, to = 0;
    for (auto const& edit : fixed->edits) {
      ASSERT_LE(from, edit.range.begin);
      auto const kept = edit.range.begin - from;
      EXPECT_EQ(before.substr(from, kept), after.substr(to, kept));
      to += kept;
      EXPECT_EQ(after.substr(to, edit.bytes.size()), edit.bytes);
      to += edit.bytes.size();
      from = edit.range.end;
    }
    EXPECT_EQ(before.substr(from), after.substr(to));
    EXPECT_EQ(fixed->edits.empty(), fixed->applied.empty());

    // Still the same kind of file, with fewer findings and no new ones.
    auto const old = std::get<Checked>(check(text.bytes, text.name, rules_, options));
    auto const& now = fixed->remaining;
    EXPECT_EQ(now.document.source, fixed->bytes);
    EXPECT_EQ(now.document.encoding, old.document.encoding);
    EXPECT_TRUE(broken_invariants(now).empty());
    std::map<std::string, int> counts;
    for (auto const& d : old.diagnostics) ++counts[d.code];
    for (auto const& a : fixed->applied) --counts[a.code];
    for (auto const& d : now.diagnostics) EXPECT_TRUE(d.suppressed || --counts[d.code] >= 0) << d.code << ": " << d.message;

    // A second run changes nothing.
    auto const again = std::get<Fixed>(fix(fixed->bytes, text.name, rules_, options, {.unsafe = unsafe_}));
    EXPECT_TRUE(again.edits.empty()) << report::fix_text(text.name, again, true, Language::en);

    for (auto const& d : old.diagnostics)
      EXPECT_TRUE(d.fixes.empty() || rules_.find(d.code) == nullptr || rules_.find(d.code)->fix.touches != Touches::unstated) << d.code;

    // What names or identifies stays.
    if (!unsafe_ && !fixed->edits.empty()) {
      EXPECT_EQ(identity(old), identity(now));
    }
  }

  void inspect_in_every_form(Text const& text) {
    inspect(text);
    for (auto const variant : variants) inspect({text.name, stored_as(variant, text.bytes), text.options});
    auto all = stored_as(Variant::utf16le, stored_as(Variant::crlf, stored_as(Variant::nfd, text.bytes)));
    for (std::size_t i = 0; i + 1 < all.size(); i += 2) std::swap(all[i], all[i + 1]);  // big end first
    inspect({text.name, all, text.options});
    auto const markdown = text.name.ends_with(".md");
    inspect({markdown ? "as.txt" : "as.md", text.bytes, text.options});
  }

  Tally tally;

 private:
  RuleSet rules_ = builtin_rules();
  bool unsafe_;
};

TEST(FixConformance, OwnTexts) {
  for (auto const unsafe : {false, true}) {
    Inspection inspection(unsafe);
    for (auto const& text : own_texts()) inspection.inspect_in_every_form(text);
    EXPECT_GT(inspection.tally.applied, unsafe ? 200 : 100);
    // No shipped rule calls a fix safe that would change what identifies; the fixer's own guard has nothing to do.
    EXPECT_EQ(inspection.tally.refused[Refusal::identifies], 0);
  }
}

TEST(FixConformance, RealDocuments) {
  VANTHU_NEEDS_CORPUS();
  for (auto const unsafe : {false, true}) {
    Inspection inspection(unsafe);
    for (auto const& text : real_texts()) inspection.inspect_in_every_form(text);
    EXPECT_GT(inspection.tally.applied, 100);
  }
}

// Every shipped rule with a fix says what that touches, and a rule whose fix replaces what identifies does not say that it is form.
TEST(FixConformance, EveryRuleHasItsClass) {
  auto const rules = builtin_rules();
  auto with_fix = 0;
  for (auto const& rule : rules.rules()) {
    auto const own_edits = rule.fix.action != FixAction::none;
    auto const has_right = std::any_of(rule.phrases.begin(), rule.phrases.end(), [](Phrase const& p) { return p.has_right; });
    if (!own_edits && !has_right && rule.fix.touches == Touches::unstated) continue;
    ++with_fix;
    EXPECT_NE(rule.fix.touches, Touches::unstated) << rule.code;
    EXPECT_TRUE(rule.fix.safety != Safety::safe || rule.fix.touches == Touches::form) << rule.code;
    auto const on_identity = rule.on == NodeKind::citation || rule.on == node_kind(ComponentKind::signer_name) ||
                             rule.on == node_kind(ComponentKind::signer_position) || rule.on == node_kind(ComponentKind::signing_authority);
    EXPECT_TRUE(!own_edits || !on_identity || rule.fix.touches != Touches::form) << rule.code;
  }
  EXPECT_GT(with_fix, 30);
}

}  // namespace
}  // namespace vanthu
