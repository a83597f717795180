// The issuing body of a document beside the office of the one who drafts it (vanthu.toml, [issuer]). Comparisons are tolerant: letter case,
// tone placement, punctuation and usual abbreviations (UBND, HĐND, TP.) do not count.
#pragma once
#include <optional>
#include <string_view>

#include "vanthu/check.hpp"
#include "vanthu/facts.hpp"

namespace vanthu {

// True when two names of bodies or places are the same. Words for levels (tỉnh, thành phố, huyện …) count only where both have them:
// "TP. Hồ Chí Minh" is "Hồ Chí Minh", but "huyện Kỳ Anh" is not "thị xã Kỳ Anh".
bool same_name(std::string_view a, std::string_view b);

enum class OwnIssuer : unsigned char {
  own,
  misspelled,  // the office's name but for diacritics
  other,
};
std::string_view to_string(OwnIssuer issuer);

// Nothing where the office or the document does not say enough.
std::optional<OwnIssuer> own_issuer(Facts const& facts, Office const& office);
std::optional<bool> own_symbol(Facts const& facts, Office const& office);  // the office's abbreviation stands in the symbol
std::optional<bool> own_place(Facts const& facts, Office const& office);
std::optional<bool> own_unit(Facts const& facts, Office const& office);  // digits behind a unit's abbreviation (VX4) do not count

}  // namespace vanthu
