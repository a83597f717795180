#include "engine/suppression_codes.hpp"

#include "engine/suggest.hpp"
#include "text/unicode.hpp"

namespace vanthu {

bool names(std::string_view code, std::string_view rule_code, std::string_view rule_name) {
  return rule_code.starts_with(code) || rule_name == code;
}

CodeUse use_of(std::string_view code, RuleSet const& rules, std::vector<Ran> const& ran) {
  CodeUse out;
  auto left_out = false;
  for (std::size_t i = 0; i < rules.rules().size(); ++i) {
    auto const& rule = rules.rules()[i];
    if (code.empty() || !names(code, rule.code, rule.name)) continue;
    out.known = true;
    out.judged = out.judged || ran[i] == Ran::yes;
    left_out = left_out || ran[i] == Ran::not_chosen;
  }
  out.judged = out.judged && !left_out;
  return out;
}

std::string nearest_rule(std::string_view code, RuleSet const& rules) {
  std::vector<std::string_view> known;
  for (auto const& rule : rules.rules()) known.push_back(rule.code);
  if (auto const found = nearest(to_upper(code), known); !found.empty()) return std::string(found);
  for (auto& name : known) name = rules.find(name)->name;
  return std::string(nearest(code, known));
}

bool is_expired(std::optional<Date> until, Date today) { return until && today.year != 0 && certainly_after(today, *until); }

}  // namespace vanthu
