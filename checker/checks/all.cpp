#include "checks/checks.hpp"

namespace vanthu {
namespace {

constexpr Check const* checks[] = {
    &actor_signature,
    &capital_pinpoint,
    &component_order,
    &contradictory_mentions,
    &incomplete_citation,
    &issuer_code,
    &issuer_place,
    &list_punctuation,
    &numbering_sequence,
    &numberless_citation,
    &repeated_citation,
    &repeated_phrase,
    &self_reference,
    &signature_pair,
    &spaced_slash,
};

}  // namespace

std::span<Check const* const> all_checks() { return checks; }

}  // namespace vanthu
