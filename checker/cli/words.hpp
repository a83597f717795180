// What the command line itself says, in both languages.
#pragma once
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "engine/suggest.hpp"
#include "vanthu/diagnostic.hpp"

namespace vanthu::cli {

inline std::string_view say(Language language, std::string_view vi, std::string_view en) { return language == Language::vi ? vi : en; }

// ` (có phải là "--format"?)` for the known word nearest to `word`; empty when none is near.
inline std::string did_you_mean(std::string_view word, std::vector<std::string_view> const& known, Language language) {
  auto const best = nearest(word, known);
  return best.empty() ? std::string{} : fmt::format(" ({} \"{}\"?)", say(language, "có phải là", "did you mean"), best);
}

}  // namespace vanthu::cli
