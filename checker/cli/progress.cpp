// How far a long run is.
#include "cli/progress.hpp"

#include <fmt/format.h>

#include <utility>

#include "cli/output.hpp"
#include "cli/words.hpp"

namespace vanthu::cli {
namespace {

// 1.234.567 (1,234,567 in English)
std::string grouped(std::size_t number, Language language) {
  auto out = std::to_string(number);
  for (auto at = out.size(); at > 3;) out.insert(at -= 3, say(language, ".", ","));
  return out;
}

}  // namespace

Progress::Progress(bool wanted, Language language, std::function<std::optional<std::size_t>()> count)
    : wanted_(wanted),
      language_(language),
      count_(std::move(count)),
      next_(wanted ? Clock::now() + std::chrono::seconds(1) : Clock::time_point{}) {}

void Progress::show(std::size_t done) {
  if (!wanted_) return;
  auto const now = Clock::now();
  if (now < next_) return;
  next_ = now + std::chrono::milliseconds(100);
  if (!std::exchange(counted_, true)) total_ = count_();
  auto const of = total_ && *total_ >= done ? "/" + grouped(*total_, language_) : std::string{};
  print_error(fmt::format("\r\x1b[K{} {}{} {}", say(language_, "đã soát", "checked"), grouped(done, language_), of,
                          say(language_, "tệp", "files")));
  shown_ = true;
}

void Progress::erase() {
  if (std::exchange(shown_, false)) print_error("\r\x1b[K");
}

}  // namespace vanthu::cli
