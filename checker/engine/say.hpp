// What the loader of packs says, in the language of the one who reads it.
#pragma once
#include <fmt/format.h>

#include <string>
#include <utility>

#include "vanthu/diagnostic.hpp"

namespace vanthu {

struct Say {
  Language language = Language::en;

  // Both texts take the same arguments; where their order differs they are numbered: "{1} … {0}".
  template <class... Arguments>
  std::string operator()(fmt::format_string<Arguments...> vi, fmt::format_string<Arguments...> en, Arguments&&... arguments) const {
    return fmt::format(language == Language::vi ? vi : en, std::forward<Arguments>(arguments)...);
  }
};

}  // namespace vanthu
