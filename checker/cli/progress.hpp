// How far a long run is: one line on the terminal, drawn anew.
#pragma once
#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>

#include "vanthu/diagnostic.hpp"

namespace vanthu::cli {

class Progress {
 public:
  // Where not `wanted` (no terminal, --quiet) nothing is ever shown. `count` is asked once, when the line first appears, for the number of
  // files; nothing where that cannot be known.
  Progress(bool wanted, Language language, std::function<std::optional<std::size_t>()> count);

  // Shows the line from the first second on, at most ten times a second.
  void show(std::size_t done);
  // Before anything else is written to the terminal.
  void erase();

 private:
  using Clock = std::chrono::steady_clock;

  bool wanted_;
  Language language_;
  std::function<std::optional<std::size_t>()> count_;
  std::optional<std::size_t> total_;
  bool counted_ = false, shown_ = false;
  Clock::time_point next_;
};

}  // namespace vanthu::cli
