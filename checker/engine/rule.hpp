// Rules as data: what a pack becomes once it is loaded and type-checked. Every string_view looks into the bytes of the RuleSet.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "checks/check.hpp"
#include "vanthu/date.hpp"
#include "vanthu/diagnostic.hpp"
#include "vanthu/facts.hpp"
#include "vanthu/schema.hpp"

namespace vanthu {

// --- Conditions ---------------------------------------------------------------------------------------------------------------------

// What an expression does with its operands a and b (indices of expressions unless said otherwise). docs/rules-language.md has the meaning.
enum class Op : std::uint32_t {
  null,
  boolean,         // a: 0 or 1
  integer,         // a: the value
  date,            // a: yyyymmdd
  string,          // a: index into RuleData::strings
  list,            // a: index into RuleData::lists
  field,           // a: 0 is `text`, n is field n - 1 of the node
  document_field,  // a: likewise, of the document
  either,          // or
  both,            // and
  negation,
  equal,
  not_equal,
  less,
  less_equal,
  in,       // b: a list
  matches,  // b: index into RuleData::patterns
  starts_with,
  ends_with,
  contains,
  has,     // a: NodeKind
  count,   // a: NodeKind
  lookup,  // a: index into RuleData::tables, b: the key
  lower,
  upper,
  fold,
  length,
  words,
  all_caps,
  capitalized,
  year,
  month,
  day,
  valid,
};

struct Expr {
  Op op = Op::null;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
};
using ExprIndex = std::uint32_t;  // into RuleData::expressions
constexpr ExprIndex no_expr = ~ExprIndex{0};

// --- Words --------------------------------------------------------------------------------------------------------------------------

enum class PartKind : std::uint8_t { text, expression, argument };

struct TemplatePart {
  PartKind kind = PartKind::text;
  std::string_view text;     // the text; of a placeholder what stands between the braces
  ExprIndex expr = no_expr;  // of an expression
};
using Template = std::vector<TemplatePart>;

// The same in both languages.
template <class T>
struct Localized {
  T vi, en;
  T const& in(Language language) const { return language == Language::vi ? vi : en; }
};

// --- Places -------------------------------------------------------------------------------------------------------------------------

enum class PlaceKind : std::uint8_t { none, whole, start, end, part, component };

struct Place {
  PlaceKind kind = PlaceKind::none;
  std::uint8_t index = 0;  // part: field of a component, or NodeDef::parts; component: ComponentKind
};

// --- Rules --------------------------------------------------------------------------------------------------------------------------

enum class Form : std::uint8_t { condition, check, phrases };
enum class FixAction : std::uint8_t { none, replace, insert_before, insert_after };

// What a fix may change. Only one that touches nothing but form can be safe: who signs, whom it concerns and what is cited are for
// people to decide.
enum class Touches : std::uint8_t {
  unstated,
  form,       // blanks, punctuation, capitals, spelling of ordinary words, fixed wording, characters
  name,       // persons, positions, bodies, places, authority to sign
  reference,  // numbers, symbols, dates, titles: what tells one document from another
};

struct FixSpec {
  FixAction action = FixAction::none;  // checks and phrases bring their own edits
  Place at;
  Template with;
  Safety safety = Safety::review;
  Touches touches = Touches::unstated;
  Localized<Template> title;  // empty: one that tells the edit
};

struct RelatedSpec {
  Place at;
  Localized<Template> message;  // empty: none
};

struct Phrase {
  std::string_view wrong, right;  // as in the pack
  bool has_right = false;
  std::vector<std::string_view> unless_before, unless_after;
};

// Parts that are absent stand for the defaults of docs/rules-language.md.
struct ExampleContext {
  std::optional<Family> family;
  std::optional<std::string_view> type;
  std::optional<Stage> stage;
  std::optional<Date> date;
  std::string_view house_name, house_symbol, house_place;  // [issuer] of vanthu.toml; may be empty
  std::vector<std::string_view> house_units;
};

struct Example {
  std::optional<std::string_view> bad, good;
  bool fixable = true;                        // the fix of `bad` gives `good`
  std::string_view file;                      // where it stands: of a change of the rule; empty: the rule's pack
  std::uint32_t bad_line = 0, good_line = 0;  // from 1; 0: not there
  ExampleContext context;
};

struct BasisRef {
  std::string_view key;  // "ND30:PL1.I.II.6"; empty when the rule names none
  std::string_view source, clause, force;
};

// Where the fault weighs less: what a name that ended is said of, not whom the document asks to act.
struct InPassing {
  Severity severity = Severity::error;  // at most this; error: no difference is made
  std::uint64_t unless_in = 0;          // bit: NodeKind
  std::vector<std::string_view> unless_sentence;
};

// Where an office changed a rule that it did not write: `[rules.CODE]` of a pack or of the configuration.
struct RuleChange {
  std::string_view file;    // PackSource::name
  std::uint32_t line = 1;   // from 1
  std::string_view reason;  // may be empty
};

constexpr std::uint8_t needs_layout = 1;
// Beside the node kinds a phrase rule can skip what stands in quotation marks.
constexpr unsigned skip_quotation = 63;

struct Rule {
  std::string_view code;  // "VD103"
  std::string_view name;  // "missing-type-symbol"
  std::string_view pack;
  Form form = Form::condition;
  Severity severity = Severity::warning;
  BasisRef basis;
  Localized<Template> message;
  Localized<std::string_view> why;  // may be empty
  FixSpec fix;
  RelatedSpec related;

  // Where it applies.
  bool enabled = true;
  std::uint8_t families = 0;  // bit: Family
  std::uint8_t needs = 0;     // needs_layout
  std::optional<Stage> stage;
  std::vector<std::string_view> types, not_types;
  Date from, until;  // all 0: open

  // When it fires.
  NodeKind on = NodeKind::document;
  ExprIndex when = no_expr, expect = no_expr;
  std::string_view when_text, expect_text;
  Place at;
  bool once = false;
  std::string_view check_name;
  std::vector<std::pair<std::string, OptionValue>> options;
  std::vector<Phrase> phrases;
  std::uint64_t skip = 0;                                  // bit: NodeKind, skip_quotation
  std::vector<std::string_view> if_before, unless_before;  // of every phrase
  std::vector<std::string_view> unless_sentence;
  InPassing in_passing;
  bool letter_case = false;

  std::vector<Example> examples;
  std::vector<RuleChange> changes;  // in the order in which they were made
};

struct NamedList {
  std::string_view pack;
  std::string_view name;  // empty: written in a condition, or of a pack that was replaced
  std::vector<std::string_view> items;
};

struct NamedTable {
  std::string_view pack;
  std::string_view name;                                               // empty: of a pack that was replaced
  std::vector<std::pair<std::string_view, std::string_view>> entries;  // ascending by key
};

struct Clause {
  std::string_view key, text, force;
};

struct BasisSource {
  std::string_view pack;
  std::string_view key, title, force;
  std::vector<Clause> clauses;
};

struct PackInfo {
  std::string_view name;
  std::string_view file;  // PackSource::name
  Localized<std::string_view> title;
};

struct RuleData {
  std::vector<PackInfo> packs;
  std::vector<BasisSource> sources;
  std::vector<Expr> expressions;
  std::vector<std::string_view> strings;
  std::vector<std::string_view> patterns;
  std::vector<NamedList> lists;
  std::vector<NamedTable> tables;
  std::vector<Rule> rules;  // ascending by code
};

}  // namespace vanthu
