#include "checks/checks.hpp"

namespace vanthu {
namespace {

constexpr Check const* checks[] = {
    &actor_signature,
    &component_order,
    &contradictory_mentions,
    &header_lost,
    &incomplete_citation,
    &issuer_code,
    &issuer_place,
    &list_punctuation,
    &missing_component,
    &numbering_sequence,
    &repeated_citation,
    &repeated_phrase,
    &self_reference,
    &signature_pair,
    &spaced_slash,
};

}  // namespace

std::span<Check const* const> all_checks() { return checks; }

}  // namespace vanthu
