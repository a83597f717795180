// Numbers without a type of their own: items of a list, and citations whose type was cut or damaged.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include "grammar/citation.hpp"

namespace vanthu {

// ", ", "; ", " và ", ". " between the items of a list.
bool list_gap(std::string_view gap);
constexpr std::size_t longest_list_gap = 24;  // bytes

// "Các Nghị quyết của Quốc hội … gồm: số 16/2021/QH15": the type (and issuer) that stand before the colon, with other words between.
// `so` is where "số" stands.
std::optional<grammar::CitationMatch> distant_head(std::string_view text, std::size_t block_begin, std::size_t so);

struct RestoredType {
  std::size_t begin;      // of what is left of it
  std::string_view type;  // "Nghị quyết"
};

// A type cut or damaged before "số": "Nghị số 24/2013/NQ-HĐND", "Quyêt định số", when the code in the symbol tells which it must be.
std::optional<RestoredType> restore_type(std::string_view text, std::size_t block_begin, std::size_t so, std::string_view code);

}  // namespace vanthu
