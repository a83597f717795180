// The one door to RE2: patterns of `matches`, linear in the text, compiled when first asked for.
#pragma once
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace re2 {
class RE2;
}

namespace vanthu {

// What is wrong with a pattern, in English, lower case; nothing when it is fine. \b and \B are refused: RE2 knows only ASCII words.
std::optional<std::string> regex_problem(std::string_view pattern);

// A valid pattern. Safe to share between threads.
class LazyRegex {
 public:
  explicit LazyRegex(std::string_view pattern);  // the pattern's bytes must outlive it
  ~LazyRegex();
  LazyRegex(LazyRegex const&) = delete;
  LazyRegex& operator=(LazyRegex const&) = delete;

  // True when the pattern occurs anywhere in `text`.
  bool found_in(std::string_view text) const;

 private:
  std::string_view pattern_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<re2::RE2> compiled_;
};

}  // namespace vanthu
