#include "engine/suppress.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "engine/directive.hpp"
#include "engine/finding_places.hpp"
#include "engine/suppression_codes.hpp"
#include "engine/suppression_node.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

// NFC, each run of blanks one, none at the ends.
std::string squeezed(std::string_view text) {
  std::string out;
  for (auto const c : to_nfc(text)) {
    auto const blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f';
    if (!blank)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

// --- What is suppressed -------------------------------------------------------------------------------------------------------------

// True when `text` occurs where the finding is: over a part of what is marked, or in the block of an empty place.
bool stands_at(std::string_view text, Diagnostic const& diagnostic, Document const& document) {
  if (text.empty()) return true;
  auto const span = diagnostic.span;
  auto const block = document.block_at(span.begin);
  if (block == document.blocks.size()) return false;
  auto window = document.blocks[block].span;
  auto const reach = static_cast<std::uint32_t>(text.size() - 1);
  if (!span.empty()) {
    window.begin = std::max(window.begin, span.begin - std::min(span.begin, reach));
    window.end = static_cast<std::uint32_t>(std::min<std::size_t>(std::size_t{span.end} + reach, document.text.size()));
  }
  // Blocks end with a line end, where the words of a suppression have a blank.
  auto const there = slice(document.text, window);
  if (text.find(' ') == std::string_view::npos || there.find('\n') == std::string_view::npos)
    return there.find(text) != std::string_view::npos;
  std::string joined(there);
  std::replace(joined.begin(), joined.end(), '\n', ' ');
  return joined.find(text) != std::string::npos;
}

class Suppressor {
 public:
  Suppressor(Document const& document, std::vector<Diagnostic>& diagnostics) : document_(document), diagnostics_(diagnostics) {}

  // Suppresses the findings that begin in `covers`, lie at `text` and are named by the code. True when there is one.
  bool apply(std::string_view code, Span covers, std::string_view text, Suppressed const& why) {
    auto used = false;
    auto at = std::lower_bound(diagnostics_.begin(), diagnostics_.end(), covers.begin,
                               [](Diagnostic const& d, std::uint32_t begin) { return d.span.begin < begin; });
    for (; at != diagnostics_.end() && at->span.begin <= covers.end; ++at) {
      if (!names(code, at->code, at->name) || !stands_at(text, *at, document_)) continue;
      used = true;
      if (!at->suppressed) at->suppressed = why;
    }
    return used;
  }

 private:
  Document const& document_;
  std::vector<Diagnostic>& diagnostics_;
};

// --- Comments -----------------------------------------------------------------------------------------------------------------------

std::string_view name_of(DirectiveProblem problem) {
  switch (problem) {
    case DirectiveProblem::none: return {};
    case DirectiveProblem::form: return "form";
    case DirectiveProblem::code: return "code";
    case DirectiveProblem::date: return "date";
    case DirectiveProblem::reason: return "reason";
  }
  return {};
}

constexpr int max_suggestions = 20;  // a document with more unknown rules is none that a person wrote

class Comments {
 public:
  Comments(RuleSet const& rules, Document const& document, CheckOptions const& options, Evaluated& evaluated)
      : rules_(rules),
        document_(document),
        options_(options),
        evaluated_(evaluated),
        whole_{0, static_cast<std::uint32_t>(document.text.size())},
        suppressor_(document, evaluated.diagnostics) {}

  std::vector<SuppressionNode> run() {
    for (auto const& directive : document_.directives) judge(directive, parse_directive(directive.text));
    return std::move(nodes_);
  }

 private:
  void judge(Directive const& directive, ParsedDirective const& parsed) {
    if (parsed.problem != DirectiveProblem::none) {
      auto& node = add(directive, parsed, parsed.problem_span, "malformed");
      node.problem = name_of(parsed.problem);
      node.text = slice(directive.text, parsed.problem_span);
    } else if (is_expired(parsed.until, options_.today)) {
      auto& node = add(directive, parsed, parsed.until_span, "expired");
      for (auto const& code : parsed.codes) node.code += (node.code.empty() ? "" : ", ") + code.name;
    } else {
      for (auto const& code : parsed.codes) judge(directive, parsed, code);
    }
  }

  void judge(Directive const& directive, ParsedDirective const& parsed, DirectiveCode const& code) {
    auto const use = use_of(code.name, rules_, evaluated_.ran);
    auto const covers = parsed.whole_file ? whole_ : directive.covers;
    // Said a second time of the same place it does nothing.
    auto const fresh = use.known && seen_.emplace(covers.begin, covers.end, code.name).second;
    auto const used = fresh && suppressor_.apply(code.name, covers, {}, {SuppressionOrigin::comment, squeezed(parsed.reason)});
    auto& node = add(directive, parsed, code.span, !use.known ? "unknown" : used ? "used" : use.judged ? "unused" : "unjudged");
    node.code = code.name;
    if (!use.known && unknown_++ < max_suggestions) node.nearest = nearest_rule(code.name, rules_);
  }

  SuppressionNode& add(Directive const& directive, ParsedDirective const& parsed, Span said, std::string_view state) {
    SuppressionNode node;
    node.state = state;
    node.text = slice(directive.text, said);
    node.reason = squeezed(parsed.reason);
    node.until = parsed.until;
    node.whole_file = parsed.whole_file;
    node.place = {directive.covers.begin, directive.covers.begin};
    node.outside_text = directive.text.empty() ? directive.source : directive.map.to_source(said);
    return nodes_.emplace_back(std::move(node));
  }

  RuleSet const& rules_;
  Document const& document_;
  CheckOptions const& options_;
  Evaluated& evaluated_;
  Span whole_;
  Suppressor suppressor_;
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::string>> seen_;
  int unknown_ = 0;
  std::vector<SuppressionNode> nodes_;
};

}  // namespace

std::vector<SuppressionUse> suppress(RuleSet const& rules, Document const& document, Facts const& facts, CheckOptions const& options,
                                     Evaluated& evaluated) {
  std::vector<SuppressionUse> uses;
  if (document.directives.empty() && options.suppressions.empty()) return uses;
  auto const by_place = !document.directives.empty() || std::any_of(options.suppressions.begin(), options.suppressions.end(),
                                                                    [](Suppression const& s) { return !s.text.empty(); });
  if (by_place) split_places(evaluated.diagnostics, rules, options.language);
  if (!document.directives.empty()) {
    auto const nodes = Comments(rules, document, options, evaluated).run();
    auto about = evaluate_suppressions(rules, document, facts, options, nodes);
    std::move(about.begin(), about.end(), std::back_inserter(evaluated.diagnostics));
    order(evaluated.diagnostics);
  }
  Suppressor suppressor(document, evaluated.diagnostics);
  Span const whole{0, static_cast<std::uint32_t>(document.text.size())};
  for (auto const& suppression : options.suppressions) {
    auto& use = uses.emplace_back();
    auto const expired = is_expired(suppression.until, options.today);
    auto const text = squeezed(suppression.text);
    Suppressed const why{suppression.origin, suppression.reason};
    for (auto const& code : suppression.codes) {
      auto& one = use.emplace_back(use_of(code, rules, evaluated.ran));
      if (expired || !one.known) continue;
      one.used = suppressor.apply(code, whole, text, why);
    }
  }
  if (by_place) join_places(evaluated.diagnostics, rules, options.language);
  return uses;
}

}  // namespace vanthu
