#include "report/sarif_rules.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "report/rule_text.hpp"

namespace vanthu::report {
namespace {

using Json = nlohmann::ordered_json;

Json message(std::string_view text) { return {{"text", sarif_text(text)}}; }

// Every document that a rule is based on, with its clauses, each once; in the order in which rules name them.
class Taxonomies {
 public:
  explicit Taxonomies(Language language) : language_(language) {}

  // The relationship (§3.53) of a rule to its clause.
  Json relationship(BasisRef const& basis) {
    auto const [source, fresh_source] = sources_.try_emplace(std::string(basis.source), components_.size());
    if (fresh_source) {
      components_.push_back({{"name", basis.source},
                             {"language", language_ == Language::vi ? "vi" : "en"},
                             {"shortDescription", message(basis.source)},
                             {"isComprehensive", false},
                             {"taxa", Json::array()}});
    }
    auto& taxa = components_[source->second]["taxa"];
    auto const [taxon, fresh_taxon] = taxa_.try_emplace(std::string(basis.key), taxa.size());
    if (fresh_taxon) {
      auto const words = basis.clause.empty() ? std::string(basis.source) : fmt::format("{}, {}", basis.source, basis.clause);
      taxa.push_back({{"id", basis.key}, {"shortDescription", message(words)}, {"properties", {{"force", basis.force}}}});
    }
    return {
        {"target", {{"id", basis.key}, {"index", taxon->second}, {"toolComponent", {{"name", basis.source}, {"index", source->second}}}}},
        {"kinds", {"relevant"}}};
  }

  Json components() { return std::move(components_); }

 private:
  Language language_;
  Json components_ = Json::array();
  std::map<std::string, std::size_t> sources_, taxa_;  // → index
};

Json descriptor(Rule const& rule, Language language, Taxonomies& taxonomies) {
  auto const what = template_text(rule.message.in(language));
  auto const why = rule.why.in(language);
  Json out = {{"id", rule.code},
              {"name", rule.name},
              {"shortDescription", message(what)},
              {"fullDescription", message(why.empty() ? std::string_view(what) : why)},
              {"help", {{"text", sarif_text(explain(rule, language))}, {"markdown", rule_markdown(rule, language)}}},
              {"defaultConfiguration", {{"level", sarif_level(rule.severity)}, {"enabled", rule.enabled}}}};
  if (!rule.basis.source.empty()) out["relationships"] = Json::array({taxonomies.relationship(rule.basis)});
  out["properties"] = {{"tags", {rule.code.substr(0, 2), rule.pack}}, {"pack", rule.pack}};
  if (!rule.basis.force.empty()) out["properties"]["force"] = rule.basis.force;
  return out;
}

}  // namespace

std::string_view sarif_level(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::info: return "note";
  }
  return {};
}

std::string sarif_text(std::string_view text) {
  std::string out;
  for (auto const c : text) {
    if (c == '[' || c == ']' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

SarifRules sarif_rules(std::span<Rule const* const> rules, Language language) {
  SarifRules out{Json::array(), {}, Json::array()};
  Taxonomies taxonomies(language);
  for (auto const* rule : rules) out.rules.push_back(descriptor(*rule, language, taxonomies));
  out.taxonomies = taxonomies.components();
  for (std::size_t i = 0; i < out.taxonomies.size(); ++i) out.supported.push_back({{"name", out.taxonomies[i]["name"]}, {"index", i}});
  return out;
}

}  // namespace vanthu::report
