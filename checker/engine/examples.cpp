// The runner of examples.
#include "engine/examples.hpp"

#include "engine/evaluate.hpp"
#include "engine/model.hpp"
#include "engine/suppress.hpp"
#include "vanthu/read.hpp"
#include "vanthu/recognize.hpp"

namespace vanthu {
namespace {

struct Snippet {
  Document document;
  Facts facts;
  CheckOptions options;
  Evaluated evaluated;
  std::optional<ExampleFault> fault;  // it could not be judged
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

Snippet judge(RuleSet const& rules, Rule const& rule, ExampleContext const& context, std::string_view text, Language language,
              Registry const* registry) {
  Snippet out;
  auto document = read(text, "example.txt");
  if (auto const* error = std::get_if<ReadError>(&document)) {
    out.document.name = language == Language::vi ? error->message_vi : error->message_en;
    out.fault = ExampleFault::unreadable;
    return out;
  }
  out.document = std::move(std::get<Document>(document));
  out.facts = recognize(out.document);
  out.facts.family = context.family.value_or(default_family(rule));
  if (context.type)
    out.facts.type = *context.type;
  else if (rule.types.size() == 1)
    out.facts.type = rule.types.front();
  out.options.language = language;
  out.options.registry = registry;
  out.options.stage = context.stage.value_or(rule.stage.value_or(Stage::draft));
  out.options.date = context.date;
  out.options.office = {std::string(context.house_name),
                        std::string(context.house_symbol),
                        std::string(context.house_place),
                        {context.house_units.begin(), context.house_units.end()}};
  out.options.today = default_date(rule);
  out.options.select = {std::string(rule.code)};
  out.evaluated = evaluate(rules, out.document, out.facts, out.options);
  order(out.evaluated.diagnostics);
  suppress(rules, out.document, out.facts, out.options, out.evaluated);
  if (out.evaluated.rules.evaluated == 0) out.fault = ExampleFault::not_applicable;
  return out;
}

std::string fixed_text(std::string text, Fix const& fix) {
  for (auto edit = fix.edits.rbegin(); edit != fix.edits.rend(); ++edit) text.replace(edit->span.begin, edit->span.size(), edit->text);
  return text;
}

std::size_t nodes_of(Rule const& rule, Snippet const& snippet) {
  Model const model(snippet.document, snippet.facts, date_in_force(snippet.facts, snippet.options), snippet.options.stage,
                    snippet.options.language);
  return model.nodes(rule.on).size();
}

std::optional<ExampleFault> fault_of_bad(Snippet const& bad, Snippet const* good, bool fixable) {
  if (bad.fault) return bad.fault;
  auto const& found = bad.evaluated.diagnostics;
  if (found.empty()) return ExampleFault::no_finding;
  if (found.size() > 1) return ExampleFault::several_findings;
  if (good == nullptr || !fixable || found[0].fixes.empty()) return std::nullopt;
  if (fixed_text(bad.document.text, found[0].fixes[0]) != good->document.text) return ExampleFault::fix_differs;
  return std::nullopt;
}

ExampleProblem problem(ExampleFault fault, std::string_view key, std::uint32_t line, Rule const& rule, Snippet const& snippet) {
  ExampleProblem out;
  out.fault = fault;
  out.text_key = key;
  out.line = line;
  out.document = snippet.document;
  out.found = snippet.evaluated.diagnostics;
  out.type = snippet.facts.type;
  out.family = snippet.facts.family;
  if (fault == ExampleFault::not_applicable) out.date = date_in_force(snippet.facts, snippet.options);
  if (fault == ExampleFault::no_finding && rule.form == Form::condition && rule.on != NodeKind::suppression)
    out.nodes = nodes_of(rule, snippet);
  return out;
}

std::vector<ExampleProblem> problems_of(RuleSet const& rules, Rule const& rule, Example const& example, Language language,
                                        Registry const* registry) {
  std::vector<ExampleProblem> out;
  std::optional<Snippet> good;
  if (example.good) good = judge(rules, rule, example.context, *example.good, language, registry);
  if (example.bad) {
    auto const bad = judge(rules, rule, example.context, *example.bad, language, registry);
    if (auto const fault = fault_of_bad(bad, good ? &*good : nullptr, example.fixable)) {
      auto& problem_of_bad = out.emplace_back(problem(*fault, "bad", example.bad_line, rule, bad));
      if (*fault == ExampleFault::fix_differs) {
        problem_of_bad.fixed = fixed_text(bad.document.text, bad.evaluated.diagnostics[0].fixes[0]);
        problem_of_bad.wanted = good->document.text;
      }
    }
  }
  if (good && good->fault)
    out.push_back(problem(*good->fault, "good", example.good_line, rule, *good));
  else if (good && !good->evaluated.diagnostics.empty())
    out.push_back(problem(ExampleFault::found_in_good, "good", example.good_line, rule, *good));
  return out;
}

}  // namespace

std::string_view to_string(ExampleFault fault) {
  switch (fault) {
    case ExampleFault::unreadable: return "unreadable";
    case ExampleFault::not_applicable: return "not-applicable";
    case ExampleFault::no_finding: return "no-finding";
    case ExampleFault::several_findings: return "several-findings";
    case ExampleFault::found_in_good: return "found-in-good";
    case ExampleFault::fix_differs: return "fix-differs";
  }
  return {};
}

std::string_view file_of(RuleSet const& rules, Rule const& rule, Example const& example) {
  if (!example.file.empty()) return example.file;
  for (auto const& pack : rules.data().packs)
    if (pack.name == rule.pack) return pack.file;
  return {};
}

std::vector<ExampleResult> run_examples(RuleSet const& rules, std::function<bool(Rule const&)> const& wanted, Language language,
                                        Registry const* registry) {
  std::vector<ExampleResult> out;
  for (auto const& rule : rules.rules()) {
    if (rule.needs != 0 || !wanted(rule)) continue;
    for (std::size_t i = 0; i < rule.examples.size(); ++i) {
      auto const& example = rule.examples[i];
      out.push_back({std::string(rule.code), i + 1, std::string(file_of(rules, rule, example)),
                     problems_of(rules, rule, example, language, registry)});
    }
  }
  return out;
}

}  // namespace vanthu
