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
//   take(vector of results)        one call at a time, from any thread, in order, as soon as they are there
//   go_on() → bool                 in the thread of the caller, about ten times a second
// The thread whose result is the next in order hands on, so that no thread is woken for it. With no jobs no thread is started and all is
// done in the thread of the caller. Threads come as items come: no more than there are items.
template <class Next, class Work, class Take, class GoOn>
void in_order(unsigned jobs, Next next, Work work, Take take, GoOn go_on) {
  using Item = typename std::invoke_result_t<Next>::value_type;
  using Result = std::invoke_result_t<Work, Item>;

  if (jobs == 0) {
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
  std::condition_variable room, finished;
  std::deque<std::optional<Result>> results;  // of the items that were begun, from the first that was not taken
  std::size_t taken = 0, bytes = 0;
  bool ended = false, handing_on = false;
  unsigned alive = 0;
  std::vector<std::jthread> threads;

  auto const hand_on = [&](std::unique_lock<std::mutex>& lock) {
    if (handing_on) return;  // the thread that does will look again
    handing_on = true;
    std::vector<Result> done;
    while (!results.empty() && results.front()) {
      std::size_t size = 0;
      for (; !results.empty() && results.front(); results.pop_front(), ++taken) {
        size += results.front()->size();
        done.push_back(std::move(*results.front()));
      }
      lock.unlock();
      take(done);
      done.clear();
      lock.lock();
      bytes -= size;
      room.notify_one();
    }
    handing_on = false;
  };
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
      std::unique_lock lock(state);
      bytes += result.size();
      results[number - taken] = std::move(result);
      hand_on(lock);
    }
    std::scoped_lock const lock(state);
    if (--alive == 0) finished.notify_one();
  };

  std::unique_lock lock(state);
  start_thread(body);
  if (alive == 0) {
    lock.unlock();
    return in_order(0, next, work, take, go_on);
  }
  while (!finished.wait_for(lock, std::chrono::milliseconds(100), [&] { return alive == 0; })) {
    lock.unlock();
    bool const on = go_on();
    lock.lock();
    if (on) continue;
    ended = true;
    room.notify_one();
  }
}

}  // namespace vanthu::cli
