// The runner of examples.
#include "engine/examples.hpp"

#include <fmt/format.h>

#include "engine/evaluate.hpp"
#include "engine/suppress.hpp"
#include "vanthu/read.hpp"
#include "vanthu/recognize.hpp"

namespace vanthu {
namespace {

struct Snippet {
  Document document;
  Evaluated evaluated;
  std::string problem;  // it could not be judged
};

Family default_family(Rule const& rule) {
  for (auto const family : {Family::administrative, Family::legislation, Family::party, Family::other})
    if ((rule.families >> static_cast<unsigned>(family) & 1U) != 0) return family;
  return Family::administrative;
}

// A day on which the rule applies.
Date default_date(Rule const& rule) {
  if (rule.from.year != 0) return rule.from;
  if (rule.until.year != 0) return rule.until;
  return {2024, 1, 1};
}

Snippet judge(RuleSet const& rules, Rule const& rule, ExampleContext const& context, std::string_view text) {
  Snippet out;
  auto document = read(text, "example.txt");
  if (auto const* error = std::get_if<ReadError>(&document)) {
    out.problem = fmt::format("cannot be read: {}", error->message_en);
    return out;
  }
  out.document = std::move(std::get<Document>(document));
  auto facts = recognize(out.document);
  facts.family = context.family.value_or(default_family(rule));
  if (context.type)
    facts.type = *context.type;
  else if (rule.types.size() == 1)
    facts.type = rule.types.front();
  CheckOptions options;
  options.stage = context.stage.value_or(rule.stage.value_or(Stage::draft));
  options.date = context.date;
  options.office = {std::string(context.house_name),
                    std::string(context.house_symbol),
                    std::string(context.house_place),
                    {context.house_units.begin(), context.house_units.end()}};
  options.today = default_date(rule);
  options.select = {std::string(rule.code)};
  out.evaluated = evaluate(rules, out.document, facts, options);
  order(out.evaluated.diagnostics);
  suppress(rules, out.document, facts, options, out.evaluated);
  if (out.evaluated.rules.evaluated == 0)
    out.problem = fmt::format("the rule does not apply (type {}, family {}, date {})", facts.type, to_string(facts.family),
                              to_string(date_in_force(facts, options)));
  return out;
}

std::string fixed_text(std::string text, Fix const& fix) {
  for (auto edit = fix.edits.rbegin(); edit != fix.edits.rend(); ++edit) text.replace(edit->span.begin, edit->span.size(), edit->text);
  return text;
}

std::string findings(Snippet const& snippet) {
  std::string out;
  for (auto const& d : snippet.evaluated.diagnostics)
    out += fmt::format("  {} at \"{}\" ({}-{}): {}\n", d.code, slice(snippet.document.text, d.span), d.span.begin, d.span.end, d.message);
  return out;
}

std::string bad_problem(Snippet const& bad, Snippet const* good, bool fixable) {
  if (!bad.problem.empty()) return fmt::format("bad: {}\n", bad.problem);
  auto const& diagnostics = bad.evaluated.diagnostics;
  if (diagnostics.size() != 1)
    return fmt::format("bad: {} findings instead of one in\n  {}\n{}", diagnostics.size(), bad.document.text, findings(bad));
  if (good == nullptr || !fixable || diagnostics[0].fixes.empty()) return {};
  auto const fixed = fixed_text(bad.document.text, diagnostics[0].fixes[0]);
  if (fixed == good->document.text) return {};
  return fmt::format("bad: the fix does not give good\n  fixed: {}  good:  {}", fixed, good->document.text);
}

std::string good_problem(Snippet const& good) {
  if (!good.problem.empty()) return fmt::format("good: {}\n", good.problem);
  if (good.evaluated.diagnostics.empty()) return {};
  return fmt::format("good: {} findings instead of none in\n  {}\n{}", good.evaluated.diagnostics.size(), good.document.text,
                     findings(good));
}

std::string problem_of(RuleSet const& rules, Rule const& rule, Example const& example) {
  std::optional<Snippet> good;
  std::string out;
  if (example.good) good = judge(rules, rule, example.context, *example.good);
  if (example.bad) out += bad_problem(judge(rules, rule, example.context, *example.bad), good ? &*good : nullptr, example.fixable);
  if (good) out += good_problem(*good);
  return out;
}

}  // namespace

std::vector<ExampleResult> run_examples(RuleSet const& rules, std::function<bool(Rule const&)> const& wanted) {
  std::vector<ExampleResult> out;
  for (auto const& rule : rules.rules()) {
    if (rule.needs != 0 || !wanted(rule)) continue;
    for (std::size_t i = 0; i < rule.examples.size(); ++i)
      out.push_back({std::string(rule.code), i + 1, problem_of(rules, rule, rule.examples[i])});
  }
  return out;
}

}  // namespace vanthu
