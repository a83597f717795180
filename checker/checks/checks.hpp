// The named checks, declared one by one: a static library drops what registers itself.
#pragma once
#include "checks/check.hpp"

namespace vanthu {

extern Check const actor_signature;
extern Check const authority_line;
extern Check const basis_order;
extern Check const capital_pinpoint;
extern Check const component_order;
extern Check const contradictory_mentions;
extern Check const contradictory_titles;
extern Check const division_order;
extern Check const enacting_line;
extern Check const incomplete_citation;
extern Check const issuer_code;
extern Check const issuer_place;
extern Check const list_punctuation;
extern Check const mixed_dashes;
extern Check const mixed_letter_case;
extern Check const numbering_sequence;
extern Check const numberless_citation;
extern Check const received_before_issued;
extern Check const repeated_citation;
extern Check const repeated_phrase;
extern Check const self_reference;
extern Check const signature_pair;
extern Check const small_article;
extern Check const space_before_sign;
extern Check const spaced_slash;

}  // namespace vanthu
