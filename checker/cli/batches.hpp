// Inputs by the batch, for threads that take several at once.
#pragma once
#include <atomic>
#include <cstddef>
#include <deque>
#include <optional>
#include <vector>

#include "cli/inputs.hpp"

namespace vanthu::cli {

inline constexpr std::size_t most_bytes_together = std::size_t{560} << 10;

// As many at once as have most_bytes_together, but sixteen at first, so that results are soon there, and again at the end, so that all
// threads end at about the same time; of few inputs each thread gets some. What is read from a list, which may be written meanwhile, comes
// one by one.
class Batches {
 public:
  // For so many threads; one at a time may call. `inputs` must outlive it.
  Batches(Inputs& inputs, unsigned jobs, bool one_by_one);

  // Empty at the end, and when the run is interrupted.
  std::vector<Input> next();

  // How many bytes so many of them have, as their bytes go. Any thread may call.
  void weigh(std::size_t inputs, std::size_t bytes);

  // One by one what next() did not give.
  std::optional<Input> left();

 private:
  Inputs& inputs_;
  unsigned jobs_;
  bool one_by_one_;
  std::size_t given_ = 0;
  std::atomic<std::size_t> weighed_ = 0, bytes_ = 0;
  std::deque<Input> ahead_;
};

}  // namespace vanthu::cli
