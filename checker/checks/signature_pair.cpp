// signature-pair: after "KT. <head>" the signer is that head's deputy. The pairs are data of the rule.
#include "checks/check.hpp"
#include "checks/checks.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

// The deputy's title for the longest head that `position` starts with; the rest of the position (name of the unit) is appended.
std::string deputy_of(Pairs const& pairs, std::string const& position) {
  std::pair<std::string, std::string> const* best = nullptr;
  for (auto const& pair : pairs) {
    auto const head = fold(pair.first);
    if (position.starts_with(head) && (best == nullptr || head.size() > fold(best->first).size())) best = &pair;
  }
  return best == nullptr ? std::string{} : fold(best->second);
}

void run(CheckInput const& input, std::vector<Finding>& out) {
  auto const* pairs = input.options.get<Pairs>("pairs");
  if (pairs == nullptr) return;
  for (auto const& c : input.facts.components) {
    if (c.kind != ComponentKind::signing_authority) continue;
    auto const* prefix = c.field("prefix");
    auto const* position = c.field("position");
    auto const* next = c.field("next_position");
    if (prefix == nullptr || position == nullptr || next == nullptr) continue;
    auto const* prefix_text = std::get_if<std::string>(&prefix->value);
    auto const* head = std::get_if<std::string>(&position->value);
    auto const* signer = std::get_if<std::string>(&next->value);
    if (prefix_text == nullptr || *prefix_text != "KT" || head == nullptr || signer == nullptr) continue;
    auto const deputy = deputy_of(*pairs, fold(*head));
    // Heads that the table does not know are not judged.
    if (deputy.empty() || fold(*signer).starts_with(deputy)) continue;
    out.push_back({.at = next->span.empty() ? c.span : next->span,
                   .arguments = {{"head", *head}, {"signer", *signer}, {"deputy", to_upper(deputy)}},
                   .related = {c.span},
                   .fix = {}});
  }
}

constexpr OptionDef options[] = {{"pairs", OptionType::table, true, "head → deputy"}};
constexpr ArgumentDef arguments[] = {
    {"head", "the position after KT."},
    {"signer", "the position on the next line"},
    {"deputy", "the deputy's position that belongs there"},
};

}  // namespace

Check const signature_pair{"signature-pair", options, arguments, run};

}  // namespace vanthu
