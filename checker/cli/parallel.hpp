// Work on a stream of items in several threads, with the results in the order of the items.
#pragma once
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace vanthu::cli {

// How far results may run ahead of one that takes long.
inline constexpr std::size_t most_waiting_results = 1024;
inline constexpr std::size_t most_waiting_bytes = std::size_t{4} << 20;

// Ends when `next` gives nothing or `go_on` says so; what was begun is always finished and handed to `take`.
//   next() → optional item         one call at a time, from any thread; may wait
//   work(item) → result            from `jobs` threads at once; result.size() are its bytes
//   take(vector of results)        in the thread of the caller, in order, as soon as they are there
//   go_on() → bool                 in the thread of the caller, about ten times a second and after each take()
// With one job no thread is started. Threads come as items come: no more than there are items.
template <class Next, class Work, class Take, class GoOn>
void in_order(unsigned jobs, Next next, Work work, Take take, GoOn go_on) {
  using Item = typename std::invoke_result_t<Next>::value_type;
  using Result = std::invoke_result_t<Work, Item>;

  if (jobs <= 1) {
    std::vector<Result> one;
    while (go_on()) {
      auto item = next();
      if (!item) return;
      one.clear();
      one.push_back(work(std::move(*item)));
      take(one);
    }
    return;
  }

  std::mutex source;  // held by the thread that fetches an item; never while it works
  std::mutex state;   // guards all of the following
  std::condition_variable room, ready;
  std::deque<std::optional<Result>> results;  // of the items that were begun, from the first that was not taken
  std::size_t taken = 0, bytes = 0;
  bool ended = false;
  unsigned alive = 0;
  std::vector<std::jthread> threads;

  // In `state`. That no more threads can be had is no failure while there is one.
  auto const start_thread = [&](auto const& body) {
    try {
      threads.emplace_back(body, body);
      ++alive;
    } catch (std::system_error const&) {
      jobs = static_cast<unsigned>(threads.size());
    }
  };
  auto const body = [&](auto const& self) {
    for (;;) {
      std::size_t number = 0;
      std::optional<Item> item;
      {
        std::scoped_lock const fetching(source);
        {
          std::unique_lock lock(state);
          room.wait(lock, [&] { return ended || (results.size() < most_waiting_results && bytes < most_waiting_bytes); });
          if (ended) break;
        }
        item = next();
        std::scoped_lock const lock(state);
        if (!item) {
          ended = true;
          break;
        }
        number = taken + results.size();
        results.emplace_back();
        if (threads.size() < jobs) start_thread(self);
      }
      auto result = work(std::move(*item));
      std::scoped_lock const lock(state);
      bytes += result.size();
      results[number - taken] = std::move(result);
      if (number == taken) ready.notify_one();
    }
    std::scoped_lock const lock(state);
    --alive;
    ready.notify_one();
  };

  bool alone = false;
  {
    std::scoped_lock const lock(state);
    start_thread(body);
    alone = alive == 0;
  }
  if (alone) return in_order(1, next, work, take, go_on);
  for (bool finished = false; !finished;) {
    std::vector<Result> done;
    {
      std::unique_lock lock(state);
      auto const there = [&] { return !results.empty() && results.front(); };
      ready.wait_for(lock, std::chrono::milliseconds(100), [&] { return there() || alive == 0; });
      for (; there(); results.pop_front(), ++taken) {
        bytes -= results.front()->size();
        done.push_back(std::move(*results.front()));
      }
      finished = alive == 0 && results.empty();
    }
    room.notify_one();
    if (!done.empty()) take(done);
    if (go_on()) continue;
    {
      std::scoped_lock const lock(state);
      ended = true;
    }
    room.notify_one();
  }
}

}  // namespace vanthu::cli
