// NAME.vanthu.toml beside the file NAME: findings in it that may stay.
//
//   [[ignore]]
//   code   = "VD103"            # or an array; codes, beginnings of codes, names of rules
//   reason = "trích nguyên văn"
//   text   = "số 11/2022"       # optional: only at this text
//   until  = 2026-12-31         # optional: the last day on which it holds
#pragma once
#include <string_view>
#include <vector>

#include "engine/load.hpp"
#include "vanthu/diagnostic.hpp"
#include "vanthu/suppression.hpp"

namespace vanthu {

inline constexpr std::string_view sidecar_suffix = ".vanthu.toml";

// In the order of the file. What is wrong is added to `errors`, in the language asked for; what is right is given all the same. Whether
// rules have these codes is judged by suppress().
std::vector<Suppression> parse_sidecar(PackSource const& source, Language language, std::vector<PackError>& errors);

}  // namespace vanthu
