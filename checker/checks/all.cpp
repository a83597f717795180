#include "checks/checks.hpp"

namespace vanthu {
namespace {

// One a line.
// clang-format off
constexpr Check const* checks[] = {
    &actor_signature,
    &authority_line,
    &basis_order,
    &capital_pinpoint,
    &component_order,
    &contradictory_mentions,
    &contradictory_titles,
    &division_order,
    &enacting_line,
    &incomplete_citation,
    &issuer_code,
    &issuer_place,
    &list_punctuation,
    &mixed_dashes,
    &mixed_letter_case,
    &numbering_sequence,
    &numberless_citation,
    &received_before_issued,
    &repeated_citation,
    &repeated_phrase,
    &self_reference,
    &signature_pair,
    &small_article,
    &space_before_sign,
    &spaced_slash,
};
// clang-format on

}  // namespace

std::span<Check const* const> all_checks() { return checks; }

Check const* check_named(std::string_view name) {
  for (auto const* check : checks)
    if (check->name == name) return check;
  return nullptr;
}

}  // namespace vanthu
