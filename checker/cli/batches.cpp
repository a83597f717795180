// Inputs by the batch.
#include "cli/batches.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "cli/interrupt.hpp"

namespace vanthu::cli {
namespace {

constexpr std::size_t largest_batch = 56;
constexpr std::size_t small_batch = 16;  // a smaller one takes more time for what it has to be brought in anew than threads lose by it

}  // namespace

Batches::Batches(Inputs& inputs, unsigned jobs, bool one_by_one) : inputs_(inputs), jobs_(jobs), one_by_one_(one_by_one) {}

void Batches::weigh(std::size_t inputs, std::size_t bytes) {
  weighed_ += inputs;
  bytes_ += bytes;
}

std::vector<Input> Batches::next() {
  auto const bytes = bytes_.load();
  auto const fitting = bytes == 0 ? largest_batch : most_bytes_together * weighed_.load() / bytes;
  auto const most = one_by_one_ ? 1 : std::clamp<std::size_t>(fitting, 1, largest_batch);
  auto const least = std::min(most, small_batch);
  auto const size = std::clamp<std::size_t>(given_ / jobs_, least, most);
  auto const rounds = one_by_one_ || jobs_ == 1 ? 1 : std::size_t{2} * jobs_;  // that are known ahead
  while (ahead_.size() < rounds * size && interruption() == 0) {
    auto input = inputs_.next();
    if (!input) break;
    ahead_.push_back(*std::move(input));
  }
  if (interruption() != 0) return {};
  // The last ones are parted among the threads; of few inputs each thread gets some.
  auto const part = std::max((ahead_.size() + rounds - 1) / rounds, given_ < rounds * least ? 1 : least);
  auto const end = ahead_.begin() + static_cast<std::ptrdiff_t>(std::min({size, part, ahead_.size()}));
  std::vector<Input> out(std::move_iterator(ahead_.begin()), std::move_iterator(end));
  ahead_.erase(ahead_.begin(), end);
  given_ += out.size();
  return out;
}

std::optional<Input> Batches::left() {
  if (ahead_.empty()) return inputs_.next();
  auto out = std::optional(std::move(ahead_.front()));
  ahead_.pop_front();
  return out;
}

}  // namespace vanthu::cli
