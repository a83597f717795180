// signature-pair: after "KT. <head>" the signer is that head's deputy. The pairs are data of the rule.
#include <algorithm>

#include "checks/check.hpp"
#include "checks/checks.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

// The pair with the longest head that `position` (folded) starts with; null when the table knows none.
std::pair<std::string, std::string> const* pair_of(Pairs const& pairs, std::string const& position) {
  std::pair<std::string, std::string> const* best = nullptr;
  for (auto const& pair : pairs)
    if (position.starts_with(fold(pair.first)) && (best == nullptr || pair.first.size() > best->first.size())) best = &pair;
  return best;
}

// True when `position` (folded) is one the table knows: other words (damaged letters, rare offices) are not judged.
bool known(Pairs const& pairs, std::string const& position) {
  return std::any_of(pairs.begin(), pairs.end(),
                     [&](auto const& pair) { return position.starts_with(fold(pair.first)) || position.starts_with(fold(pair.second)); });
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
    auto const* pair = pair_of(*pairs, fold(*head));
    if (pair == nullptr || fold(*signer).starts_with(fold(pair->second)) || !known(*pairs, fold(*signer))) continue;
    out.push_back({.at = next->span.empty() ? c.span : next->span,
                   .arguments = {{"head", *head}, {"signer", *signer}, {"deputy", to_upper(pair->second)}},
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
