// Regular expressions, checked when a pack is loaded and compiled when first used.
#include "engine/regex.hpp"

#include <re2/re2.h>

namespace vanthu {
namespace {

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

re2::RE2::Options options() {
  re2::RE2::Options out;
  out.set_log_errors(false);
  out.set_never_capture(true);
  out.set_max_mem(1 << 20);
  return out;
}

bool has_word_boundary(std::string_view pattern) {
  for (std::size_t i = 0; i + 1 < pattern.size(); ++i)
    if (pattern[i] == '\\') {
      ++i;  // the sign behind the backslash, which may be one itself
      if (pattern[i] == 'b' || pattern[i] == 'B') return true;
    }
  return false;
}

}  // namespace

std::optional<std::string> regex_problem(std::string_view pattern) {
  if (has_word_boundary(pattern)) return "\\b knows only ASCII letters and cuts Vietnamese words; use ^, $, a blank or a phrase rule";
  re2::RE2 const compiled(piece(pattern), options());
  if (!compiled.ok()) return compiled.error();
  return std::nullopt;
}

LazyRegex::LazyRegex(std::string_view pattern) : pattern_(pattern) {}
LazyRegex::~LazyRegex() = default;

bool LazyRegex::found_in(std::string_view text) const {
  std::call_once(once_, [&] { compiled_ = std::make_unique<re2::RE2>(piece(pattern_), options()); });
  return re2::RE2::PartialMatch(piece(text), *compiled_);
}

}  // namespace vanthu
