#pragma once

#include <condition_variable>
#include <cstddef>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace soat::cli {

// Calls work(i) for i in [0, count) on several threads and use(result) on this one in the order of i, as soon as it is
// there. Workers wait when they are far ahead, so that results do not pile up. work must not throw; what use throws
// comes out once the workers stopped.
template <typename Work, typename Use>
void in_order(std::size_t count, std::size_t threads, Work work, Use use) {
  using Result = decltype(work(std::size_t{}));
  if (threads <= 1 || count <= 1) {
    for (std::size_t i = 0; i < count; ++i) use(work(i));
    return;
  }
  std::mutex mutex;
  std::condition_variable changed;
  std::map<std::size_t, Result> finished;
  std::size_t next = 0;
  std::size_t used = 0;
  const auto run = [&] {
    std::unique_lock lock(mutex);
    while (true) {
      changed.wait(lock, [&] { return next >= count || next < used + 4 * threads; });
      if (next >= count) return;
      const std::size_t mine = next++;
      lock.unlock();
      Result result = work(mine);
      lock.lock();
      finished.emplace(mine, std::move(result));
      changed.notify_all();
    }
  };
  std::vector<std::jthread> workers;
  try {
    while (workers.size() < threads && workers.size() < count) workers.emplace_back(run);
    std::unique_lock lock(mutex);
    while (used < count) {
      changed.wait(lock, [&] { return finished.contains(used); });
      auto result = finished.extract(used);
      ++used;
      changed.notify_all();
      lock.unlock();
      use(std::move(result.mapped()));
      lock.lock();
    }
  } catch (...) {
    const std::lock_guard lock(mutex);
    next = count;
    changed.notify_all();
    throw;
  }
}

}  // namespace soat::cli
